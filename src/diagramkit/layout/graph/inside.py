"""The way from a box to the frame of its group when the group runs another way than the level
around it: edges then meet it at a side that its own layers know nothing of."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.geometry import Point, Rect, alongside, crossing, segments
from diagramkit.layout.route.ways import STEP, Side

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
    dx, dy = STEP[side]
    beyond = Rect.bounding([corner for wall in walls for corner in wall.corners]).grown(1)
    others = [wall.grown(parallel) for wall in walls if wall != rect]
    for step in PLACES:
        off = step * parallel
        if abs(off) > (rect.height if dx else rect.width) * 0.3:
            continue
        middle = rect.center.moved(off * abs(dy), off * abs(dx))
        start = middle.moved(dx * rect.width / 2, dy * rect.height / 2)
        x, y = (beyond.right, beyond.bottom) if dx + dy > 0 else (beyond.x, beyond.y)
        line = (start, Point(x, start.y) if dx else Point(start.x, y))
        if not (
            any(wall.crossed_by(*line) for wall in others)
            or any(crossing(*line, *piece) for way in lettered for piece in segments(way))
            or any(_is_beside(*line, *piece, parallel) for way in routes for piece in segments(way))
        ):
            return [*line]
    return None


def _is_beside(a: Point, b: Point, c: Point, d: Point, parallel: float) -> bool:
    """Whether two lines run along each other, nearer than `parallel`."""
    side = alongside(a, b, c, d)
    return side is not None and side.gap < parallel - 0.5
