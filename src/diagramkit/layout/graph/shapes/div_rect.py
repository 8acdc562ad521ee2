"""A divided process: a box with a rule below its upper side."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("div-proc", "divided-process", "divided-rectangle", "browser", "console")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, higher by the room above the rule."""
    box = square.fit(label, theme, compact)
    return Size(box.width, box.height + 2 * theme.shape.rule)


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """A plain box outside."""
    return square.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The rule."""
    y = rect.y + 2 * theme.shape.rule
    return (Path.polyline([Point(rect.x, y), Point(rect.right, y)]),)


def shift(theme: Theme) -> float:
    """The words stand below the rule."""
    return theme.shape.rule
