"""Feedback that goes around: its ends moved from the facing sides to the sides that its way
back already passes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagramkit.geometry import Point, Rect, segments, simplified
from diagramkit.layout.graph.blocks import Arc, Level


def lead_around(
    level: Level, arcs: Sequence[Arc], backward: frozenset[int], parallel: float
) -> None:
    """Shorten the routes of backward arcs that run past the blocks they join.

    The layers bring feedback out of the side that faces its target, over a neighbour's lines
    and around a corner. Where the way back runs above or below both of its blocks and nothing
    stands between, it leaves and enters through that side instead: two bends, not four.

    Post: no route touches a block or runs closer than `parallel` to another in parallel,
    unless it did before.
    """
    for arc in arcs:
        if arc.index not in backward or arc.source == arc.target:
            continue
        route = level.routes[arc.index]
        others = [way for index, way in level.routes.items() if index != arc.index]
        if arc.source_port is None:
            route = _lifted(route, level.rects[arc.source], level.rects.values(), others, parallel)
        if arc.target_port is None:
            turned = route[::-1]
            rect = level.rects[arc.target]
            route = _lifted(turned, rect, level.rects.values(), others, parallel)[::-1]
        if level.keeps_words(arc.index, route, parallel):
            level.routes[arc.index] = route


def _lifted(
    route: list[Point],
    rect: Rect,
    rects: Iterable[Rect],
    others: Sequence[Sequence[Point]],
    parallel: float,
) -> list[Point]:
    """The route with its first end at the side of `rect` that its track passes."""
    if len(route) < 4 or route[1].y != route[0].y or route[2].x != route[1].x:
        return route
    track = route[2].y
    if rect.y - parallel < track < rect.bottom + parallel:
        return route
    door = Point(rect.center.x, rect.y if track < rect.y else rect.bottom)
    corner = Point(door.x, track)
    if (route[3].x - corner.x) * (route[1].x - corner.x) <= 0:
        return route
    pieces = ((door, corner), (corner, route[2]))
    for start, end in pieces:
        for other in rects:
            if other != rect and other.grown(parallel - 1).crossed_by(start, end):
                return route
        if any(_shadows(start, end, way, parallel) for way in others):
            return route
    return simplified([door, corner, *route[2:]])


def _shadows(start: Point, end: Point, way: Sequence[Point], parallel: float) -> bool:
    """Whether a segment runs beside a route at less than `parallel`, or crosses it."""
    box = Rect.bounding([start, end]).grown(parallel - 1)
    return any(box.crossed_by(a, b) for a, b in segments(way))
