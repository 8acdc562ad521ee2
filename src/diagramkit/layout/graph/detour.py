"""Routes for edges that do not run with the layers: those that enter a group across its flow.
Orthogonal, around every box, with as few bends and crossings as can be.

The search is A* over the grid of interesting coordinates, as in Wybrow, Marriott and Stuckey,
"Orthogonal Connector Routing" (2009).
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from diagramkit.geometry import Point, Rect, segments, simplified

Direction = tuple[int, int]
RIGHT, LEFT, DOWN, UP = (1, 0), (-1, 0), (0, 1), (0, -1)
# Costs in user units of length that one would walk to avoid them.
BEND, CROSSING, OVERLAP, OFF_CENTER = 60.0, 90.0, 2000.0, 24.0
MAX_STEPS = 4_000


@dataclass(frozen=True, slots=True)
class Port:
    """A place on a border where an edge may leave, and which way is out."""

    point: Point
    out: Direction
    cost: float = 0.0

    def stub(self, by: float) -> Point:
        """The point `by` outside the border."""
        return self.point.moved(self.out[0] * by, self.out[1] * by)


Track = tuple[float, float, float]
"""A straight piece of a route: the coordinate it keeps, and where along the other it runs."""


@dataclass(slots=True)
class Field:
    """What is in the way: boxes, and the pieces of routes that are there already, sorted."""

    obstacles: list[Rect]
    clearance: float
    spacing: float
    horizontal: list[Track] = field(default_factory=list)
    vertical: list[Track] = field(default_factory=list)

    def add(self, route: Sequence[Point]) -> None:
        """Count a route among those that are there."""
        for start, end in segments(route):
            if abs(start.y - end.y) < 0.01:
                insort(self.horizontal, (start.y, *sorted((start.x, end.x))))
            else:
                insort(self.vertical, (start.x, *sorted((start.y, end.y))))

    def cost(self, a: Point, b: Point) -> float:
        """Length plus what crossing or shadowing the routes that are there costs."""
        if a.y == b.y:
            along, across, low, high, at = self.horizontal, self.vertical, a.x, b.x, a.y
        else:
            along, across, low, high, at = self.vertical, self.horizontal, a.y, b.y, a.x
        low, high = min(low, high), max(low, high)
        cost = high - low
        for line, start, end in _between(along, at - self.spacing + 0.01, at + self.spacing - 0.01):
            if start < high and low < end:
                cost += OVERLAP if abs(line - at) < 1 else OVERLAP / 4
        for line, start, end in _between(across, low, high):
            if low < line < high and start < at < end:
                cost += CROSSING
            elif start <= at <= end:
                cost += OVERLAP / 8
        return cost


def _between(tracks: list[Track], low: float, high: float) -> list[Track]:
    """The tracks whose own coordinate is from `low` to `high`."""
    first = bisect_left(tracks, (low, -math.inf, -math.inf))
    return tracks[first : bisect_right(tracks, (high, math.inf, math.inf), first)]


def ports(rect: Rect, sides: Iterable[Direction], spread: float) -> list[Port]:
    """The places to leave a box by: the middle of each side, then either side of the middle.

    `spread` is the share of a side that ports may use.
    """
    found: list[Port] = []
    middle = rect.center
    for out in sides:
        for share in (0.0, -spread / 4, spread / 4):
            cost = OFF_CENTER if share else 0.0
            if out[0]:
                x = rect.right if out[0] > 0 else rect.x
                found.append(Port(Point(x, middle.y + share * rect.height), out, cost))
            else:
                y = rect.bottom if out[1] > 0 else rect.y
                found.append(Port(Point(middle.x + share * rect.width, y), out, cost))
    return found


def detour(sources: Sequence[Port], targets: Sequence[Port], around: Field) -> list[Point] | None:
    """The cheapest orthogonal route from one of the source ports to one of the target ports.

    Returns None where there is none within the bounds of the search.
    """
    grid = _Grid.over(sources, targets, around)
    return grid.search(sources, targets)


@dataclass(slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    around: Field
    blocked_right: set[tuple[int, int]] = field(default_factory=set)
    blocked_down: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def over(
        cls, sources: Sequence[Port], targets: Sequence[Port], around: Field
    ) -> _Grid:
        xs: set[float] = set()
        ys: set[float] = set()
        gap = around.clearance
        for port in (*sources, *targets):
            stub = port.stub(gap)
            xs.add(stub.x)
            ys.add(stub.y)
        for rect in around.obstacles:
            xs.update((rect.x - gap, rect.right + gap))
            ys.update((rect.y - gap, rect.bottom + gap))
        for line, *_ in around.vertical:
            xs.update((line - around.spacing, line + around.spacing))
        for line, *_ in around.horizontal:
            ys.update((line - around.spacing, line + around.spacing))
        grid = cls(_merged(xs), _merged(ys), around)
        grid._block()
        return grid

    def _block(self) -> None:
        inset = self.around.clearance - 0.5
        for rect in self.around.obstacles:
            wall = rect.grown(inset)
            rows = range(bisect_right(self.ys, wall.y), bisect_left(self.ys, wall.bottom))
            columns = range(bisect_right(self.xs, wall.x), bisect_left(self.xs, wall.right))
            first = max(0, bisect_right(self.xs, wall.x) - 1)
            top = max(0, bisect_right(self.ys, wall.y) - 1)
            for j in rows:
                for i in range(first, bisect_left(self.xs, wall.right)):
                    self.blocked_right.add((i, j))
            for i in columns:
                for j in range(top, bisect_left(self.ys, wall.bottom)):
                    self.blocked_down.add((i, j))

    def search(self, sources: Sequence[Port], targets: Sequence[Port]) -> list[Point] | None:
        goals = {self._at(port): port for port in reversed(targets)}
        ends = [self._point(i, j) for i, j in goals]
        queue: list[tuple[float, int, float, tuple[int, int], Direction]] = []
        best: dict[tuple[tuple[int, int], Direction], float] = {}
        came: dict[tuple[tuple[int, int], Direction], tuple[tuple[int, int], Direction]] = {}
        begun: dict[tuple[tuple[int, int], Direction], Port] = {}
        count = 0
        for port in sources:
            state = (self._at(port), port.out)
            cost = port.cost + self.around.cost(port.point, self._point(*state[0]))
            if cost < best.get(state, 1e18):
                best[state], begun[state] = cost, port
                heapq.heappush(queue, (cost, count, cost, *state))
                count += 1
        finish: tuple[float, list[Point]] | None = None
        for _ in range(MAX_STEPS):
            if not queue:
                break
            estimate, _, cost, place, heading = heapq.heappop(queue)
            if finish and estimate >= finish[0]:
                break
            if cost > best[place, heading]:
                continue
            if place in goals:
                total = cost + self._landing(goals[place], heading)
                if finish is None or total < finish[0]:
                    finish = total, self._trace((place, heading), goals[place], came, begun)
            for after, step in self._neighbours(place, heading):
                price = cost + step + (0 if after[1] == heading else BEND)
                if price < best.get(after, 1e18):
                    best[after], came[after] = price, (place, heading)
                    point = self._point(*after[0])
                    rest = min(abs(point.x - e.x) + abs(point.y - e.y) for e in ends)
                    count += 1
                    heapq.heappush(queue, (price + rest, count, price, *after))
        return finish[1] if finish else None

    def _landing(self, goal: Port, heading: Direction) -> float:
        inward = (-goal.out[0], -goal.out[1])
        if heading == goal.out:
            return 1e9
        turn = 0.0 if heading == inward else BEND
        gap = self.around.clearance
        return turn + goal.cost + self.around.cost(goal.stub(gap), goal.point)

    def _neighbours(
        self, place: tuple[int, int], heading: Direction
    ) -> Iterator[tuple[tuple[tuple[int, int], Direction], float]]:
        i, j = place
        here = self._point(i, j)
        for direction in (RIGHT, LEFT, DOWN, UP):
            if direction == (-heading[0], -heading[1]):
                continue
            k, m = i + direction[0], j + direction[1]
            if not (0 <= k < len(self.xs) and 0 <= m < len(self.ys)):
                continue
            low = (min(i, k), min(j, m))
            if low in (self.blocked_right if direction[0] else self.blocked_down):
                continue
            yield ((k, m), direction), self.around.cost(here, self._point(k, m))

    def _trace(
        self,
        state: tuple[tuple[int, int], Direction],
        goal: Port,
        came: dict[tuple[tuple[int, int], Direction], tuple[tuple[int, int], Direction]],
        begun: dict[tuple[tuple[int, int], Direction], Port],
    ) -> list[Point]:
        points = [goal.point, self._point(*state[0])]
        while state in came:
            state = came[state]
            points.append(self._point(*state[0]))
        points.append(begun[state].point)
        return simplified(points[::-1])

    def _at(self, port: Port) -> tuple[int, int]:
        stub = port.stub(self.around.clearance)
        return _nearest(self.xs, stub.x), _nearest(self.ys, stub.y)

    def _point(self, i: int, j: int) -> Point:
        return Point(self.xs[i], self.ys[j])


def _merged(values: set[float]) -> list[float]:
    """Sorted, without the all but equal."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > 0.01:
            merged.append(value)
    return merged


def _nearest(values: Sequence[float], value: float) -> int:
    index = bisect_left(values, value - 0.011)
    return min(index, len(values) - 1)
