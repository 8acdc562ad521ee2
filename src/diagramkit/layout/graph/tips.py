"""Decisions left by their tips: one line goes on along the flow, one out of either side."""

from __future__ import annotations

from collections.abc import Container, Sequence

from diagramkit.geometry import Point, Rect, segments, simplified
from diagramkit.layout.graph.blocks import Arc, Level


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
    for (name, below), alike in turning.items():
        middle = level.rects[name].center.y
        outer = max(alike, key=lambda arc: abs(level.routes[arc.index][2].y - middle))
        if len(alike) == 1 or outer.label:
            index = outer.index
            route = _by_tip(level, index, level.rects[name], below, parallel)
            if level.keeps_words(index, route, parallel):
                level.routes[index] = route


def _by_tip(level: Level, index: int, rect: Rect, below: bool, parallel: float) -> list[Point]:
    """The route from the tip, or as it was."""
    route = level.routes[index]
    track = route[2].y
    tip = Point(rect.center.x, rect.bottom if below else rect.y)
    if abs(track - rect.center.y) < rect.height / 2 + parallel or route[3].x <= route[2].x:
        return route
    corner = Point(tip.x, track)
    for start, end in ((tip, corner), (corner, route[2])):
        strip = Rect.bounding([start, end]).grown(parallel - 1)
        if any(other != rect and strip.overlaps(other) for other in level.rects.values()):
            return route
        ways = (way for key, way in level.routes.items() if key != index)
        if any(strip.crossed_by(a, b) for way in ways for a, b in segments(way)):
            return route
    return simplified([tip, corner, *route[2:]])
