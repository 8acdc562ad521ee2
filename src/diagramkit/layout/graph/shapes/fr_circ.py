"""A stop: a ring around a dot, without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import stadium
from diagramkit.theme.model import Theme

ALIASES = ("stop", "framed-circle")
WORDLESS = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As wide as high, whatever the words."""
    return Size(theme.shape.dot + theme.shape.rule, theme.shape.dot + theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The ring."""
    return stadium.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The dot."""
    return (stadium.outline(rect.grown(-theme.shape.rule / 2), rect.size, theme),)
