"""A link of communication: a bolt of lightning, without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.theme.model import Theme

ALIASES = ("com-link", "lightning-bolt")
WORDLESS = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As high as a small box, whatever the words."""
    return Size(theme.box.min_height, theme.box.min_height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Six corners."""
    third = rect.height / 6
    return Path.polygon(
        [
            Point(rect.x + rect.width * 0.55, rect.y),
            Point(rect.x, rect.center.y + third),
            Point(rect.center.x, rect.center.y + third / 2),
            Point(rect.x + rect.width * 0.45, rect.bottom),
            Point(rect.right, rect.center.y - third),
            Point(rect.center.x, rect.center.y - third / 2),
        ]
    )
