"""Ends moved apart where lines of a mesh would run on each other.

Where all of one layer are joined to all of the next, a line comes in at the height at which
another goes out, and no order of their lanes keeps the two apart: one of them gets an end of
its own beside the trunk that it would have met.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from diagramkit.geometry import Point
from diagramkit.layout.graph.blocks import Arc, Level
from diagramkit.layout.graph.ends import passes
from diagramkit.layout.graph.tracks import TINY, Track, clashes, in_order

CORNER = 8.0
"""How near to a corner a line may end, in user units."""
TIGHT = 8.0
"""How near to another a line may end."""


def part_ends(
    level: Level, arcs: Sequence[Arc], channels: Mapping[int, list[Track]], parallel: float
) -> bool:
    """Move ends along the sides of blocks, `parallel` away from the trunk there, where a line
    out of one track would run beside one into another. Returns whether any was moved.

    Pre: `channels` holds the tracks of the routes.
    Post: no end has come nearer than `TIGHT` to another, nor nearer than `CORNER` to a corner.
    """
    moved = False
    for tracks in channels.values():
        if not any(clashes(tracks, parallel)):
            continue
        for first, second in clashes(in_order(tracks, parallel), parallel):
            for out, into in product(set(first.departures), set(second.arrivals)):
                if abs(out - into) < parallel - 1:
                    moved |= _part(level, arcs, first, out, second.arrivals, parallel, False) or (
                        _part(level, arcs, second, into, first.departures, parallel, True)
                    )
    return moved


def _part(
    level: Level,
    arcs: Sequence[Arc],
    track: Track,
    y: float,
    others: Sequence[float],
    parallel: float,
    leaving: bool,
) -> bool:
    """Move the ends that a track's lines have at a height of a block's side, and those of all
    others that come to the same place from the same direction, away from the heights of
    `others`: onto another trunk of their look, or beside the one where they were."""
    own = [arc for arc in track.arcs if _turn(level, arc, leaving) and _y(level, arc, leaving) == y]
    if not own:
        return False
    name, turn = _block(own[0], leaving), _turn(level, own[0], leaving)
    side = [arc for arc in arcs if _block(arc, leaving) == name and arc.source != arc.target]
    group = [
        arc
        for arc in side
        if abs(_y(level, arc, leaving) - y) <= TINY and _turn(level, arc, leaving) == turn
    ]
    columns = sorted({rect.center.x for rect in level.rects.values()})
    ways = [level.routes[arc.index][:: 1 if leaving else -1] for arc in group]
    if any((arc.source_port if leaving else arc.target_port) is not None for arc in group) or any(
        passes(way[0], way[1], columns) for way in ways
    ):
        return False
    rect, rest = level.rects[name], [arc for arc in side if arc not in group]
    alike = [_y(level, arc, leaving) for arc in rest if arc.style == own[0].style]
    taken = [_y(level, arc, leaving) for arc in rest]
    beside = y + turn * parallel
    places = [place for place in alike if abs(place - y) > TINY]
    if rect.y + CORNER <= beside <= rect.bottom - CORNER:
        places += [beside] if all(abs(place - beside) >= TIGHT for place in taken) else []
    free = (place for place in places if all(abs(place - o) >= parallel - 1 for o in others))
    place = next(free, None)
    if place is None:
        return False
    for arc in group:
        route = level.routes[arc.index]
        for corner in (0, 1) if leaving else (-1, -2):
            route[corner] = Point(route[corner].x, place)
    return True


def _block(arc: Arc, leaving: bool) -> str:
    return arc.source if leaving else arc.target


def _y(level: Level, arc: Arc, leaving: bool) -> float:
    return level.routes[arc.index][0 if leaving else -1].y


def _turn(level: Level, arc: Arc, leaving: bool) -> int:
    """To which side a line turns on its way from an end: -1 up, 1 down, 0 where it runs on."""
    way = level.routes[arc.index][:: 1 if leaving else -1]
    if len(way) < 3 or abs(way[0].y - way[1].y) > TINY:
        return 0
    return 1 if way[2].y > way[1].y else -1
