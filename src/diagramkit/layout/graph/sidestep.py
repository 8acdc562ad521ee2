"""Groups moved aside where lines of a mesh would run on each other between their fixed ends.

The ends of lines at a group's frame are where their boxes inside are. Where the ends of two such
groups face each other all but exactly, no order of lanes keeps a line into one from a line out of
the other; a step across the flow does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, product

from diagramkit.geometry import Point
from diagramkit.layout.graph.blocks import Arc, Level
from diagramkit.layout.graph.tracks import Track, clashes, in_order

STEP, MOST = 4.0, 14
"""By how much a group is moved on in a try, and how often to either side, at most."""


def step_aside(
    level: Level, arcs: Sequence[Arc], channels: Mapping[int, list[Track]], parallel: float
) -> bool:
    """Move groups that are alone in their layer until no line out of a track runs beside one into
    another. Returns whether any was moved.

    Pre: `channels` holds the tracks of the routes.
    Post: what was moved has its lines with it, and meets nothing.
    """
    moved = False
    for tracks in channels.values():
        if not any(clashes(tracks, parallel)):
            continue
        pairs = clashes(in_order(tracks, parallel), parallel)
        clashing = [track for pair in pairs for track in pair]
        names = {name: None for track in clashing for name in _fixed(track.arcs)}
        for name in names:
            if not _is_alone(level, name):
                continue
            ending = [arc for arc in arcs if name in (arc.source, arc.target)]
            by = _step(level, ending, name, parallel)
            if by:
                _move(level, ending, name, by)
                moved = True
                break
    return moved


def _fixed(arcs: Iterable[Arc]) -> list[str]:
    """The blocks with fixed ends."""
    found = [arc.target for arc in arcs if arc.target_port is not None]
    return found + [arc.source for arc in arcs if arc.source_port is not None]


def _is_alone(level: Level, name: str) -> bool:
    """Whether a block is alone in its layer, and nothing passes it."""
    rank = level.ranks.get(name)
    if rank is None or list(level.ranks.values()).count(rank) != 1:
        return False
    middle = level.rects[name].center.x
    return not any(
        min(a.x, b.x) < middle < max(a.x, b.x)
        for route in level.routes.values()
        for a, b in pairwise(route)
    )


def _step(level: Level, ending: Sequence[Arc], name: str, parallel: float) -> float:
    """The smallest step after which none of the block's ends is near to one that faces it; 0
    where there is none."""
    facing: list[tuple[float, float]] = []
    for leaving in (True, False):
        own = [arc for arc in ending if (arc.source if leaving else arc.target) == name]
        ends = {level.routes[arc.index][0 if leaving else -1].y for arc in own}
        others = {level.routes[arc.index][-1 if leaving else 0].y for arc in own}
        if len(ends) > 1 and len(others) > 1:
            facing += product(ends, others)
    for by in (STEP * number * sign for number in range(1, MOST + 1) for sign in (1, -1)):
        if all(abs(end + by - other) >= parallel for end, other in facing):
            return by
    return 0.0


def _move(level: Level, ending: Sequence[Arc], name: str, by: float) -> None:
    level.rects[name] = level.rects[name].moved(0, by)
    for arc in ending:
        route = level.routes[arc.index]
        start, end = route[0], route[-1]
        if not any(a.x == b.x for a, b in pairwise(route)):
            # It ran straight, or so nearly that the engine let it slant.
            middle = (start.x + end.x) / 2
            route = [start, Point(middle, start.y), Point(middle, end.y), end]
        for leaves, corners in ((arc.source == name, (0, 1)), (arc.target == name, (-1, -2))):
            for corner in corners if leaves else ():
                route[corner] = route[corner].moved(0, by)
        level.routes[arc.index] = route
