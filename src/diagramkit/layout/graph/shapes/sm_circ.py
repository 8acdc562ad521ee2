"""A start: a solid dot without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import stadium
from diagramkit.theme.model import Theme

ALIASES = ("start", "small-circle", "f-circ", "junction", "filled-circle")
WORDLESS = SOLID = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As wide as high, whatever the words."""
    return Size(theme.shape.dot, theme.shape.dot)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """A circle."""
    return stadium.outline(rect, label, theme)
