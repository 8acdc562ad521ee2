"""Where lines leave and enter a block: a line's distance from each other on every side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.blocks import Arc, Level

TINY = 0.01
CORNER = 8.0
"""How near to a corner a line may end, in user units."""
TIGHT = 8.0
"""Ends nearer than this to each other share a place where they may."""


@dataclass(slots=True)
class _End:
    """A place on a side where lines end: those of one trunk share it.

    `heading` is where, on average, they turn to across the flow; None where one runs on
    straight and so cannot move.
    """

    y: float
    arcs: list[tuple[int, bool]]
    heading: float | None


@dataclass(frozen=True, slots=True)
class _Run:
    """Ends at equal distances, the first one `space` from `start`."""

    ends: Sequence[_End]
    start: float
    space: float


def separate(level: Level, arcs: Sequence[Arc], parallel: float) -> None:
    """Move the ends of lines along the sides of blocks until they are `parallel` apart, as far
    as the side allows.

    The only trunk of a side goes to its middle. Otherwise ends whose line runs on straight stay;
    so do those with a fixed port. The others keep the order in which they turn away.

    Pre: routes run from border to border.
    """
    columns = sorted({rect.center.x for rect in level.rects.values()})
    sides: dict[tuple[str, bool], list[Arc]] = {}
    for arc in arcs:
        if arc.source != arc.target:
            sides.setdefault((arc.source, True), []).append(arc)
            sides.setdefault((arc.target, False), []).append(arc)
    _centre_trunks(level, sides, columns)
    _part_twins(level, arcs, parallel)
    for (name, leaving), ending in sides.items():
        for arc in ending:
            _off_corner(level, arc, level.rects[name], leaving, parallel)
    for (name, leaving), ending in sides.items():
        if len(ending) > 1:
            beside = ((arc.source_aside if leaving else arc.target_aside).apart for arc in ending)
            apart = max(parallel, *beside)
            _separate_side(level, level.rects[name], ending, leaving, apart, columns)


def _centre_trunks(
    level: Level, sides: Mapping[tuple[str, bool], Sequence[Arc]], columns: Sequence[float]
) -> None:
    """Move the only trunk of a side to the side's middle, where the engine has put it aside to
    keep one of its lines straight; that line's other end moves along."""
    for (name, leaving), ending in sides.items():
        middle = level.rects[name].center.y
        ways = [level.routes[arc.index][:: 1 if leaving else -1] for arc in ending]
        heights = {way[0].y for way in ways}
        ports = [arc.source_port if leaving else arc.target_port for arc in ending]
        if len(heights) > 1 or heights == {middle} or any(port is not None for port in ports):
            continue
        straight = [arc for arc, way in zip(ending, ways, strict=True) if len(way) == 2]
        bent = [way for way in ways if len(way) > 2]
        if any(_heading(way, columns) is None for way in bent):
            continue
        follow = [
            arc for arc in straight if _can_follow(level, arc, leaving, sides, middle, columns)
        ]
        turn = [arc for arc in straight if arc not in follow]
        if all(_can_turn(level, arc, leaving, sides, middle, columns) for arc in turn) and (
            bent or not turn
        ):
            for arc in turn:
                _turn(level, arc, leaving, bent[0][1].x)
            for arc in ending:
                _move(level, arc.index, leaving, middle)
            for arc in follow:
                _move(level, arc.index, not leaving, middle)


def _can_follow(
    level: Level,
    arc: Arc,
    leaving: bool,
    sides: Mapping[tuple[str, bool], Sequence[Arc]],
    y: float,
    columns: Sequence[float],
) -> bool:
    """Whether the other end of a straight line may be moved to a height."""
    other, port = (arc.target, arc.target_port) if leaving else (arc.source, arc.source_port)
    rect = level.rects[other]
    start, end = level.routes[arc.index]
    return (
        port is None
        and len(sides[other, not leaving]) == 1
        and rect.y + CORNER <= y <= rect.bottom - CORNER
        and not passes(start, end, columns)
    )


def _can_turn(
    level: Level,
    arc: Arc,
    leaving: bool,
    sides: Mapping[tuple[str, bool], Sequence[Arc]],
    y: float,
    columns: Sequence[float],
) -> bool:
    """Whether a straight line of a trunk that moves to a height may turn to the middle of the side
    where it ends, alone: one of three at least, to a block beside that height."""
    other, port = (arc.target, arc.target_port) if leaving else (arc.source, arc.source_port)
    rect, here = level.rects[other], arc.source if leaving else arc.target
    start, end = level.routes[arc.index]
    return (
        port is None
        and len(sides[here, leaving]) > 2
        and len(sides[other, not leaving]) == 1
        and not rect.y <= y <= rect.bottom
        and not passes(start, end, columns)
    )


def _turn(level: Level, arc: Arc, leaving: bool, x: float) -> None:
    """Let a straight line turn at a place along the flow to the middle of the side it ends at."""
    start, end = level.routes[arc.index]
    middle = level.rects[arc.target if leaving else arc.source].center.y
    first, last = (start.y, middle) if leaving else (middle, end.y)
    level.routes[arc.index] = [
        Point(start.x, first),
        Point(x, first),
        Point(x, last),
        Point(end.x, last),
    ]


def _off_corner(level: Level, arc: Arc, rect: Rect, leaving: bool, step: float) -> None:
    """Move an end that the engine has put on a corner onto the side, at least by a `step` where
    its line ran straight."""
    route = level.routes[arc.index]
    y = route[0 if leaving else -1].y
    low, high = rect.y + CORNER, rect.bottom - CORNER
    fixed = arc.source_port if leaving else arc.target_port
    if fixed is not None or low - TINY <= y <= high + TINY or low >= high:
        return
    if len(route) == 2:
        place = max(low, y + step) if y < low else min(high, y - step)
        middle = (route[0].x + route[1].x) / 2
        route[1:1] = [Point(middle, route[0].y), Point(middle, route[1].y)]
    else:
        place = low if y < low else high
    if abs(route[0 if leaving else -1].y - route[1 if leaving else -2].y) <= TINY:
        _move(level, arc.index, leaving, place)


def _part_twins(level: Level, arcs: Sequence[Arc], parallel: float) -> None:
    """Move straight lines between the same two blocks apart, both ends of each, evenly about the
    middle of the stretch that the two sides have in common."""
    twins: dict[tuple[str, str], list[Arc]] = {}
    for arc in arcs:
        if len(level.routes[arc.index]) == 2 and arc.source_port is arc.target_port is None:
            twins.setdefault((arc.source, arc.target), []).append(arc)
    for (source, target), lines in twins.items():
        if len(lines) < 2:
            continue
        apart = max(
            parallel, *(max(arc.source_aside.apart, arc.target_aside.apart) for arc in lines)
        )
        one, other = level.rects[source], level.rects[target]
        top, bottom = max(one.y, other.y), min(one.bottom, other.bottom)
        space = min(apart, (bottom - top - 2 * CORNER) / (len(lines) - 1))
        for place, arc in enumerate(lines):
            y = (top + bottom) / 2 + space * (place - (len(lines) - 1) / 2)
            level.routes[arc.index] = [Point(p.x, y) for p in level.routes[arc.index]]


def _separate_side(
    level: Level,
    rect: Rect,
    arcs: Sequence[Arc],
    leaving: bool,
    parallel: float,
    columns: Sequence[float],
) -> None:
    ends = _ends(level, arcs, leaving, parallel, columns)
    if all(b.y - a.y >= parallel - 0.5 for a, b in pairwise(ends)):
        return
    runs = _runs(ends, rect, parallel)
    if any(abs(run.space) < TIGHT for run in runs):
        # Where not all have room, those that may share a place do.
        ends = _ends(level, arcs, leaving, rect.height, columns)
        runs = _runs(ends, rect, parallel)
    for run in runs:
        _spread(level, run)


def _runs(ends: Sequence[_End], rect: Rect, parallel: float) -> list[_Run]:
    """The ends of a side that move: away from those that stay, on either side of them, or all
    about the middle."""
    stay = [end.y for end in ends if end.heading is None]
    if not stay:
        space = min(parallel, (rect.height - 2 * CORNER) / max(1, len(ends) - 1))
        return [_Run(ends, rect.center.y - space * (len(ends) + 1) / 2, space)]
    first, last = min(stay), max(stay)
    above = [end for end in ends if _turns(end, first, last) < 0][::-1]
    below = [end for end in ends if _turns(end, first, last) > 0]
    runs = [
        _Run(above, first, -min(parallel, _share(first - rect.y, above))),
        _Run(below, last, min(parallel, _share(rect.bottom - last, below))),
    ]
    return [run for run in runs if run.ends]


def _turns(end: _End, first: float, last: float) -> int:
    """-1 for an end that turns away above the fixed ones, 1 below, 0 for those between."""
    if end.heading is None:
        return 0
    if end.heading < first or (end.heading == first and end.y < first):
        return -1
    return 1 if end.heading >= last else 0


def _share(room: float, ends: Sequence[_End]) -> float:
    """How far apart so many ends can be between a fixed one and the corner."""
    return (room - CORNER) / max(1, len(ends))


def _spread(level: Level, run: _Run) -> None:
    for place, end in enumerate(run.ends):
        for index, leaves in end.arcs:
            _move(level, index, leaves, run.start + run.space * (place + 1))


def _ends(
    level: Level, arcs: Sequence[Arc], leaving: bool, reach: float, columns: Sequence[float]
) -> list[_End]:
    """The ends on a side in their order; lines of one style that end within `reach` of each
    other form a trunk, and so do those to places on the frame of one group."""
    ends: list[_End] = []
    styles: list[str] = []
    frames: list[str | None] = []
    for arc in arcs:
        route = level.routes[arc.index]
        way = route if leaving else route[::-1]
        port = arc.source_port if leaving else arc.target_port
        heading = _heading(way, columns) if port is None else None
        frame = _frame(arc, leaving)
        for end, style, other in zip(ends, styles, frames, strict=True):
            is_near = abs(end.y - way[0].y) <= reach + TINY
            if style == arc.style and (is_near or (frame and frame == other)):
                if heading is not None:
                    _move(level, arc.index, leaving, end.y)
                elif end.heading is not None:
                    end.y = way[0].y
                    for index, leaves in end.arcs:
                        _move(level, index, leaves, end.y)
                elif abs(end.y - way[0].y) > TINY:
                    continue
                end.arcs.append((arc.index, leaving))
                if heading is None or end.heading is None:
                    end.heading = None
                break
        else:
            ends.append(_End(way[0].y, [(arc.index, leaving)], heading))
            styles.append(arc.style)
            frames.append(frame)
    return sorted(ends, key=lambda end: (end.y, end.heading or end.y))


def _frame(arc: Arc, leaving: bool) -> str | None:
    """The group on whose frame the other end of a line has its place."""
    if leaving:
        return None if arc.target_port is None else arc.target
    return None if arc.source_port is None else arc.source


def _heading(way: Sequence[Point], columns: Sequence[float]) -> float | None:
    """Where a line turns to, when its first piece can be moved sideways: it passes no block."""
    if len(way) < 3 or abs(way[0].y - way[1].y) > TINY or abs(way[1].x - way[2].x) > TINY:
        return None
    return None if passes(way[0], way[1], columns) else way[2].y


def passes(start: Point, end: Point, columns: Sequence[float]) -> bool:
    """Whether a line along the flow runs past the middle of a layer."""
    low, high = sorted((start.x, end.x))
    return bisect_right(columns, low) < bisect_left(columns, high)


def _move(level: Level, index: int, leaving: bool, y: float) -> None:
    route = level.routes[index]
    first, second = (0, 1) if leaving else (len(route) - 1, len(route) - 2)
    route[first] = Point(route[first].x, y)
    route[second] = Point(route[second].x, y)
