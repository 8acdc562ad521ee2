"""Two lines at one side of a box: the one that ends in its middle moves over for the other.

A line that turns often because the middle of the near sides of its boxes is taken has a short way
where the line there, which turns as well, leaves or enters beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.costs import GAIN, MANY

if TYPE_CHECKING:
    from diagramkit.layout.graph.reroute import Router

OVER = 0.2
"""How far from the middle of a side a line is moved, as a share of the side."""
TRIED = 300
"""How many pieces of ways are looked at each time."""
BEYOND = 64.0
"""How much more the line that makes room may cost."""


def make_room(router: Router, index: int) -> bool:
    """Lead a line that turns often the short way, at a side where another line makes room for it.
    Returns whether there is one.

    Post: both lines together cost less than before, and cross no more lines; else all is as it was.
    """
    was = router.now(index)
    if len(was.way) - 2 <= MANY:
        return False
    most = router.crossed(index, was.way)
    for other, way in _moved_over(router, index):
        old = router.now(other)
        crossed = router.crossed(other, old.way)
        router.limit = old.cost + BEYOND
        if not router.may(other, way, {}) or router.crossed(other, way) > crossed:
            continue
        course = router.lettered(other, way, crossed)
        if course is None:
            continue
        router.take(other, course)
        router.limit = was.cost + old.cost - course.cost - GAIN
        best = router.best(index, router.candidates(index), most, TRIED)
        if best:
            router.take(index, best)
            return True
        router.take(other, old)
    return False


def _moved_over(router: Router, index: int) -> Iterator[tuple[int, list[Point]]]:
    """The lines that end alone in the middle of a side of a box of this one, each with its way
    from a place to the one hand or the other of it."""
    edge = router.streets.chart.edges[index]
    for name in (edge.source, edge.target):
        if name in router.tree.groups or name in router.decisions or name in router.bars:
            continue
        rect = router.page.rects[name]
        ends: dict[tuple[float, float], list[tuple[int, bool]]] = {}
        for other, each in enumerate(router.streets.chart.edges):
            route = router.page.routes.get(other, [])
            if len(route) > 1 and other != index:
                for leaving in (True, False):
                    if (each.source if leaving else each.target) == name:
                        end = route[0 if leaving else -1]
                        ends.setdefault(_side(rect, end), []).append((other, leaving))
        for (dx, _), found in ends.items():
            other, leaving = found[0]
            way = router.page.routes[other][:: 1 if leaving else -1]
            if len(found) > 1 or len(way) < 3 or not router.is_free(other):
                continue
            by = OVER * (rect.height if dx else rect.width)
            for step in ((0.0, by), (0.0, -by)) if dx else ((by, 0.0), (-by, 0.0)):
                new = [way[0].moved(*step), way[1].moved(*step), *way[2:]]
                yield other, new[:: 1 if leaving else -1]


def _side(rect: Rect, end: Point) -> tuple[float, float]:
    """The direction out of the side of a box that a line ends at."""
    if end.x in (rect.x, rect.right):
        return (-1, 0) if end.x == rect.x else (1, 0)
    return (0, -1) if end.y == rect.y else (0, 1)
