"""Words beside points: where they stand so that nothing lies over them.

Each label tries the places around its point, the right side first, and takes the one that costs
least beside those that the others have taken; in a few rounds they give way to each other
(a local search, as in Christensen, Marks and Shieber 1995).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import add

from diagramkit.geometry import Point, Rect, Size

GAP = 6.0
"""From the rim of a point to its words."""
AIR = 3.0
"""Between words and anything else."""
ROUNDS = 4
RINGS, RING, TURNS = 12, 10.0, 16
"""Where words with a leader are tried: so many rings, so far apart, so many places in each."""
LEADER_GAP = 4.0
"""Between a leader and its words."""
SLIGHT = 0.5
"""A cost that nobody sees."""
_SIDES = (
    *((1, 0), (-1, 0), (0, -1), (0, 1)),
    *((1, -1), (1, 1), (-1, -1), (-1, 1)),
)


@dataclass(frozen=True)
class Ground:
    """What labels have to keep clear of: lines and rooms, inside `bounds`."""

    bounds: Rect
    lines: Sequence[tuple[Point, Point]] = field(default=())
    taken: Sequence[Rect] = field(default=())

    @cached_property
    def _around_lines(self) -> list[Rect]:
        return [Rect.bounding(line).grown(1) for line in self.lines]

    def near(self, reach: Rect) -> Ground:
        """The ground as far as it matters inside `reach`."""
        found = zip(self.lines, self._around_lines, strict=True)
        lines = [line for line, around in found if reach.overlaps(around)]
        return Ground(self.bounds, lines, [one for one in self.taken if reach.overlaps(one)])

    def cost(self, room: Rect) -> float:
        """How much of what was there before lies under a room."""
        around = room.grown(AIR)
        cost = sum(_shared(around, one) for one in self.taken)
        left, top, right, bottom = around.x, around.y, around.right, around.bottom
        for line, (x, y, width, height) in zip(self.lines, self._around_lines, strict=True):
            is_near = x < right and y < bottom and x + width > left and y + height > top
            if is_near and around.crossed_by(*line):
                cost += 200.0
        inside = self.bounds.intersection(room)
        return cost + 10 * (room.width * room.height - inside.width * inside.height)


def place_labels(
    points: Sequence[Point], sizes: Sequence[Size], radii: Sequence[float], ground: Ground
) -> list[Rect]:
    """The room of the words of each point; points are dots of some radii.

    A room may still lie over something where there is no place that is free: see `with_leaders`.
    """
    dots = [_dot(point, radius) for point, radius in zip(points, radii, strict=True)]
    each = zip(points, sizes, radii, strict=True)
    rooms = [list(_rooms(point, size, radius)) for point, size, radius in each]
    reaches = [_reach(own) for own in rooms]
    costs = [_costs(own, ground.near(reach)) for own, reach in zip(rooms, reaches, strict=True)]
    placed = [_best(own, cost) for own, cost in zip(rooms, costs, strict=True)]
    near = [[dot for dot in dots if reach.overlaps(dot)] for reach in reaches]
    around = [
        [at for at, other in enumerate(reaches) if at != place and reach.overlaps(other)]
        for place, reach in enumerate(reaches)
    ]
    for _ in range(ROUNDS):
        before = list(placed)
        for place, (own, reach) in enumerate(zip(rooms, reaches, strict=True)):
            others = [placed[at] for at in around[place] if reach.overlaps(placed[at])]
            over = [_over(room, near[place], others) for room in own]
            placed[place] = _best(own, map(add, costs[place], over))
        if placed == before:
            break
    return placed


Led = tuple[Rect, tuple[Point, ...]]
"""The room of words, and the line that leads there from the point, if it is not beside it."""


def with_leaders(
    points: Sequence[Point], sizes: Sequence[Size], radii: Sequence[float], ground: Ground
) -> list[Led] | None:
    """The room of the words of each point: beside it, or where it is free, with a line that leads
    there. None where some words have no free room."""
    dots = [_dot(point, radius) for point, radius in zip(points, radii, strict=True)]
    placed: dict[int, Led] = {}
    for place, room in enumerate(place_labels(points, sizes, radii, ground)):
        others = [one for one, _ in placed.values()]
        if ground.cost(room) + _over(room, dots, others) < SLIGHT:
            placed[place] = room, ()
    for place, (point, size, radius) in enumerate(zip(points, sizes, radii, strict=True)):
        if place not in placed:
            found = _led(point, size, radius, ground, dots, list(placed.values()))
            if found is None:
                return None
            placed[place] = found
    return [placed[place] for place in range(len(points))]


def _led(
    point: Point,
    size: Size,
    radius: float,
    ground: Ground,
    dots: Sequence[Rect],
    others: Sequence[Led],
) -> Led | None:
    """The nearest free room around a point, with its line."""
    rooms = [room for room, _ in others]
    lines = [line for _, leader in others for line in pairwise(leader)]
    for room in _rings(point, size, radius):
        near = Point(min(max(point.x, room.x), room.right), min(max(point.y, room.y), room.bottom))
        leader = (_towards(point, near, radius), _towards(near, point, LEADER_GAP))
        is_free = ground.cost(room) + _over(room, dots, rooms) < SLIGHT
        blocked = any(
            one.grown(AIR).crossed_by(*leader)
            for one in (*rooms, *ground.taken, *(dot for dot in dots if not _holds(dot, point)))
        )
        struck = any(room.grown(AIR).crossed_by(*line) for line in lines)
        if is_free and not blocked and not struck:
            return room, leader
    return None


def _rings(point: Point, size: Size, radius: float) -> Iterator[Rect]:
    """Rooms around a point, the nearest first; in each ring, those at the right first."""
    for ring in range(1, RINGS + 1):
        away = radius + GAP + ring * RING
        for turn in range(TURNS):
            angle = (turn + 1) // 2 * (1 if turn % 2 else -1) * 2 * math.pi / TURNS
            right, down = math.cos(angle), math.sin(angle)
            x = point.x + right * away + size.width / 2 * _sign(right)
            y = point.y + down * away + size.height / 2 * _sign(down)
            yield Rect(x - size.width / 2, y - size.height / 2, *size)


def _sign(value: float) -> float:
    return 0.0 if abs(value) < 1e-9 else math.copysign(1.0, value)


def _towards(start: Point, end: Point, length: float) -> Point:
    """The point that lies so far from `start` on the way to `end`."""
    share = length / (start.distance(end) or 1.0)
    return Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))


def _holds(rect: Rect, point: Point) -> bool:
    return rect.x <= point.x <= rect.right and rect.y <= point.y <= rect.bottom


def _rooms(point: Point, size: Size, radius: float) -> Iterator[Rect]:
    """The places around a point, the best first."""
    away = radius + GAP
    for right, down in _SIDES:
        corner = 0.75 if right and down else 1.0
        x = point.x + right * (size.width / 2 + away * corner * abs(right))
        y = point.y + down * (size.height / 2 + away * corner * abs(down))
        yield Rect(x - size.width / 2, y - size.height / 2, *size)


def _reach(rooms: Iterable[Rect]) -> Rect:
    """What is outside of this costs none of the rooms anything."""
    corners = [
        point for room in rooms for point in (Point(*room[:2]), Point(room.right, room.bottom))
    ]
    return Rect.bounding(corners).grown(2 * AIR)


def _costs(rooms: Sequence[Rect], ground: Ground) -> list[float]:
    """What the ground and its rank cost each room."""
    return [ground.cost(room) + rank for rank, room in enumerate(rooms)]


def _best(rooms: Sequence[Rect], costs: Iterable[float]) -> Rect:
    """The first of the rooms that cost least."""
    return min(zip(costs, rooms, strict=True), key=lambda one: one[0])[1]


def _dot(point: Point, radius: float) -> Rect:
    return Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)


def _over(room: Rect, dots: Sequence[Rect], others: Sequence[Rect]) -> float:
    """How much of dots and other labels lies under a room."""
    around = room.grown(AIR)
    under = sum(_shared(around, dot) for dot in dots)
    return 10 * under + 10 * sum(_shared(around, other) for other in others)


def _shared(one: Rect, other: Rect) -> float:
    if not one.overlaps(other):
        return 0.0
    shared = one.intersection(other)
    return shared.width * shared.height


def apart(wanted: Sequence[tuple[float, float]], limit: float) -> list[float]:
    """Middles of words of some heights, in order, moved apart: down first, then up from the
    limit where they go beyond."""
    found: list[float] = []
    for place, (middle, height) in enumerate(wanted):
        above = found[-1] + (wanted[place - 1][1] + height) / 2 if found else middle
        found.append(max(middle, above))
    below = max(limit, wanted[-1][0]) + wanted[-1][1] / 2 if wanted else limit
    for place in range(len(found) - 1, -1, -1):
        height = wanted[place][1]
        found[place] = min(found[place], below - height / 2)
        below = found[place] - height / 2
    return found
