"""Stored data: a box whose sides both bulge to the left."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("stored-data", "bow-tie-rectangle")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the bulges."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 4 * theme.shape.cap, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Two straight sides and two arcs."""
    rx, ry = theme.shape.cap, rect.height / 2
    return Path(
        (
            ("M", rect.x + rx, rect.y),
            ("L", rect.right, rect.y),
            ("A", rx, ry, 0, 0, 0, rect.right, rect.bottom),
            ("L", rect.x + rx, rect.bottom),
            ("A", rx, ry, 0, 0, 1, rect.x + rx, rect.y),
            ("Z",),
        )
    )
