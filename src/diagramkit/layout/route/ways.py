"""The few ways that a line can take with three bends at most, from a port of one box to a port of
another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, product
from typing import Literal, NamedTuple

from diagramkit.geometry import Point, Rect, length, simplified

Side = Literal["left", "right", "top", "bottom"]
STEP: dict[Side, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "top": (0, -1),
    "bottom": (0, 1),
}
"""The direction away from each side."""
NEAREST = 6
"""How many lanes are tried for a stretch between two corners, those of the shortest ways."""
FEW = 3
"""The same for each of two stretches."""
ON_ROUTE = 0.1
"""How far from a line what lies on it may be, in user units."""
Boxed = tuple[Point, Point, float, float, float, float]
"""A piece of a way, and from where to where it reaches: left, top, right and bottom."""
LOOP = 20.0
"""How far a line from a box to itself runs from it, in user units."""


class Port(NamedTuple):
    """Where a line leaves a box: the place, the direction away from the border, and how far it
    runs straight there at least."""

    at: Point
    dx: int
    dy: int
    lead: float

    @property
    def level(self) -> bool:
        """Whether the line leaves to a side."""
        return self.dx != 0

    def ahead(self, value: float) -> bool:
        """Whether a coordinate along the line's direction is beyond its straight run."""
        if self.level:
            return (value - self.at.x) * self.dx >= self.lead
        return (value - self.at.y) * self.dy >= self.lead

    @property
    def along(self) -> float:
        return self.at.x if self.level else self.at.y

    @property
    def across(self) -> float:
        return self.at.y if self.level else self.at.x


class Lanes:
    """Where stretches between corners may run: at which x, and at which y, in order."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self.values = {True: xs, False: ys}
        self._nearest: dict[tuple[float, bool], list[float]] = {}

    def every(self, value: float, *, level: bool) -> list[float]:
        """All lanes at which x, for `level`, or at which y, the nearest to a coordinate first."""
        return sorted(self.values[level], key=lambda lane: (abs(lane - value), lane))

    def near(self, value: float, *, level: bool) -> list[float]:
        """The lanes nearest to a coordinate: at which x, for `level`, or at which y."""
        key = (value, level)
        if key not in self._nearest:
            values = self.values[level]
            place = bisect_left(values, value)
            around = values[max(0, place - NEAREST) : place + NEAREST]
            self._nearest[key] = sorted(around, key=lambda lane: (abs(lane - value), lane))
        return self._nearest[key]


def ports(
    rect: Rect, shares: Sequence[float], aligned: Iterable[Point], lead: float, margin: float
) -> Iterator[Port]:
    """The ports on all sides of a rectangle: at `shares` of each side, and opposite the points of
    `aligned` where those are at least `margin` from the ends of the side."""
    spots = list(aligned)
    for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)):
        low, high = (rect.y, rect.bottom) if dx else (rect.x, rect.right)
        values = [low + share * (high - low) for share in shares]
        values += [spot.y if dx else spot.x for spot in spots]
        border = rect.center.moved(dx * rect.width / 2, dy * rect.height / 2)
        for value in dict.fromkeys(values):
            if low + margin <= value <= high - margin:
                at = Point(border.x, value) if dx else Point(value, border.y)
                yield Port(at, dx, dy, lead)


def margin(rect: Rect, spread: float) -> float:
    """How far from the corners of a box lines end: so great a share of its shorter side."""
    return min(rect.width, rect.height) * spread


def fewest_bends(source: Port, target: Port) -> int:
    """How many bends a way between two ports has at least."""
    ((x, y), dx, dy, lead), ((other_x, other_y), other_dx, other_dy, landing) = source, target
    if (dx != 0) != (other_dx != 0):
        ahead = (other_x - x) * dx + (other_y - y) * dy >= lead
        return 1 if ahead and (x - other_x) * other_dx + (y - other_y) * other_dy >= landing else 3
    if dx != -other_dx or dy != -other_dy:
        return 2
    return 0 if (y == other_y if dx else x == other_x) else 2


def cheap(
    sources: Sequence[Port], targets: Sequence[Port], length: float, bend: float, most: float
) -> Iterator[tuple[float, tuple[Port, Port]]]:
    """The pairs of ports between which a way may cost less than `most`, with the least that one
    costs: by its `length` and each `bend`."""
    for source in sources:
        x, y = source.at
        for target in targets:
            other_x, other_y = target.at
            least = length * (abs(x - other_x) + abs(y - other_y))
            # Bends are only counted where the way may be short enough.
            if least < most:
                least += bend * fewest_bends(source, target)
                if least < most:
                    yield least, (source, target)


def ways(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """The ways between two ports: straight, with one bend, with two, with three."""
    if source.level != target.level:
        return _turned(source, target, lanes)
    if (source.dx, source.dy) == (-target.dx, -target.dy):
        return _facing(source, target, lanes)
    return _hooked(source, target, lanes)


def first_way(one: Rect, other: Rect) -> list[Point]:
    """A way from border to border with two bends at most, whatever is between; around the lower
    right corner where both are one, straight out where one holds the other."""
    if one == other:
        x, y = one.right + LOOP, one.bottom + LOOP
        start, end = Point(one.right, one.center.y), Point(one.center.x, one.bottom)
        return [start, Point(x, start.y), Point(x, y), Point(end.x, y), end]
    if one.contains(other) or other.contains(one):
        inner, outer = (other, one) if one.contains(other) else (one, other)
        way = _out_of(inner, outer)
        return way if inner == one else way[::-1]
    low, high = max(one.x, other.x), min(one.right, other.right)
    if low < high:
        down = one.y < other.y
        a = Point(one.center.x, one.bottom if down else one.y)
        b = Point(other.center.x, other.y if down else other.bottom)
        middle = (a.y + b.y) / 2
        return [a, Point(a.x, middle), Point(b.x, middle), b]
    onward = one.x < other.x
    a = Point(one.right if onward else one.x, one.center.y)
    b = Point(other.x if onward else other.right, other.center.y)
    middle = (a.x + b.x) / 2
    return [a, Point(middle, a.y), Point(middle, b.y), b]


def _out_of(inner: Rect, outer: Rect) -> list[Point]:
    """Straight from a rectangle to the nearest side of the one around it."""
    middle = inner.center
    return min(
        ([Point(inner.x, middle.y), Point(outer.x, middle.y)],
         [Point(inner.right, middle.y), Point(outer.right, middle.y)],
         [Point(middle.x, inner.bottom), Point(middle.x, outer.bottom)],
         [Point(middle.x, inner.y), Point(middle.x, outer.y)]),
        key=lambda way: way[0].distance(way[1]),
    )  # fmt: skip


def detours(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """The ways that leave both boxes first, then run along a lane past what is between them."""
    if source.level != target.level:
        outer, inner = _lanes_at(source, lanes), _lanes_at(target, lanes)
        for lane, other in product(outer, [_out(target), *inner]):
            yield _around(source, target, lane, other)
        return
    first, last = _out(source), _out(target)
    for lane in lanes.every((source.across + target.across) / 2, level=not source.level):
        corners = [Point(first, source.at.y), Point(first, lane), Point(last, lane)]
        corners.append(Point(last, target.at.y))
        if not source.level:
            corners = [Point(source.at.x, first), Point(lane, first), Point(lane, last)]
            corners.append(Point(target.at.x, last))
        yield simplified([source.at, *corners, target.at])


def _out(port: Port) -> float:
    """How far a line has run when it may turn first."""
    return port.along + (port.dx + port.dy) * port.lead


def _lanes_at(port: Port, lanes: Lanes) -> list[float]:
    """The nearest lanes that a line can turn into first."""
    return [lane for lane in lanes.near(port.along, level=port.level) if port.ahead(lane)]


def shortened(route: Sequence[Point], worth: Callable[[int, float], bool]) -> Iterator[list[Point]]:
    """A route without what is between two of its pieces, which are drawn on until they meet, or
    joined over the lane of one between them; each way once. Left out are those that are not
    `worth` it, by how often they turn and how long they are at least."""
    known = {tuple(route)}
    to = [0.0, *accumulate(a.distance(b) for a, b in pairwise(route))]
    for first, (a, b) in enumerate(pairwise(route)):
        for last in range(first + 2, len(route) - 1):
            c, d = route[last], route[last + 1]
            # What is kept of the pieces themselves ends somewhere between their ends.
            kept, bends = to[first] + to[-1] - to[last + 1], first + len(route) - 2 - last
            if not worth(bends, kept + abs(a.x - d.x) + abs(a.y - d.y)):
                continue
            for corners in _joints(route[first + 1 : last + 1], a, b, c, d):
                if not worth(bends, kept + length([a, *corners, d])):
                    continue
                way = simplified([*route[: first + 1], *corners, *route[last + 1 :]])
                if tuple(way) not in known:
                    known.add(tuple(way))
                    yield way


def landed(route: Sequence[Point], port: Port) -> Iterator[list[Point]]:
    """The beginnings of a route that reach a port with one corner more."""
    for count, (a, b) in enumerate(pairwise(route[:-1]), start=1):
        if port.level:
            corner, onward = Point(a.x, port.at.y), (port.at.y - a.y) * (b.y - a.y) > 0
        else:
            corner, onward = Point(port.at.x, a.y), (port.at.x - a.x) * (b.x - a.x) > 0
        if onward and port.ahead(corner.x if port.level else corner.y):
            yield simplified([*route[:count], corner, port.at])


def boxed(way: Sequence[Point]) -> list[Boxed]:
    """The pieces of a way."""
    return [
        (a, b, min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)) for a, b in pairwise(way)
    ]


def aside(start: Point, end: Point, route: Sequence[Point]) -> tuple[Point, Point] | None:
    """What of a level or upright piece does not lie on a route at its ends; None where all of it
    does."""
    axis = 0 if start.y == end.y else 1
    low, high = (end, start) if end[axis] < start[axis] else (start, end)
    other = 1 - axis
    for a, b in pairwise(route):
        if abs(a[other] - low[other]) > ON_ROUTE or abs(b[other] - low[other]) > ON_ROUTE:
            continue
        first, last = (b, a) if b[axis] < a[axis] else (a, b)
        if first[axis] - ON_ROUTE <= low[axis] <= last[axis]:
            low = last
        if first[axis] <= high[axis] <= last[axis] + ON_ROUTE:
            high = first
        if low[axis] >= high[axis] - ON_ROUTE:
            return None
    return low, high


def has_step(route: Sequence[Point]) -> bool:
    """Whether a route that turns thrice or more goes on the same way after a step aside."""
    ways = [(_sign(b.x - a.x), _sign(b.y - a.y)) for a, b in pairwise(route)]
    return len(ways) > 3 and any(one == third for one, third in zip(ways, ways[2:], strict=False))


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _joints(
    between: Sequence[Point], a: Point, b: Point, c: Point, d: Point
) -> Iterator[list[Point]]:
    """The corners that lead from a piece `a b` to a piece `c d`."""
    level = a.y == b.y
    if level != (c.y == d.y):
        corner = Point(c.x, a.y) if level else Point(a.x, c.y)
        if _ahead(a, b, corner) and _ahead(d, c, corner):
            yield [corner]
        return
    for place in between:
        corners = [Point(place.x, a.y), Point(place.x, c.y)]
        if not level:
            corners = [Point(a.x, place.y), Point(c.x, place.y)]
        if _ahead(a, b, corners[0]) and _ahead(d, c, corners[1]):
            yield corners


def _ahead(a: Point, b: Point, c: Point) -> bool:
    """Whether `c` is in the direction from `a` to `b`."""
    return (b.x - a.x) * (c.x - a.x) + (b.y - a.y) * (c.y - a.y) > 0


def _facing(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """Straight on where the ports are in line, else over a lane between them."""
    low, high = sorted((source.along, target.along))
    if not source.ahead(target.along):
        return
    if abs(source.across - target.across) < 1:
        if source.across == target.across:
            yield [source.at, target.at]
        return
    middle = (low + high) / 2
    for lane in (middle, *lanes.near(middle, level=source.level)[:NEAREST]):
        if source.ahead(lane) and target.ahead(lane):
            yield _over(source, target, lane)


def _hooked(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """Out, along a lane beyond both, and back."""
    sign = source.dx + source.dy
    far = max if sign > 0 else min
    first = far(source.along + sign * source.lead, target.along + sign * target.lead)
    for lane in (first, *lanes.near(first, level=source.level)):
        if source.ahead(lane) and target.ahead(lane):
            yield _over(source, target, lane)


def _turned(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """Around one corner, or over two lanes."""
    if fewest_bends(source, target) == 1:
        yield [source.at, _corner(source, target), target.at]
        return
    for lane, other in product(_lanes_at(source, lanes)[:FEW], _lanes_at(target, lanes)[:FEW]):
        yield _around(source, target, lane, other)


def _over(source: Port, target: Port, lane: float) -> list[Point]:
    if source.level:
        corners = [Point(lane, source.at.y), Point(lane, target.at.y)]
    else:
        corners = [Point(source.at.x, lane), Point(target.at.x, lane)]
    return simplified([source.at, *corners, target.at])


def _corner(source: Port, target: Port) -> Point:
    if source.level:
        return Point(target.at.x, source.at.y)
    return Point(source.at.x, target.at.y)


def _around(source: Port, target: Port, lane: float, other: float) -> list[Point]:
    if source.level:
        corners = [Point(lane, source.at.y), Point(lane, other), Point(target.at.x, other)]
    else:
        corners = [Point(source.at.x, lane), Point(other, lane), Point(other, target.at.y)]
    return simplified([source.at, *corners, target.at])
