"""How lines of each kind are set: font stack, size, weight, height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diagramkit.layout.words.label import Line, LineKind
from diagramkit.text import TextStyle
from diagramkit.theme.model import Theme

SAME = {"emphasis": "body", "strong": "label"}
"""Kinds that are as large as another, in the weight of emphasis."""


def line_style(theme: Theme, kind: LineKind, compact: bool) -> TextStyle:
    """Font stack, size and weight of a kind of line."""
    entry = getattr(theme.type, SAME.get(kind, kind))
    size = entry.compact if compact else entry.size
    weight = theme.type.emphasis if kind in SAME else entry.weight
    return TextStyle(tuple(theme.fonts.stack(kind)), size, weight, theme.lang)


def line_height(theme: Theme, kind: LineKind) -> float:
    """The room that one line of a kind takes, in user units."""
    return float(getattr(theme.type, SAME.get(kind, kind)).line)


def spaced(theme: Theme, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines below each other: one after a title keeps the title's distance."""
    made: list[Line] = []
    for line in lines:
        before = line_height(theme, made[-1].kind) if made else 0.0
        made.append(line if line.rise >= before else replace(line, rise=before))
    return tuple(made)
