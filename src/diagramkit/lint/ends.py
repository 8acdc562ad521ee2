"""What a connector joins, and how much of it can be seen.

A connector that names its boxes, or marks such as life lines, is believed. One that does not, as
in drawings of other programs, joins the box at whose border it ends, the box that it runs into,
or the one that its head points at from nearby.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from diagramkit.geometry import Point, Rect, crossing, rounded, segments, sides
from diagramkit.index import Index
from diagramkit.lint.parts import CORNER_STEPS, STEPS, Drawn, End, Line, Shape
from diagramkit.scene import Connector, Head

# How near an end has to be to a border to be at it, and how far a head may point short of one.
AT_BORDER, POINTS_AT = 3.0, 28.0


def line_of(
    item: Connector,
    order: int,
    by_key: Mapping[str, Shape | Drawn],
    by_place: Index[Shape],
) -> Line:
    """A connector with its ends, without what its own boxes hide of it. It has to have two
    points at least."""

    def end(key: str, path: tuple[Point, ...], heads: list[Head]) -> End:
        tip, reach = _tip(path, heads)
        thing = by_key.get(key) if key else _joined(path, tip, reach, by_place)
        if isinstance(thing, Drawn):
            return End(tip, None, reach, thing)
        return End(tip, thing, reach)

    path = rounded(item.points, item.radius).flattened(CORNER_STEPS)
    first, last = _heads(item)
    start, stop = end(item.source, path[::-1], first), end(item.target, path, last)
    path = _seen(_seen(path[::-1], start, order)[::-1], stop, order)
    start = start if start.head else replace(start, tip=path[0])
    stop = stop if stop.head else replace(stop, tip=path[-1])
    return Line(item, path, start, stop, order)


def _heads(item: Connector) -> tuple[list[Head], list[Head]]:
    """The heads at the start and those at the end."""
    first, last = item.points[0], item.points[-1]
    at_start = [head for head in item.heads if head.tip.distance(first) < head.tip.distance(last)]
    return at_start, [head for head in item.heads if head not in at_start]


def _tip(path: tuple[Point, ...], heads: list[Head]) -> tuple[Point, float]:
    """The outermost point at the end of a path, and how long the head there is."""
    before, tip, reach = path[-2], path[-1], 0.0
    for head in heads:
        tip = head.tip
        reach = max(_behind(before, tip, point) for point in head.outline.flattened(STEPS))
    return tip, reach


def _behind(before: Point, tip: Point, point: Point) -> float:
    """How far a point is behind a tip, along the line that leads to it."""
    span = before.distance(tip) or 1.0
    forward = (tip.x - before.x) * (tip.x - point.x) + (tip.y - before.y) * (tip.y - point.y)
    return forward / span


def _joined(
    path: tuple[Point, ...], tip: Point, head: float, by_place: Index[Shape]
) -> Shape | None:
    near = list(by_place.near(Rect(*tip, 0, 0), AT_BORDER))
    at_border = [shape for shape in near if shape.distance(tip) <= AT_BORDER]
    entered = [shape for shape in near if shape.holds(tip) and _crosses(path, shape)]
    met = at_border or entered
    if met:
        return min(met, key=lambda shape: shape.area)
    return _aimed_at(path[-2], tip, by_place) if head else None


def _crosses(path: tuple[Point, ...], shape: Shape) -> bool:
    return any(crossing(a, b, c, d) for a, b in segments(path) for c, d in sides(shape.outline))


def _aimed_at(before: Point, tip: Point, by_place: Index[Shape]) -> Shape | None:
    """The nearest box ahead of a tip."""
    ahead = [
        (shape.distance(tip), shape)
        for shape in by_place.near(Rect(*tip, 0, 0), POINTS_AT)
        if not shape.holds(tip) and _ahead(before, tip, shape.rect)
    ]
    close = [pair for pair in ahead if pair[0] <= POINTS_AT]
    return min(close, key=lambda pair: pair[0])[1] if close else None


def _ahead(before: Point, tip: Point, rect: Rect) -> bool:
    """Whether a rectangle lies in front of a tip: to the front of it more than to its side."""
    dx, dy = tip.x - before.x, tip.y - before.y
    near = Point(min(max(tip.x, rect.x), rect.right), min(max(tip.y, rect.y), rect.bottom))
    forward = dx * (near.x - tip.x) + dy * (near.y - tip.y)
    aside = abs(dx * (near.y - tip.y) - dy * (near.x - tip.x))
    return forward > 0 and forward >= aside


def _seen(path: tuple[Point, ...], end: End, order: int) -> tuple[Point, ...]:
    """A path without the part at its end that the box there hides, painted later."""
    shape = end.shape
    if shape is None or not shape.opaque or shape.order < order or not shape.holds(path[-1]):
        return path
    for place in range(len(path) - 1, 0, -1):
        a, b = path[place - 1], path[place]
        hits = [hit for c, d in sides(shape.outline) if (hit := crossing(a, b, c, d))]
        if hits:
            return (*path[:place], max(hits, key=a.distance))
    return path
