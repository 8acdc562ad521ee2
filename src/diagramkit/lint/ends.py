"""What a connector joins, and how much of it can be seen.

A connector that names its boxes, or marks such as life lines, is believed. One that does not, as
in drawings of other programs, joins the box at whose border it ends, the box that it runs into,
or the one that it points at from nearby: unless it ends at another line, a mark or words there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from diagramkit.geometry import (
    Point,
    Rect,
    crossing,
    distance_to_segment,
    rounded,
    segments,
    sides,
)
from diagramkit.index import Index
from diagramkit.lint.parts import CORNER_STEPS, STEPS, Drawn, End, Line, Shape
from diagramkit.scene import Connector, Head

# How near an end has to be to a border, a line or words to be at it.
AT_BORDER, AT_LINE, AT_HEAD, AT_WORDS = 3.0, 5.0, 12.0, 14.0
# How far an end may point short of a box, and how much further aside than ahead the box may be.
# An end whose other end is at a box surely means to join something.
POINTS_AT, ASIDE = 28.0, 1.0
SURELY = ((40.0, 2.0), (64.0, 0.5))
STRAIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an end may be at: boxes, the pieces of lines and marks with their keys, and words with
    the boxes that they are in.
    `tips` has the tips of the heads of each line: lines whose heads meet do not end there at
    each other."""

    shapes: Index[Shape]
    strokes: Index[tuple[str, Point, Point]]
    words: Index[tuple[Rect, Shape | None]]
    tips: Mapping[str, Sequence[Point]]

    def stops(self, key: str, before: Point, tip: Point) -> bool:
        """Whether an end of the line of that key meets another line, a mark or words."""
        spot = Rect(*tip, 0, 0)
        for other, a, b in self.strokes.near(spot, AT_LINE):
            meets = other != key and distance_to_segment(tip, a, b) <= AT_LINE
            if meets and all(tip.distance(end) > AT_HEAD for end in self.tips.get(other, ())):
                return True
        ahead = _beyond(before, tip, AT_WORDS)
        near = self.words.near(Rect.between(tip, ahead), AT_LINE)
        # Words in a box stop no line that comes from outside of it.
        return any(
            room.grown(AT_LINE).crossed_by(tip, ahead)
            for room, shape in near
            if shape is None or shape.holds(tip)
        )


def line_of(
    item: Connector, order: int, by_key: Mapping[str, Shape | Drawn], around: Surroundings
) -> Line:
    """A connector with its ends, without what its own boxes hide of it. It has to have two
    points at least."""
    path = rounded(item.points, item.radius).flattened(CORNER_STEPS)
    first, last = _heads(item)
    ways = ((item.source, path[::-1], first), (item.target, path, last))
    start, stop = (_end(key, way, heads, by_key, around, order) for key, way, heads in ways)
    if not item.source and start.shape is None:
        start = _pointing(item.key, path[::-1], start, stop, around)
    if not item.target and stop.shape is None:
        stop = _pointing(item.key, path, stop, start, around)
    if not item.source and start.shape is None and stop.shape is not None:
        # Now that the other end is known to join something, this one may as well.
        start = _pointing(item.key, path[::-1], start, stop, around)
    if not (item.source or item.target or start.shape or stop.shape):
        start, stop = _both_short(item.key, path, start, stop, around)
    path = _seen(_seen(path[::-1], start, order)[::-1], stop, order)
    if not start.head:
        start = End(path[0], start.shape, 0, start.mark)
    if not stop.head:
        stop = End(path[-1], stop.shape, 0, stop.mark)
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


def _end(
    key: str,
    path: tuple[Point, ...],
    heads: list[Head],
    by_key: Mapping[str, Shape | Drawn],
    around: Surroundings,
    order: int,
) -> End:
    tip, reach = _tip(path, heads)
    if not key and (cover := _covering(path[-1], tip, around.shapes, order)):
        return End(path[-1], cover, reach)
    thing = by_key.get(key) if key else _joined(path, tip, around.shapes)
    if isinstance(thing, Drawn):
        return End(tip, None, reach, thing)
    return End(tip, thing, reach)


def _covering(end: Point, tip: Point, by_place: Index[Shape], order: int) -> Shape | None:
    """The box at whose border a line ends and which hides what of its head reaches into it."""
    if end.distance(tip) <= AT_BORDER:
        return None
    at_border = (
        shape
        for shape in by_place.near(Rect(*end, 0, 0), AT_BORDER)
        if shape.order > order and shape.opaque and shape.distance(end) <= AT_BORDER
    )
    return next((shape for shape in at_border if shape.holds(tip)), None)


def _joined(path: tuple[Point, ...], tip: Point, by_place: Index[Shape]) -> Shape | None:
    near = list(by_place.near(Rect(*tip, 0, 0), AT_BORDER))
    at_border = [shape for shape in near if shape.distance(tip) <= AT_BORDER]
    way = (*path[:-1], tip)
    entered = [shape for shape in near if shape.holds(tip) and _crosses(way, shape)]
    if at_border:
        return min(at_border, key=lambda shape: shape.area)
    if not entered:
        return None
    inner = min(entered, key=lambda shape: shape.area)
    # A line may enter a group to reach what is in it.
    aimed = _aimed_at(path[-2], tip, by_place, POINTS_AT, ASIDE)
    return aimed if aimed and inner.rect.contains(aimed.rect, AT_BORDER) else inner


def _pointing(key: str, path: tuple[Point, ...], end: End, other: End, around: Surroundings) -> End:
    """An end that is at no box, with the box that it points at from nearby."""
    sure = other.shape is not None
    if not (end.head or sure) or around.stops(key, path[-2], end.tip):
        return end
    ways = SURELY if sure and end.head else ((POINTS_AT, ASIDE),)
    found = (_aimed_at(path[-2], end.tip, around.shapes, *way) for way in ways)
    shape = next(filter(None, found), None)
    return replace(end, shape=shape) if shape is not other.shape else end


def _both_short(
    key: str, path: tuple[Point, ...], start: End, stop: End, around: Surroundings
) -> tuple[End, End]:
    """The ends of an arrow with a box straight ahead of its head and another one right behind it,
    which it surely means to join."""
    if bool(start.head) == bool(stop.head):
        return start, stop
    found = []
    for end, way in ((start, path[::-1]), (stop, path)):
        reach = SURELY[-1][0] if end.head else POINTS_AT
        is_free = not around.stops(key, way[-2], end.tip)
        found.append(
            _aimed_at(way[-2], end.tip, around.shapes, reach, STRAIGHT) if is_free else None
        )
    first, last = found
    if first is None or last is None or first is last:
        return start, stop
    return replace(start, shape=first), replace(stop, shape=last)


def _crosses(path: tuple[Point, ...], shape: Shape) -> bool:
    return any(crossing(a, b, c, d) for a, b in segments(path) for c, d in sides(shape.outline))


def _aimed_at(
    before: Point, tip: Point, by_place: Index[Shape], reach: float, aside: float
) -> Shape | None:
    """The nearest box ahead of a tip."""
    ahead = [
        (shape.distance(tip), shape)
        for shape in by_place.near(Rect(*tip, 0, 0), reach)
        if not shape.holds(tip) and _ahead(before, tip, shape.rect, aside)
    ]
    close = [pair for pair in ahead if pair[0] <= reach]
    return min(close, key=lambda pair: pair[0])[1] if close else None


def _ahead(before: Point, tip: Point, rect: Rect, most: float) -> bool:
    """Whether a rectangle lies in front of a tip, at most so many times further to its side."""
    dx, dy = tip.x - before.x, tip.y - before.y
    near = Point(min(max(tip.x, rect.x), rect.right), min(max(tip.y, rect.y), rect.bottom))
    forward = dx * (near.x - tip.x) + dy * (near.y - tip.y)
    aside = abs(dx * (near.y - tip.y) - dy * (near.x - tip.x))
    return forward > 0 and aside <= most * forward


def _beyond(before: Point, tip: Point, distance: float) -> Point:
    """The point that far ahead of a tip."""
    span = before.distance(tip) or 1.0
    share = distance / span
    return Point(tip.x + (tip.x - before.x) * share, tip.y + (tip.y - before.y) * share)


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
