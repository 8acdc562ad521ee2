"""A folder: a box with a tab at its upper left."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("directory",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, higher by the tab."""
    box = square.fit(label, theme, compact)
    return Size(box.width, box.height + theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The tab and the box."""
    tab, lean = rect.x + rect.width / 3, theme.shape.rule
    return Path.polygon(
        [
            Point(rect.x, rect.y),
            Point(tab, rect.y),
            Point(tab + lean, rect.y + lean),
            Point(rect.right, rect.y + lean),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
        ]
    )


def shift(theme: Theme) -> float:
    """The words stand below the tab."""
    return theme.shape.rule / 2
