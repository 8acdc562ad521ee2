"""An extract: a triangle that stands on its base."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.theme.model import Theme

ALIASES = ("extract", "triangle")

SINK = 20.0
"""How far below the middle the words stand, where there is more room."""
AIR = 8.0
"""Between the words and the base, and beside them."""


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The flattest triangle that holds the words so far below its middle."""
    height = label.height + 2 * (SINK + AIR)
    return Size((label.width + 2 * AIR) * height / (2 * SINK + AIR), height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Three corners."""
    return Path.polygon(
        [
            Point(rect.center.x, rect.y),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
        ]
    )


def shift(theme: Theme) -> float:
    """The words stand near the base."""
    return SINK
