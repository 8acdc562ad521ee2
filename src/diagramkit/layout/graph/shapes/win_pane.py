"""Internal storage: a box with a rule inside its left and its upper side."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("internal-storage", "window-pane")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, larger by the room beside the rules."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 4 * theme.shape.rule, box.height + 2 * theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """A plain box outside."""
    return square.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The two rules."""
    x, y = rect.x + theme.shape.rule, rect.y + theme.shape.rule
    return (
        Path.polyline([Point(x, rect.y), Point(x, rect.bottom)]),
        Path.polyline([Point(rect.x, y), Point(rect.right, y)]),
    )


def shift(theme: Theme) -> float:
    """The words stand below the rule."""
    return theme.shape.rule / 2
