"""A call: a box with a rule inside either end."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

ALIASES = ("fr-rect", "subprocess", "subproc", "framed-rectangle")


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, wider by the room of the rules."""
    box = square.fit(label, theme, compact)
    return Size(
        max(box.width, label.width + 4 * theme.shape.rule + theme.box.padding_x), box.height
    )


def outline(rect: Rect, label: Size, theme: Theme) -> Path | None:
    """A plain box outside."""
    return square.outline(rect, label, theme)


def details(rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The two rules."""
    inset = theme.shape.rule
    return tuple(
        Path.polyline([Point(x, rect.y), Point(x, rect.bottom)])
        for x in (rect.x + inset, rect.right - inset)
    )
