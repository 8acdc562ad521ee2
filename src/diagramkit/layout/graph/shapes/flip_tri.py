"""A file by hand: a triangle that stands on its tip."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import tri
from diagramkit.theme.model import Theme

ALIASES = ("manual-file", "flipped-triangle")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As the other triangle."""
    return tri.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Three corners."""
    return Path.polygon(
        [
            Point(rect.x, rect.y),
            Point(rect.right, rect.y),
            Point(rect.center.x, rect.bottom),
        ]
    )


def shift(theme: Theme) -> float:
    """The words stand near the base."""
    return -tri.SINK
