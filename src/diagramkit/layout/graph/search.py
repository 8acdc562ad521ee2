"""The cheapest way between two boxes over all lanes: for lines to which no simple way is free.

Dijkstra's algorithm (1959) over the crossings of lanes and the axis that a line arrives on there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from diagramkit.geometry import Point, simplified
from diagramkit.layout.route.ways import Lanes, Port

Step = Callable[[Point, Point], float | None]
"""What a piece between two neighbouring crossings costs; None where no line may run."""
Offer = tuple[Port, float]
"""A port, and what it costs to end there."""


class Node(NamedTuple):
    """A crossing of lanes by their numbers, and whether the line arrives level."""

    x: int
    y: int
    level: bool


def search(
    starts: Sequence[Offer], ends: Sequence[Offer], lanes: Lanes, step: Step, bend: float
) -> list[Point] | None:
    """The cheapest way from one of the first ports to one of the second; None where there is none.

    Args:
        starts: the ports that it may begin at.
        ends: those that it may end at.
        lanes: where it may run and turn.
        step: what a piece costs; what it raises ends the search.
        bend: what a corner costs.
    """
    return _Search(starts, ends, lanes, step, bend).way()


class _Search:
    def __init__(
        self,
        starts: Sequence[Offer],
        ends: Sequence[Offer],
        lanes: Lanes,
        step: Step,
        bend: float,
    ) -> None:
        leads = {port: _lead(port) for port, _ in (*starts, *ends)}
        self.xs = sorted({*lanes.values[True], *(at.x for at in leads.values())})
        self.ys = sorted({*lanes.values[False], *(at.y for at in leads.values())})
        xs, ys = ({value: place for place, value in enumerate(row)} for row in (self.xs, self.ys))
        self.starts = [
            (Node(xs[leads[p].x], ys[leads[p].y], p.level), p, cost) for p, cost in starts
        ]
        self.goals: dict[tuple[int, int], list[Offer]] = {}
        for port, cost in ends:
            place = xs[leads[port].x], ys[leads[port].y]
            self.goals.setdefault(place, []).append((port, cost))
        self.step, self.bend = step, bend
        self.known: dict[tuple[Node, Node], float | None] = {}

    def way(self) -> list[Point] | None:
        """Dijkstra's search; the corner before an end counts."""
        came: dict[Node, Node | Port] = {}
        queue: list[tuple[float, Node, Node | Port]] = []
        done: list[tuple[float, Port, Node]] = []
        for node, port, cost in self.starts:
            heappush(queue, (cost, node, port))
        while queue and (not done or queue[0][0] < done[0][0]):
            cost, node, before = heappop(queue)
            if node in came:
                continue
            came[node] = before
            for port, more in self.goals.get((node.x, node.y), ()):
                turned = 0.0 if port.level == node.level else self.bend
                heappush(done, (cost + more + turned, port, node))
            for other, more in self._onward(node):
                if other not in came:
                    heappush(queue, (cost + more, other, node))
        return self._path(came, *done[0][1:]) if done else None

    def _onward(self, node: Node) -> Iterable[tuple[Node, float]]:
        """The crossings beside one, and what it costs to get there."""
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            other = Node(node.x + dx, node.y + dy, dx != 0)
            if not (0 <= other.x < len(self.xs) and 0 <= other.y < len(self.ys)):
                continue
            cost = self._between(node, other)
            if cost is not None:
                yield other, cost + (0.0 if other.level == node.level else self.bend)

    def _between(self, node: Node, other: Node) -> float | None:
        ends = min(node[:2], other[:2]), max(node[:2], other[:2])
        key = (Node(*ends[0], other.level), Node(*ends[1], other.level))
        if key not in self.known:
            self.known[key] = self.step(*(self._at(one) for one in key))
        return self.known[key]

    def _at(self, node: Node) -> Point:
        return Point(self.xs[node.x], self.ys[node.y])

    def _path(self, came: dict[Node, Node | Port], end: Port, last: Node) -> list[Point]:
        points, place = [end.at], came[last]
        points.append(self._at(last))
        while isinstance(place, Node):
            points.append(self._at(place))
            place = came[place]
        return simplified([place.at, *points[::-1]])


def _lead(port: Port) -> Point:
    return port.at.moved(port.dx * port.lead, port.dy * port.lead)
