"""`@{ shape: cyl, label: "words" }` behind a name: YAML in braces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from contextlib import suppress

from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner, Token
from diagramkit.mermaid.label import Wording, words
from diagramkit.mermaid.text import nearest
from diagramkit.mermaid.yaml_values import Value, YamlError, read_flat, read_flow, read_mapping

_PLAIN = re.compile(r'[^}^"]+')
_BREAK = re.compile(r"\n\s*")


class Pieces:
    """The YAML as it is put together, and where each piece of it stands in the source."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._offsets: list[int] = []

    def add(self, text: str, offset: int) -> None:
        self._texts.append(text)
        self._starts.append(self._length)
        self._offsets.append(offset)
        self._length += len(text)

    @property
    def text(self) -> str:
        return "".join(self._texts)

    def offset(self, line: int, column: int) -> int:
        """Where the character at `line` and `column` (from 0) of the YAML stands."""
        place = sum(len(each) + 1 for each in self.text.split("\n")[:line]) + column
        place = min(place, self._length)
        piece = bisect_right(self._starts, place) - 1
        return self._offsets[piece] + place - self._starts[piece]


def read_attributes(scanner: Scanner, builder: Builder, name: Token) -> None:
    """Read `@{ … }` and say of the node `name` what it says.

    Raises DiagramError where the braces are not closed, the text is not YAML, or the shape is none.
    """
    entries, pieces = read_entries(scanner, builder, name.start)
    given = {key: value.text for key, value in entries.items() if value.text}
    wording: Wording = "string" if given.get("labelType") in ("text", "string") else "markdown"
    shape = entries.get("shape")
    builder.set_attributes(
        name.text,
        name.start,
        text=words(given["label"], wording) if "label" in given else None,
        shape=_shape(scanner, shape, pieces, builder.shapes) if shape else None,
        given=given,
    )


def read_entries(
    scanner: Scanner, builder: Builder, offset: int
) -> tuple[dict[str, Value], Pieces]:
    """The entries of `@{ … }` behind the name at `offset`, and the YAML that they are."""
    pieces = _pieces(scanner, scanner.take())
    entries = read_flat(pieces.text)
    if entries is None:
        builder.count_yaml(len(pieces.text), offset)
        entries = _read_yaml(scanner, pieces)
    return entries, pieces


def _read_yaml(scanner: Scanner, pieces: Pieces) -> dict[str, Value]:
    """On one line the braces are those of YAML; over several lines it is a block of YAML."""
    text = pieces.text
    try:
        return read_mapping(text) if "\n" in text else read_flow(text)
    except YamlError as error:
        bare = scanner.mended(text)
        if bare != text:
            with suppress(YamlError):
                return read_mapping(bare)
        offset = pieces.offset(error.line, error.column)
        raise scanner.error(offset, f"the attributes are not YAML: {error.message}") from error


def _pieces(scanner: Scanner, opening: Token) -> Pieces:
    text = scanner.text
    place = opening.end
    pieces = Pieces()
    pieces.add("", place)
    while not text.startswith("}", place):
        if text.startswith('"', place):
            end = text.find('"', place + 1) + 1
            if not end:
                raise scanner.error(place, "this double quote is never closed")
            pieces.add(_BREAK.sub("<br/>", text[place:end]), place)
        elif plain := _PLAIN.match(text, place):
            end = plain.end()
            pieces.add(plain[0], place)
        elif place < len(text):
            raise scanner.error(place, '"^" among attributes; put it in double quotes')
        else:
            raise scanner.error(opening.start, 'this "@{" is never closed; expected "}"')
        place = end
    scanner.go_to(place + 1)
    return pieces


def _shape(scanner: Scanner, shape: Value, pieces: Pieces, names: Collection[str]) -> str | None:
    if shape.text in names:
        return shape.text
    if shape.scalar and not shape.text:
        return None
    hint = nearest(shape.text, sorted(names)) or "; the names are those in Mermaid's list of shapes"
    offset = pieces.offset(shape.line, shape.column)
    raise scanner.error(offset, f'no shape is called "{shape.text}"{hint}')
