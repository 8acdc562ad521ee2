"""Where the words at the ends of relations stand: at the border, beside the mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.demands import CLEAR, end_of, offset
from diagramkit.layout.graph.label_room import Room, cheapest
from diagramkit.layout.graph.marks import extent
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.record import Mark, Relation
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

OTHER_SIDE, AWAY = 12.0, 1.0
"""What the side that is not the usual one costs, and each unit further from the border."""
STEPS = (0.0, 8.0, 16.0)
"""How far from the border words are tried, beyond the least distance."""


def place_end_words(page: Page, chart: Flowchart, theme: Theme, room: Room) -> None:
    """Find a place for the words at every end of a relation, and take it and the marks' from
    the room.

    To the right of a line that runs up or down, else to its left; above one that runs sideways,
    else below.

    Pre: every edge has its final route.
    """
    for _, tail, ahead, edge in _ends(page, chart):
        mark, _ = end_of(edge, tail=tail)
        room.take(_mark_room(*ahead, mark, theme))
    for index, tail, ahead, edge in _ends(page, chart):
        words = page.end_labels.get((index, tail))
        if words:
            mark, _ = end_of(edge, tail=tail)
            side = -1 if edge.source == edge.target and _is_first(page.routes[index], tail) else 1
            spots = _spots(*ahead, mark, words.size, theme, side)
            page.end_spots[index, tail] = cheapest(spots, room, index, 0)
            room.take(page.end_spots[index, tail].rect)


def _ends(
    page: Page, chart: Flowchart
) -> Iterator[tuple[int, bool, tuple[Point, Point], Relation]]:
    """Every end of a routed relation: its edge, whether it is the tail, and the border and the
    next corner there."""
    for index, edge in enumerate(chart.edges):
        route = page.routes.get(index, [])
        if isinstance(edge, Relation) and len(route) > 1:
            yield index, True, (route[0], route[1]), edge
            yield index, False, (route[-1], route[-2]), edge


def _is_first(loop: Sequence[Point], tail: bool) -> bool:
    """Whether an end of a loop is its left or its lower one, whose words stand outside there."""
    end, other = (loop[0], loop[-1]) if tail else (loop[-1], loop[0])
    return end.x < other.x or end.y > other.y


def _away(border: Point, corner: Point) -> Point:
    """The direction of a line away from a border, a unit long."""
    span = border.distance(corner) or 1.0
    return Point((corner.x - border.x) / span, (corner.y - border.y) / span)


def _mark_room(border: Point, corner: Point, mark: Mark, theme: Theme) -> Rect:
    """The room of a mark; flat for none."""
    length, width = extent(mark, theme)
    away = _away(border, corner)
    far = border.moved(away.x * length, away.y * length)
    side = Point(abs(away.y) * width / 2, abs(away.x) * width / 2)
    box = Rect.between(border, far)
    return Rect(box.x - side.x, box.y - side.y, box.width + 2 * side.x, box.height + 2 * side.y)


def _spots(
    border: Point, corner: Point, mark: Mark, size: Size, theme: Theme, usual: int
) -> Iterator[Spot]:
    """Places for words at an end; `usual` is 1 to the right or above, -1 to the left or below."""
    away = _away(border, corner)
    vertical = abs(away.y) > abs(away.x)
    aside = offset(mark, theme, vertical=vertical)
    for step in STEPS:
        for side, penalty in ((usual, 0.0), (-usual, OTHER_SIDE)):
            cost = penalty + step * AWAY
            distance = CLEAR + step
            if vertical:
                y = border.y + distance if away.y > 0 else border.y - distance - size.height
                x = border.x + side * aside
                left = x if side > 0 else x - size.width
                yield Spot(Rect(left, y, *size), x, "start" if side > 0 else "end", cost)
            else:
                x = border.x + (distance if away.x > 0 else -distance)
                left = x if away.x > 0 else x - size.width
                y = border.y - aside - size.height if side > 0 else border.y + aside
                yield Spot(Rect(left, y, *size), x, "start" if away.x > 0 else "end", cost)
