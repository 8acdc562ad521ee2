"""Which of several ways is best for a line, by what it would hit."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from diagramkit.geometry import Point, Rect, alongside, crossing, segments, simplified

# What a way costs, in units of length: a bend, a turn back, a small step aside, another line that
# is crossed, one that it runs on or too near to, the border of a frame that it runs along.
BEND, BACK, JOG, CROSS, ON, BORDER = 24.0, 2000.0, 250.0, 90.0, 900.0, 500.0
OFF_BORDER = 8.0
"""How far lines keep off the borders of frames and the rules of stages that they run along."""

Owner = TypeVar("Owner")


class Wall(NamedTuple):
    """A rectangle that is in the way, and what it costs to run through it."""

    rect: Rect
    cost: float


class Way(NamedTuple):
    """A way and what it costs."""

    points: tuple[Point, ...]
    cost: float


@dataclass(slots=True)
class Field(Generic[Owner]):
    """The lines that have their place, by their owners, and the borders that none runs along.
    `jog` is the least step aside, `parallel` the least distance of two lines."""

    jog: float
    parallel: float
    borders: Sequence[tuple[Point, Point]] = ()
    lines: list[tuple[Point, Point, Owner]] = field(default_factory=list)

    def add(self, points: Sequence[Point], owner: Owner) -> None:
        """Take a line that has its place."""
        self.lines.extend((a, b, owner) for a, b in segments(points))

    def best(
        self,
        tiers: Iterable[Iterable[Sequence[Point]]],
        walls: Sequence[Wall],
        weight: Callable[[Owner], float],
    ) -> Way:
        """The cheapest of several ways; the first tier that has a free one decides. `weight` is how
        much it counts to meet a line; those of weight 0 are passed over."""
        best = Way((), math.inf)
        for tier in tiers:
            ways = [simplified(way) for way in tier]
            # Of ways that cost the same the one that was named first is best.
            ranked = sorted(((self._plain_cost(way), way) for way in ways), key=lambda one: one[0])
            for plain, way in ranked:
                if plain >= best.cost:
                    break
                trouble = self._trouble(way, walls, weight, best.cost - plain)
                if plain + trouble < best.cost:
                    best = Way(tuple(way), plain + trouble)
                if not trouble:
                    return best
        return best

    def _plain_cost(self, points: Sequence[Point]) -> float:
        """Length and bends; much for turning back, and for stepping aside by too little."""
        steps = [(b.x - a.x, b.y - a.y) for a, b in pairwise(points)]
        lengths = [abs(dx) + abs(dy) for dx, dy in steps]
        cost = sum(lengths) + BEND * (len(steps) - 1)
        cost += BACK * sum(a * c + b * d < 0 for (a, b), (c, d) in pairwise(steps))
        return cost + JOG * sum(step < self.jog for step in lengths[1:-1])

    def _trouble(
        self,
        points: Sequence[Point],
        walls: Sequence[Wall],
        weight: Callable[[Owner], float],
        most: float,
    ) -> float:
        """What a way hits; it is given up when that is more than `most`. Its stretches are
        level or upright, so that their bounds say what they hit."""
        cost = 0.0
        for a, b in segments(points):
            left, right = (a.x, b.x) if a.x < b.x else (b.x, a.x)
            top, bottom = (a.y, b.y) if a.y < b.y else (b.y, a.y)
            for (x, y, width, height), hit in walls:
                if left < x + width and x < right and top < y + height and y < bottom:
                    cost += hit
            if cost > most:
                return cost
            cost += self._lines_met(a, b, weight) + self._borders_met(a, b)
        return cost

    def _borders_met(self, a: Point, b: Point) -> float:
        cost = 0.0
        for c, d in self.borders:
            side = alongside(a, b, c, d)
            if side and side.gap < OFF_BORDER and side.length > 2:
                cost += BORDER + side.length
        return cost

    def _lines_met(self, a: Point, b: Point, weight: Callable[[Owner], float]) -> float:
        cost, parallel = 0.0, self.parallel
        left, right = min(a.x, b.x) - parallel, max(a.x, b.x) + parallel
        top, bottom = min(a.y, b.y) - parallel, max(a.y, b.y) + parallel
        for c, d, other in self.lines:
            (cx, cy), (dx, dy) = c, d
            if (cx < left and dx < left) or (cx > right and dx > right):
                continue
            if (cy < top and dy < top) or (cy > bottom and dy > bottom):
                continue
            counts = weight(other)
            if not counts:
                continue
            side = alongside(a, b, c, d)
            if side and side.gap < parallel - 0.5 and side.length > 2:
                cost += ON + side.length
            elif not side and crossing(a, b, c, d):
                cost += CROSS * counts
        return cost
