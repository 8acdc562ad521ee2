"""Colours where they are written: swatches, and their contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from diagramkit.integrations.lsp.document import Document

COLOR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")


def swatches(document: Document) -> Iterator[types.ColorInformation]:
    """The colours in the diagrams of a page, and in every other document of ours."""
    if not document.kind:
        return
    drawn = {
        diagram.line - 1 + at
        for diagram in document.diagrams
        for at in range(diagram.text.count("\n") + 1)
    }
    for number, line in enumerate(document.lines):
        if document.kind != "page" or number in drawn:
            for found in COLOR.finditer(line):
                start, end = (types.Position(number, at) for at in found.span())
                yield types.ColorInformation(document.range(start, end), _color(found[0]))


def _color(written: str) -> types.Color:
    digits = written[1:] if len(written) == 7 else "".join(2 * digit for digit in written[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return types.Color(red, green, blue, 1.0)


def presentations(color: types.Color) -> list[types.ColorPresentation]:
    """How a colour that was picked is written."""
    parts = (round(part * 255) for part in (color.red, color.green, color.blue))
    return [types.ColorPresentation("#" + "".join(f"{part:02x}" for part in parts))]
