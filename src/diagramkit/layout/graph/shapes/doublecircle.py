"""An end: a circle within a circle; round ends twice where the words are long."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import circle, stadium
from diagramkit.theme.model import Theme

ALIASES = ("dbl-circ", "double-circle")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The inner circle and the room between the two."""
    inner = circle.fit(label, theme, compact)
    return Size(inner.width + theme.shape.rule, inner.height + theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The outer circle."""
    return stadium.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The inner circle."""
    return (stadium.outline(rect.grown(-theme.shape.rule / 2), rect.size, theme),)
