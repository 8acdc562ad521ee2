"""The way from a box to the frame of its group when the group runs another way than the level
around it: edges then meet it at a side that its own layers know nothing of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagramkit.geometry import Point, Rect, crossing, segments
from diagramkit.layout.graph.frame import Side

PLACES = (0, 1, -1, 2, -2)
"""Where a line leaves a side, as steps of a parallel line's distance from the middle."""


def reach(
    rect: Rect,
    side: Side,
    walls: Sequence[Rect],
    routes: Sequence[Sequence[Point]],
    lettered: Sequence[Sequence[Point]],
    parallel: float,
) -> list[Point] | None:
    """A straight line from `rect` out beyond `side` of everything, or None where there is none.

    It keeps `parallel` from the other `walls`, which are blocks and words, and from lines that
    run its way, and crosses no line of `lettered`, beside which words stand.
    """
    bounds = Rect.bounding([corner for wall in walls for corner in wall.corners])
    others = [wall.grown(parallel) for wall in walls if wall != rect]
    extent = rect.width if side in ("top", "bottom") else rect.height
    for step in PLACES:
        off = step * parallel
        start, end = _line(rect, side, bounds, off)
        clear = not any(wall.crossed_by(start, end) for wall in others)
        clear = clear and not any(
            crossing(start, end, a, b) for way in lettered for a, b in segments(way)
        )
        if abs(off) <= extent * 0.3 and clear and not _is_taken([start, end], routes, parallel):
            return [start, end]
    return None


def _line(rect: Rect, side: Side, bounds: Rect, off: float) -> list[Point]:
    middle = rect.center.moved(off, off)
    return {
        "top": [Point(middle.x, rect.y), Point(middle.x, bounds.y - 1)],
        "bottom": [Point(middle.x, rect.bottom), Point(middle.x, bounds.bottom + 1)],
        "left": [Point(rect.x, middle.y), Point(bounds.x - 1, middle.y)],
        "right": [Point(rect.right, middle.y), Point(bounds.right + 1, middle.y)],
    }[side]


def _is_taken(line: Sequence[Point], routes: Iterable[Sequence[Point]], parallel: float) -> bool:
    """Whether a line runs along another one, nearer than `parallel`."""
    upright = line[0].x == line[1].x
    strip = Rect.bounding(line)
    strip = Rect(
        strip.x - parallel + 0.5 if upright else strip.x,
        strip.y if upright else strip.y - parallel + 0.5,
        strip.width + (2 * parallel - 1 if upright else 0),
        strip.height + (0 if upright else 2 * parallel - 1),
    )
    return any(
        (a.x == b.x) == upright and strip.crossed_by(a, b)
        for route in routes
        for a, b in segments(route)
    )
