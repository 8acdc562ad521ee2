"""What lines keep clear of, and which of several ways is best."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from diagramkit.geometry import Point, Rect, alongside, crossing, segments, simplified
from diagramkit.layout.figure.node import Node
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.layout.figure.wires import Wire

# What a way costs, in units of length: a bend, a turn back, a small step aside, a box or words
# that are hit, another line that is crossed, one that it runs on or too near to, the border of a
# frame that it runs along.
BEND, BACK, JOG, HIT, WORDS, CROSS, ON = 24.0, 2000.0, 250.0, 3000.0, 2000.0, 90.0, 900.0
BORDER = 500.0
MOST_CHANNELS = 24
CLEAR = 20.0
OFF_BORDER = 8.0
"""How far lines keep off the borders of frames and the rules of stages that they run along."""


Wall = tuple[float, float, float, float, float]
"""Left, top, right and bottom of what is in the way, and what it costs to hit it."""


class Way(NamedTuple):
    """A way and what it costs."""

    points: tuple[Point, ...]
    cost: float


class Obstacles:
    """The boxes, words and lines of a figure."""

    def __init__(self, top: Node, theme: Theme) -> None:
        self.jog, self.parallel = theme.edge.jog, theme.spacing.parallel
        nodes = list(top.walk())
        self.solid = [node for node in nodes if node.is_solid]
        self.frames = [node for node in nodes if node.IS_FRAME and node.children]
        self.words = [rect for node in nodes for rect in node.words]
        self.borders = [line for node in nodes for line in node.borders]
        self.lines: list[tuple[Point, Point, Wire]] = []
        self._walls: dict[str, list[Wall]] = {}
        self._channels = [self._all_channels(axis) for axis in (0, 1)]

    def add(self, points: Sequence[Point], wire: Wire) -> None:
        """Take a line that has its place."""
        self.lines.extend((a, b, wire) for a, b in segments(points))

    def channels(self, axis: int, span: Rect) -> list[float]:
        """Coordinates that lines may run along: beside boxes, and midway between neighbours;
        those nearest to the middle of a span first."""
        middle = span[axis] + span[2 + axis] / 2
        found = self._channels[axis]
        return sorted(found, key=lambda value: (abs(value - middle), value))[:MOST_CHANNELS]

    def _all_channels(self, axis: int) -> set[float]:
        rects = [node.rect for node in (*self.solid, *self.frames)]
        found: set[float] = set()
        for rect in rects:
            end = rect[axis] + rect[2 + axis]
            found |= {float(round(rect[axis] - CLEAR)), float(round(end + CLEAR))}
            beyond = [
                other[axis]
                for other in rects
                if other[axis] > end and _side_by_side(rect, other, 1 - axis)
            ]
            if beyond and 12 < min(beyond) - end < 3 * CLEAR:
                found.add((end + min(beyond)) / 2)
        return found

    def best(self, tiers: Iterable[Iterable[Sequence[Point]]], wire: Wire) -> Way:
        """The cheapest of several ways; the first tier that has a free one decides."""
        a, b = wire.source.rect.center, wire.target.rect.center
        best = Way((a, b), math.inf)
        walls = self._walls_of(wire)
        for tier in tiers:
            ways = [simplified(way) for way in tier]
            ranked = sorted(((self._plain_cost(way), way) for way in ways), key=_cost)
            for plain, way in ranked:
                if plain >= best.cost:
                    break
                trouble = self._trouble(way, walls, wire, best.cost - plain)
                if plain + trouble < best.cost:
                    best = Way(tuple(way), plain + trouble)
                if not trouble:
                    return best
        return best

    def _walls_of(self, wire: Wire) -> list[Wall]:
        """What a wire has to keep clear of: the inside of its own boxes, the neighbourhood of
        others, and words. What holds one of its ends is no obstacle."""
        if wire.key not in self._walls:
            ends = {id(end) for end in wire.ends}
            around = ends | {id(node) for end in wire.ends for node in end.above()}
            walls = [_wall(node.rect, -1, HIT) for node in self.solid if id(node) in ends]
            others = (node for node in (*self.solid, *self.frames) if id(node) not in around)
            walls += [_wall(node.rect, 7, HIT) for node in others]
            walls += [_wall(rect, 3, WORDS) for rect in self.words]
            self._walls[wire.key] = walls
        return self._walls[wire.key]

    def _plain_cost(self, points: Sequence[Point]) -> float:
        """Length and bends; much for turning back, and for stepping aside by too little."""
        steps = [(b.x - a.x, b.y - a.y) for a, b in pairwise(points)]
        lengths = [abs(dx) + abs(dy) for dx, dy in steps]
        cost = sum(lengths) + BEND * (len(steps) - 1)
        cost += BACK * sum(a * c + b * d < 0 for (a, b), (c, d) in pairwise(steps))
        return cost + JOG * sum(step < self.jog for step in lengths[1:-1])

    def _trouble(
        self, points: Sequence[Point], walls: Sequence[Wall], wire: Wire, most: float
    ) -> float:
        """What a way hits; it is given up when that is more than `most`. Its stretches are
        level or upright, so that their bounds say what they hit."""
        cost = 0.0
        for a, b in segments(points):
            left, right = (a.x, b.x) if a.x < b.x else (b.x, a.x)
            top, bottom = (a.y, b.y) if a.y < b.y else (b.y, a.y)
            for x0, y0, x1, y1, weight in walls:
                if left < x1 and x0 < right and top < y1 and y0 < bottom:
                    cost += weight
            if cost > most:
                return cost
            cost += self._lines_met(a, b, wire) + self._borders_met(a, b)
        return cost

    def _borders_met(self, a: Point, b: Point) -> float:
        cost = 0.0
        for c, d in self.borders:
            side = alongside(a, b, c, d)
            if side and side.gap < OFF_BORDER and side.length > 2:
                cost += BORDER + side.length
        return cost

    def _lines_met(self, a: Point, b: Point, wire: Wire) -> float:
        cost, parallel = 0.0, self.parallel
        for c, d, other in self.lines:
            if other is wire or (wire.trunk and other.trunk == wire.trunk):
                continue
            side = alongside(a, b, c, d)
            if side and side.gap < parallel - 0.5 and side.length > 2:
                cost += ON + side.length
            elif not side and crossing(a, b, c, d):
                cost += CROSS * (3 if "accent" in (wire.role, other.role) else 1)
        return cost


def _cost(ranked: tuple[float, Sequence[Point]]) -> float:
    # Of ways that cost the same the one that was named first is best.
    return ranked[0]


def _wall(rect: Rect, by: float, weight: float) -> Wall:
    return (rect.x - by, rect.y - by, rect.right + by, rect.bottom + by, weight)


def _side_by_side(one: Rect, other: Rect, axis: int) -> bool:
    """Whether two rectangles share a stretch of an axis."""
    start = max(one[axis], other[axis])
    return start < min(one[axis] + one[2 + axis], other[axis] + other[2 + axis])
