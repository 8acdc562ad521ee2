"""What lines keep clear of, and which of several ways is best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from diagramkit.geometry import Point, Rect, alongside, crossing, length, segments, simplified
from diagramkit.layout.figure.node import Node
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.layout.figure.wires import Wire

# What a way costs, in units of length: a bend, a turn back, a box or words that are hit,
# another line that is crossed, one that it runs on or too near to.
BEND, BACK, HIT, WORDS, CROSS, ON = 24.0, 2000.0, 3000.0, 2000.0, 90.0, 900.0
MOST_WAYS = 80
MOST_CHANNELS = 24
CLEAR = 20.0


class Way(NamedTuple):
    """A way and what it costs."""

    points: tuple[Point, ...]
    cost: float


class Obstacles:
    """The boxes, words and lines of a figure."""

    def __init__(self, top: Node, theme: Theme) -> None:
        self.theme = theme
        nodes = list(top.walk())
        self.solid = [node for node in nodes if node.is_solid]
        self.frames = [node for node in nodes if node.IS_FRAME and node.children]
        self.words = [rect for node in nodes for rect in node.words]
        self.lines: list[tuple[Point, Point, Wire]] = []
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

    def best(self, ways: Iterable[Sequence[Point]], wire: Wire) -> Way:
        """The cheapest of several ways; how far it is and how often it bends counts first."""
        ranked = []
        for way in ways:
            points = simplified(way)
            ranked.append((self._plain_cost(points), tuple(points)))
            if len(ranked) >= MOST_WAYS:
                break
        ranked.sort(key=lambda pair: pair[0])
        a, b = wire.source.rect.center, wire.target.rect.center
        best = Way((a, b), float("inf"))
        for plain, way in ranked:
            if plain >= best.cost:
                break
            cost = plain + self._trouble(way, wire, best.cost - plain)
            if cost < best.cost:
                best = Way(way, cost)
        return best

    def _plain_cost(self, points: Sequence[Point]) -> float:
        turns = len(points) - 2
        jog = self.theme.edge.jog
        cost = length(points) + BEND * turns
        for before, (a, b) in zip(segments(points), segments(points[1:]), strict=False):
            (p, q) = before
            if (q.x - p.x) * (b.x - a.x) + (q.y - p.y) * (b.y - a.y) < 0:
                cost += BACK
        for a, b in list(segments(points))[1:-1]:
            cost += BACK / 8 if a.distance(b) < jog else 0.0
        return cost

    def _trouble(self, points: Sequence[Point], wire: Wire, most: float) -> float:
        """What a way hits; it is given up when that is more than `most`."""
        cost = 0.0
        source, target = wire.source, wire.target
        around = {id(node) for end in wire.ends for node in (end, *end.above())}
        for a, b in segments(points):
            room = Rect.between(a, b).grown(8)
            for node in self.solid:
                if node is source or node is target:
                    inner = node.rect.grown(-1)
                    cost += HIT if inner.crossed_by(a, b) else 0.0
                elif node.rect.overlaps(room) and id(node) not in around:
                    cost += HIT if node.rect.grown(7).crossed_by(a, b) else 0.0
            for node in self.frames:
                if id(node) not in around and node.rect.grown(7).crossed_by(a, b):
                    cost += HIT
            for rect in self.words:
                cost += WORDS if rect.grown(3).crossed_by(a, b) else 0.0
            if cost > most:
                return cost
            cost += self._lines_met(a, b, wire)
        return cost

    def _lines_met(self, a: Point, b: Point, wire: Wire) -> float:
        cost, parallel = 0.0, self.theme.spacing.parallel
        for c, d, other in self.lines:
            if other is wire or (wire.trunk and other.trunk == wire.trunk):
                continue
            side = alongside(a, b, c, d)
            if side and side.gap < parallel - 0.5 and side.length > 2:
                cost += ON + side.length
            elif not side and crossing(a, b, c, d):
                cost += CROSS * (3 if "accent" in (wire.role, other.role) else 1)
        return cost


def _side_by_side(one: Rect, other: Rect, axis: int) -> bool:
    """Whether two rectangles share a stretch of an axis."""
    start = max(one[axis], other[axis])
    return start < min(one[axis] + one[2 + axis], other[axis] + other[2 + axis])
