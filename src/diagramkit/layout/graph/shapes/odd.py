"""A flag: a box whose left side is notched."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the notch on both sides, so that words stay in the middle."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.chamfer, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Five corners; the notch goes in at half height."""
    return Path.polygon(
        [
            Point(rect.x, rect.y),
            Point(rect.right, rect.y),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
            Point(rect.x + theme.shape.chamfer, rect.center.y),
        ]
    )
