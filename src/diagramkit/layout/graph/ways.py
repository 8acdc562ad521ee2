"""The few ways that a line can take with three bends at most, from a port of one box to a port of
another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from diagramkit.geometry import Point, Rect, simplified

NEAREST = 10
"""How many lanes are tried for a stretch between two corners, those of the shortest ways."""


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


class Lanes(NamedTuple):
    """Where stretches between corners may run: at which x, and at which y."""

    xs: Sequence[float]
    ys: Sequence[float]

    def of(self, *, level: bool) -> Sequence[float]:
        return self.xs if level else self.ys


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


def ways(sources: Iterable[Port], targets: Iterable[Port], lanes: Lanes) -> Iterator[list[Point]]:
    """The ways between each two ports: straight, with one bend, with two, with three."""
    for source, target in product(sources, targets):
        if source.level != target.level:
            yield from _turned(source, target, lanes)
        elif (source.dx, source.dy) == (-target.dx, -target.dy):
            yield from _facing(source, target, lanes)
        else:
            yield from _hooked(source, target, lanes)


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
    for lane in _near(middle, [middle, *lanes.of(level=source.level)]):
        if source.ahead(lane) and target.ahead(lane):
            yield _over(source, target, lane)


def _hooked(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """Out, along a lane beyond both, and back."""
    far = max if source.dx + source.dy > 0 else min
    first = far(source.along, target.along)
    for lane in _near(first, lanes.of(level=source.level)):
        if source.ahead(lane) and target.ahead(lane):
            yield _over(source, target, lane)


def _turned(source: Port, target: Port, lanes: Lanes) -> Iterator[list[Point]]:
    """Around one corner, or over two lanes."""
    if source.ahead(target.across) and target.ahead(source.across):
        yield [source.at, _corner(source, target), target.at]
        return
    for lane in _near(source.along, lanes.of(level=source.level)):
        if not source.ahead(lane):
            continue
        for other in _near(target.along, lanes.of(level=target.level))[: NEAREST // 2]:
            if target.ahead(other):
                yield _around(source, target, lane, other)


def _near(value: float, lanes: Sequence[float]) -> list[float]:
    return sorted(dict.fromkeys(lanes), key=lambda lane: (abs(lane - value), lane))[:NEAREST]


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
