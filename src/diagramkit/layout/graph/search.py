"""The cheapest way between two boxes over all lanes: for lines to which no simple way is free.

The A* search of Hart, Nilsson and Raphael (1968) over the crossings of lanes and the axis that a
line arrives on there: those towards the ends are looked at first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush

from diagramkit.geometry import Point, simplified
from diagramkit.layout.route.ways import Lanes, Port

Step = Callable[[Point, Point], float | None]
"""What a piece between two neighbouring crossings costs; None where no line may run."""
Offer = tuple[Port, float]
"""A port, and what it costs to end there."""
Node = int
"""A crossing of lanes by its column and its row, and whether the line arrives level: twice the
number of the crossing, which goes down the columns, and 1 more if it does."""


def search(
    starts: Sequence[Offer],
    ends: Sequence[Offer],
    lanes: Lanes,
    step: Step,
    bend: float,
    unit: float = 0.0,
) -> list[Point] | None:
    """The cheapest way from one of the first ports to one of the second; None where there is none.

    Args:
        starts: the ports that it may begin at.
        ends: those that it may end at.
        lanes: where it may run and turn.
        step: what a piece costs; what it raises ends the search.
        bend: what a corner costs.
        unit: what each unit of a piece costs at least.
    """
    if not starts or not ends:
        return None
    return _Search(starts, ends, lanes, step, bend, unit).way()


class _Search:
    def __init__(
        self,
        starts: Sequence[Offer],
        ends: Sequence[Offer],
        lanes: Lanes,
        step: Step,
        bend: float,
        unit: float,
    ) -> None:
        leads = {port: _lead(port) for port, _ in (*starts, *ends)}
        self.xs = sorted({*lanes.values[True], *(at.x for at in leads.values())})
        self.ys = sorted({*lanes.values[False], *(at.y for at in leads.values())})
        xs, ys = ({value: place for place, value in enumerate(row)} for row in (self.xs, self.ys))
        self.rows = len(ys)

        def crossing(port: Port) -> int:
            return xs[leads[port].x] * self.rows + ys[leads[port].y]

        self.starts = [(2 * crossing(port) + port.level, port, cost) for port, cost in starts]
        self.goals: dict[int, list[Offer]] = {}
        for port, cost in ends:
            self.goals.setdefault(crossing(port), []).append((port, cost))
        self.step, self.bend = step, bend
        self.known: dict[tuple[Node, Node], float | None] = {}
        targets = [leads[port] for port, _ in ends]
        # What it costs at least to get from a column, and from a row, to where the ends are.
        self.across = _least(self.xs, [at.x for at in targets], unit)
        self.along = _least(self.ys, [at.y for at in targets], unit)

    def way(self) -> list[Point] | None:
        """The search; the corner before an end counts."""
        came: dict[Node, Node | Port] = {}
        queue: list[tuple[float, Node, Node | Port, float]] = []
        done: list[tuple[float, Port, Node]] = []
        for node, port, cost in self.starts:
            heappush(queue, (cost + self._ahead(node), node, port, cost))
        while queue and (not done or queue[0][0] < done[0][0]):
            _, node, before, cost = heappop(queue)
            if node in came:
                continue
            came[node] = before
            for port, more in self.goals.get(node >> 1, ()):
                turned = 0.0 if port.level == node & 1 else self.bend
                heappush(done, (cost + more + turned, port, node))
            for other, more in self._onward(node):
                if other not in came:
                    reached = cost + more
                    heappush(queue, (reached + self._ahead(other), other, node, reached))
        return self._path(came, *done[0][1:]) if done else None

    def _ahead(self, node: Node) -> float:
        """What it costs at least from a crossing to the ends."""
        column, row = divmod(node >> 1, self.rows)
        return self.across[column] + self.along[row]

    def _onward(self, node: Node) -> Iterator[tuple[Node, float]]:
        """The crossings beside one, and what it costs to get there."""
        place, rows, known = node >> 1, self.rows, self.known
        column, row = divmod(place, rows)
        turned = (self.bend, 0.0) if node & 1 else (0.0, self.bend)
        for is_there, other, level in (
            (column + 1 < len(self.xs), place + rows, 1),
            (column > 0, place - rows, 1),
            (row + 1 < rows, place + 1, 0),
            (row > 0, place - 1, 0),
        ):
            if not is_there:
                continue
            key = (place, other) if place < other else (other, place)
            if key not in known:
                known[key] = self.step(self._at(key[0]), self._at(key[1]))
            cost = known[key]
            if cost is not None:
                yield 2 * other + level, cost + turned[level]

    def _at(self, place: int) -> Point:
        column, row = divmod(place, self.rows)
        return Point(self.xs[column], self.ys[row])

    def _path(self, came: dict[Node, Node | Port], end: Port, last: Node) -> list[Point]:
        points, place = [end.at], came[last]
        points.append(self._at(last >> 1))
        while not isinstance(place, Port):
            points.append(self._at(place >> 1))
            place = came[place]
        return simplified([place.at, *points[::-1]])


def _least(values: Sequence[float], ends: Sequence[float], unit: float) -> list[float]:
    """What it costs at least to get from each of some places to between the first and the last
    end."""
    low, high = min(ends), max(ends)
    return [unit * max(0.0, low - value, value - high) for value in values]


def _lead(port: Port) -> Point:
    return port.at.moved(port.dx * port.lead, port.dy * port.lead)
