"""A tagged document: a sheet with a fold at its right."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import _paper, doc
from diagramkit.theme.model import Theme

ALIASES = ("tagged-document",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A document, wider by the fold on both sides."""
    sheet = doc.fit(label, theme, compact)
    return Size(sheet.width + 2 * theme.shape.chamfer, sheet.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The sheet."""
    return _paper.sheet(rect, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The fold, down to the wave."""
    fold, y = theme.shape.chamfer, rect.bottom - _paper.depth(theme)
    return (Path.polyline([Point(rect.right - fold, y - 2), Point(rect.right, y - fold)]),)


def shift(theme: Theme) -> float:
    """The words stand above the wave."""
    return doc.shift(theme)
