"""A preparation: a box with chamfered ends."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("hex", "prepare")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the chamfers."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * theme.shape.chamfer, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Six corners, the ends meeting at half height."""
    cut, middle = theme.shape.chamfer, rect.center.y
    return Path.polygon(
        [
            Point(rect.x, middle),
            Point(rect.x + cut, rect.y),
            Point(rect.right - cut, rect.y),
            Point(rect.right, middle),
            Point(rect.right - cut, rect.bottom),
            Point(rect.x + cut, rect.bottom),
        ]
    )
