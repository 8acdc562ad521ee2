"""Steps taken out of routes: where a line goes on the same way after a step aside, and nothing is
there, it runs on one side of the step alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect, simplified
from diagramkit.layout.graph.blocks import BORDER
from diagramkit.layout.graph.page import Spot
from diagramkit.layout.graph.straighten import NEAR_WORDS
from diagramkit.layout.graph.streets import Streets

CORNERS = 5
"""How many points a route has at least that a step can be taken out of: two stretches between
corners."""
FARTHER = 2.0
"""How much farther from its words a line may be for that."""


def unstep(streets: Streets, spots: Mapping[int, Spot]) -> None:
    """Take steps out of routes, by moving a stretch between two corners.

    Pre: routes are orthogonal and run from border to border; words stand at their `spots`.
    Post: ends and words are where they were; no route has more corners or crossings than before,
    passes another frame, or comes nearer than a parallel line's distance to a box or to a line
    beside it, unless it did so before; words stay nearer to their own line.
    """
    routes = streets.page.routes
    for index in routes:
        while len(routes[index]) >= CORNERS:
            ways = _unstepped(routes[index])
            spot = spots.get(index)
            fitting = (whole for old, new, whole in ways if _may(streets, spot, index, old, new))
            better = next(fitting, None)
            if better is None:
                break
            routes[index] = better
            streets.room.file(index)


def _may(
    streets: Streets, spot: Spot | None, index: int, old: Sequence[Point], new: Sequence[Point]
) -> bool:
    """Whether a route may run along `new` in place of `old`."""
    if new[0].distance(new[1]) < streets.jog:
        return False
    words = spot.rect.grown(-BORDER) if spot else None
    if words and any(words.crossed_by(*piece) for piece in pairwise(new)):
        return False
    if any(streets.meets(index, _own(streets, index, piece), *piece) for piece in pairwise(new)):
        return False
    if spot and _leaves(spot.rect, old, new):
        return False
    after = streets.crossed(index, new)
    before = None if after is None else streets.crossed(index, old)
    return before is not None and after is not None and after <= before


def _own(streets: Streets, index: int, piece: tuple[Point, Point]) -> list[Rect]:
    """The boxes that a piece of a route ends at."""
    edge, route = streets.chart.edges[index], streets.page.routes[index]
    ends = ((route[0], edge.source), (route[-1], edge.target))
    return [streets.page.rects[name] for end, name in ends if end in piece]


def _unstepped(
    route: Sequence[Point],
) -> Iterator[tuple[Sequence[Point], Sequence[Point], list[Point]]]:
    """What a route is without one of its steps: the part that changes, before and after, and the
    whole of it."""
    for way, turn in ((route, 1), (route[::-1], -1)):
        for first in range(len(way) - CORNERS + 1):
            a, b, c, d, e = way[first : first + CORNERS]
            # The stretch from b to c moves to where the one from d to e runs.
            corner = Point(d.x, b.y) if b.x == c.x else Point(b.x, d.y)
            if _same_way(b, c, d, e) and _same_way(a, b, a, corner):
                new = [a, corner, e]
                whole = simplified([*way[:first], *new, *way[first + CORNERS :]])
                yield way[first : first + CORNERS], new, whole[::turn]


def _leaves(words: Rect, old: Sequence[Point], new: Sequence[Point]) -> bool:
    """Whether words beside a way would not be beside another."""
    away = _away(old, words)
    return away <= NEAR_WORDS and _away(new, words) > away + FARTHER


def _away(way: Sequence[Point], words: Rect) -> float:
    """How far a way is from words."""
    return min(words.distance_to_segment(*piece) for piece in pairwise(way))


def _same_way(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether `a b` and `c d` have one direction."""
    return (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) > 0
