"""A start or an end: a box with half-round ends."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("terminal", "pill")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the part of the round ends that words must not enter."""
    box = square.fit(label, theme, compact)
    return Size(max(box.width, label.width + box.height * 0.8), box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Two straight sides and two half circles."""
    r = min(rect.height, rect.width) / 2
    return Path(
        (
            ("M", rect.x + r, rect.y),
            ("L", rect.right - r, rect.y),
            ("A", r, r, 0, 0, 1, rect.right - r, rect.bottom),
            ("L", rect.x + r, rect.bottom),
            ("A", r, r, 0, 0, 1, rect.x + r, rect.y),
            ("Z",),
        )
    )
