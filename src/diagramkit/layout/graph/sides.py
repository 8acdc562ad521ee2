"""Ends of lines moved from the sides that face each other to the side that a line passes anyway."""

from __future__ import annotations

from collections.abc import Container, Sequence

from diagramkit.geometry import Point, Rect, simplified
from diagramkit.layout.graph.blocks import Arc, Level
from diagramkit.layout.graph.effort import MOST_AROUND


def leave_by_tips(
    level: Level, arcs: Sequence[Arc], decisions: Container[str], parallel: float
) -> None:
    """Let lines that turn away from a decision leave by the tip on their side.

    That is one bend instead of two, and no two lines share the way out. It is done where one
    line alone turns to a side, else for the outermost of those that do, if it has words, which
    are then near the tip; and where nothing stands in its way.

    Post: no route touches a block or runs closer than `parallel` to another, unless it did
    before.
    """
    turning: dict[tuple[str, bool], list[Arc]] = {}
    for arc in arcs:
        route = level.routes[arc.index]
        if arc.source in decisions and arc.source != arc.target and len(route) >= 4:
            turning.setdefault((arc.source, route[2].y > route[1].y), []).append(arc)
    for (name, _), alike in turning.items():
        middle = level.rects[name].center.y
        outer = max(alike, key=lambda arc: abs(level.routes[arc.index][2].y - middle))
        if len(alike) == 1 or outer.label:
            _take(level, outer, _by_side(level, outer, parallel, first=True), parallel)


def lead_around(
    level: Level, arcs: Sequence[Arc], backward: Container[int], parallel: float
) -> None:
    """Shorten the routes of backward arcs that run past the blocks they join.

    The layers bring feedback out of the side that faces its target, over a neighbour's lines
    and around a corner. Where the way back runs above or below both of its blocks and nothing
    stands between, it leaves and enters through that side instead: two bends, not four.

    Post: as of `leave_by_tips`.
    """
    for arc in arcs if len(arcs) <= MOST_AROUND else ():
        if arc.index in backward and arc.source != arc.target:
            before = level.routes[arc.index]
            for port, first in ((arc.source_port, True), (arc.target_port, False)):
                if port is None:
                    level.routes[arc.index] = _by_side(level, arc, parallel, first=first)
            route, level.routes[arc.index] = level.routes[arc.index], before
            _take(level, arc, route, parallel)


def _take(level: Level, arc: Arc, route: list[Point], parallel: float) -> None:
    if level.keeps_words(arc.index, route, parallel):
        level.routes[arc.index] = route


def _by_side(level: Level, arc: Arc, parallel: float, *, first: bool) -> list[Point]:
    """The route of an arc with its first end, or its last one, in the middle of the side that its
    way passes; as it was where something stands between."""
    turn = 1 if first else -1
    route, name = level.routes[arc.index][::turn], arc.source if first else arc.target
    if len(route) < 4 or route[1].y != route[0].y or route[2].x != route[1].x:
        return route[::turn]
    rect, track = level.rects[name], route[2].y
    door = Point(rect.center.x, rect.y if track < rect.center.y else rect.bottom)
    corner = Point(door.x, track)
    is_past = abs(track - rect.center.y) >= rect.height / 2 + parallel
    goes_on = (route[3].x - corner.x) * (route[1].x - corner.x) > 0
    strips = (
        Rect.between(*ends).grown(parallel - 1) for ends in ((door, corner), (corner, route[2]))
    )
    if is_past and goes_on and all(level.is_free(strip, {name}, {arc.index}) for strip in strips):
        route = simplified([door, corner, *route[2:]])
    return route[::turn]
