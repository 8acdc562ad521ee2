"""A delay: a box whose right end is half round."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import stadium
from diagramkit.theme.model import Theme

ALIASES = ("half-rounded-rectangle",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As wide as with two round ends, so that words stay in the middle."""
    return stadium.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Three straight sides and a half circle."""
    r = min(rect.height / 2, rect.width)
    return Path(
        (
            ("M", rect.x, rect.y),
            ("L", rect.right - r, rect.y),
            ("A", r, rect.height / 2, 0, 0, 1, rect.right - r, rect.bottom),
            ("L", rect.x, rect.bottom),
            ("Z",),
        )
    )
