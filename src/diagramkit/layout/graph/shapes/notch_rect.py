"""A card: a box without its upper left corner."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("card", "notched-rectangle")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the corner on both sides."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.chamfer, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Five corners."""
    cut = theme.shape.chamfer
    return Path.polygon(
        [
            Point(rect.x + cut, rect.y),
            Point(rect.right, rect.y),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
            Point(rect.x, rect.y + cut),
        ]
    )
