"""The way from a box to the frame of its group when the group runs another way than the level
around it: edges then meet it at a side that its own layers know nothing of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.detour import DOWN, LEFT, RIGHT, UP, Field, Port, detour, ports
from diagramkit.layout.graph.frame import Side

_OUT = {"left": LEFT, "right": RIGHT, "top": UP, "bottom": DOWN}


def reach(
    rect: Rect,
    side: Side,
    blocks: Mapping[str, Rect],
    routes: Sequence[Sequence[Point]],
    clear: float,
    parallel: float,
) -> list[Point]:
    """A line from `rect` out beyond `side` of everything: straight where the way is free,
    otherwise around what stands there.

    Post: the last piece runs straight out of `side`.
    """
    bounds = Rect.bounding([corner for block in blocks.values() for corner in block.corners])
    straight = _straight(rect, side, bounds, clear)
    others = [block for block in blocks.values() if block != rect]
    if not any(block.grown(clear / 2).crossed_by(*straight) for block in others):
        return straight
    around = Field(list(blocks.values()), clear, parallel)
    for route in routes:
        around.add(route)
    exits = [_exit(at, side, bounds, 2 * clear) for at in _gaps(blocks, side, 2 * clear)]
    sides = (_OUT[side], *(out for out in (LEFT, RIGHT, UP, DOWN) if out != _OUT[side]))
    return detour(ports(rect, sides, 0.6), exits, around) or straight


def _straight(rect: Rect, side: Side, bounds: Rect, clear: float) -> list[Point]:
    middle = rect.center
    if side == "top":
        return [Point(middle.x, rect.y), Point(middle.x, bounds.y - clear)]
    if side == "bottom":
        return [Point(middle.x, rect.bottom), Point(middle.x, bounds.bottom + clear)]
    if side == "left":
        return [Point(rect.x, middle.y), Point(bounds.x - clear, middle.y)]
    return [Point(rect.right, middle.y), Point(bounds.right + clear, middle.y)]


def _exit(at: float, side: Side, bounds: Rect, by: float) -> Port:
    """A goal of the search outside `side`, to be entered from within."""
    back = _OUT[side]
    point = {
        "top": Point(at, bounds.y - by),
        "bottom": Point(at, bounds.bottom + by),
        "left": Point(bounds.x - by, at),
        "right": Point(bounds.right + by, at),
    }[side]
    return Port(point, (-back[0], -back[1]))


def _gaps(blocks: Mapping[str, Rect], side: Side, by: float) -> Iterator[float]:
    """Places along a side: the middle of each gap between blocks, and beyond the outermost."""
    flat = side in ("top", "bottom")
    spans = sorted(
        (rect.x, rect.right) if flat else (rect.y, rect.bottom) for rect in blocks.values()
    )
    yield spans[0][0] - by
    reached = spans[0][1]
    for low, high in spans[1:]:
        if low > reached:
            yield (low + reached) / 2
        reached = max(reached, high)
    yield reached + by
