"""Input by hand: a box whose upper side falls to the left."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("sloped-rectangle", "manual-input")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, higher by the fall of the side."""
    box = square.fit(label, theme, compact)
    return Size(box.width, box.height + theme.shape.chamfer)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Four corners."""
    return Path.polygon(
        [
            Point(rect.x, rect.y + theme.shape.chamfer),
            Point(rect.right, rect.y),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
        ]
    )


def shift(theme: Theme) -> float:
    """The words stand below the side."""
    return theme.shape.chamfer / 2
