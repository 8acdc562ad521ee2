"""Where paths part or come together: a solid bar across the flow, without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.theme.model import Theme

ALIASES = ("join",)
WORDLESS = SOLID = ACROSS = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As long as the smallest box is wide, and thin."""
    return Size(theme.box.min_width, theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Four sharp corners."""
    return Path.polygon(rect.corners)
