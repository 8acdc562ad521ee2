"""A disk: a cylinder with a second rim."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import cylinder
from diagramkit.theme.model import Theme

ALIASES = ("disk", "lined-cylinder")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A cylinder, higher by the second rim."""
    body = cylinder.fit(label, theme, compact)
    return Size(body.width, body.height + 2 * theme.shape.cap)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """A cylinder."""
    return cylinder.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The near rim of the cap, and the one below it."""
    below = rect.moved(0, theme.shape.cap)
    return (*cylinder.details(rect, theme), *cylinder.details(below, theme))


def shift(theme: Theme) -> float:
    """The words keep clear of the rims."""
    return theme.shape.cap
