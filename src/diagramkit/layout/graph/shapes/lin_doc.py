"""A lined document: a sheet with a rule inside its left side."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import _paper, doc
from diagramkit.theme.model import Theme

ALIASES = ("lined-document",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A document, wider by the room of the rule on both sides."""
    sheet = doc.fit(label, theme, compact)
    return Size(sheet.width + 4 * theme.shape.rule, sheet.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The sheet."""
    return _paper.sheet(rect, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The rule, down to the wave."""
    x = rect.x + theme.shape.rule
    return (Path.polyline([Point(x, rect.y), Point(x, rect.bottom - _paper.depth(theme))]),)


def shift(theme: Theme) -> float:
    """The words stand above the wave."""
    return doc.shift(theme)
