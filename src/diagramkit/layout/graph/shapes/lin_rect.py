"""A shaded process: a box with a rule inside its left end."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("lined-rectangle", "lined-process", "lin-proc", "shaded-process")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the room of the rule on both sides."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 4 * theme.shape.rule, box.height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """A plain box outside."""
    return square.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The rule."""
    x = rect.x + theme.shape.rule
    return (Path.polyline([Point(x, rect.y), Point(x, rect.bottom)]),)
