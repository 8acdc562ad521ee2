"""The four slanted shapes share how far their sides lean and how words fit between them."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the lean of both sides."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.chamfer, box.height)


def quadrilateral(rect: Rect, theme: Theme, top: tuple[int, int], bottom: tuple[int, int]) -> Path:
    """Four corners: 1 moves one inwards by the lean of the side, 0 leaves it where it is."""
    lean = theme.shape.chamfer
    return Path.polygon(
        [
            Point(rect.x + top[0] * lean, rect.y),
            Point(rect.right - top[1] * lean, rect.y),
            Point(rect.right - bottom[1] * lean, rect.bottom),
            Point(rect.x + bottom[0] * lean, rect.bottom),
        ]
    )
