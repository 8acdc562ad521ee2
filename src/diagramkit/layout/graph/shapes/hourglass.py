"""A collation: two triangles, tip to tip, without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.theme.model import Theme

ALIASES = ("collate",)
WORDLESS = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As high as a small box, whatever the words."""
    return Size(theme.box.min_height, theme.box.min_height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Both triangles in one line."""
    return Path.polygon(
        [
            Point(rect.x, rect.y),
            Point(rect.right, rect.y),
            Point(rect.x, rect.bottom),
            Point(rect.right, rect.bottom),
        ]
    )
