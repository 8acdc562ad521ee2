"""The lines of a history on its grid, each broken where a row ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diagramkit.geometry import Point, simplified
from diagramkit.layout.gitgraph.grid import SLOT, Row
from diagramkit.layout.gitgraph.slots import Slots, strip_of
from diagramkit.layout.gitgraph.steps import Edge, Steps


class Route(NamedTuple):
    """A stretch of an edge in one row, as places along and across time. `starts` and `ends` say
    whether it begins at the parent and ends at the child, or where its row does."""

    edge: Edge
    part: int
    points: list[Point]
    starts: bool
    ends: bool


LEAD = 6.0
"""How much of a line is drawn before it turns off another one, in user units."""


def _entry(route: Route) -> tuple[int, float, float]:
    """Where a stretch enters its row, and which commit it comes from."""
    return route.edge.parent, *route.points[0]


class Routes:
    """Finds the ways of edges; `radii` are the distances from the middle of a commit to its
    border."""

    def __init__(
        self, steps: Steps, slots: Slots, rows: Sequence[Row], radii: Sequence[float]
    ) -> None:
        self.steps, self.slots, self.rows, self.radii = steps, slots, rows, radii
        self.place_of = {step: place for place, row in enumerate(rows) for step in row.steps}

    def all(self) -> Iterator[Route]:
        """All stretches of all edges, in their order.

        Post: where lines from one commit go on together in another row, only the one that goes
        furthest is drawn from the start of that row.
        """
        routes = [route for edge in self.steps.edges for route in self._stretches(edge)]
        furthest: dict[tuple[int, float, float], Route] = {}
        for route in routes:
            if not route.starts:
                other = furthest.setdefault(_entry(route), route)
                if route.points[1].x > other.points[1].x:
                    furthest[_entry(route)] = route
        for route in routes:
            if route.starts or furthest[_entry(route)] is route:
                yield route
            elif len(route.points) > 2:
                turn = route.points[1]
                yield route._replace(points=[turn.moved(-LEAD, 0), *route.points[1:]])

    def _stretches(self, edge: Edge) -> Iterator[Route]:
        """The stretches of an edge, one a row."""
        pieces = self._pieces(edge)
        last = len(pieces) - 1
        for part, points in enumerate(pieces):
            yield Route(edge, part, simplified(points), part == 0, part == last)

    def center(self, commit: int) -> Point:
        """Where the middle of a commit is."""
        step = self.steps.step[commit]
        row = self.rows[self.place_of[step]]
        return Point(row.centers[step], row.lanes[self.steps.lane[commit]])

    def _pieces(self, edge: Edge) -> list[list[Point]]:
        parent, child = self.center(edge.parent), self.center(edge.child)
        first, last = (
            self.place_of[self.steps.step[commit]] for commit in (edge.parent, edge.child)
        )
        lead = [Point(parent.x + self.radii[edge.parent], parent.y)]
        tail = [Point(child.x - self.radii[edge.child], child.y)]
        if edge.way in ("out", "around"):
            lead.append(Point(self._out(edge, first), parent.y))
            lead.append(Point(self._out(edge, first), self._level(edge, first)))
        if edge.way in ("in", "around"):
            tail.insert(0, Point(self._into(edge, last), child.y))
            tail.insert(0, Point(self._into(edge, last), self._level(edge, last)))
        if first == last:
            return [[*lead, *tail]]
        pieces = [[*lead, Point(self.rows[first].end, self._level(edge, first))]]
        for place in range(first + 1, last):
            level = self._level(edge, place)
            pieces.append(
                [Point(self.rows[place].start, level), Point(self.rows[place].end, level)]
            )
        pieces.append([Point(self.rows[last].start, self._level(edge, last)), *tail])
        return pieces

    def _level(self, edge: Edge, place: int) -> float:
        """Where across time an edge runs in a row."""
        row = self.rows[place]
        if edge.way == "around":
            return row.strips[strip_of(edge, self.steps)] + SLOT * self.slots.beside[edge]
        return row.lanes[self.steps.lane[edge.child if edge.way == "out" else edge.parent]]

    def _out(self, edge: Edge, place: int) -> float:
        start = self.rows[place].outs[self.steps.step[edge.parent]]
        return start + SLOT * self.slots.out[edge.parent]

    def _into(self, edge: Edge, place: int) -> float:
        start = self.rows[place].ins[self.steps.step[edge.child]]
        return start + SLOT * self.slots.into[edge.child, edge.way == "around"]
