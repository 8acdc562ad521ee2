"""The lines of a history on its grid, each broken where a row ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diagramkit.geometry import Point, simplified
from diagramkit.layout.gitgraph.grid import SLOT, Grid, Leg
from diagramkit.layout.gitgraph.steps import Edge


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

    def __init__(self, grid: Grid, radii: Sequence[float]) -> None:
        self.grid, self.radii = grid, radii

    def all(self) -> Iterator[Route]:
        """All stretches of all edges, in their order.

        Post: where lines from one commit go on together in another row, only the one that goes
        furthest is drawn from the start of that row.
        """
        routes = [route for edge in self.grid.steps.edges for route in self._stretches(edge)]
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
        step = self.grid.steps.step[commit]
        row = self.grid.rows[self.grid.place_of[step]]
        return Point(row.centers[step], row.lanes[self.grid.steps.lane[commit]])

    def _pieces(self, edge: Edge) -> list[list[Point]]:
        """The points of an edge, row by row: along each leg to where the next one begins."""
        rows = self.grid.rows
        start, end = self.center(edge.parent), self.center(edge.child)
        pieces = [[start.moved(self.radii[edge.parent], 0)]]
        legs = list(self.grid.legs(edge))
        turns = [*self._turns(edge), end.x - self.radii[edge.child]]
        for leg, turn in zip(legs, turns, strict=True):
            pieces[-1].append(Point(pieces[-1][-1].x, self._level(edge, leg, leg.first)))
            for place in range(leg.first, leg.last):
                pieces[-1].append(Point(rows[place].end, self._level(edge, leg, place)))
                pieces.append([Point(rows[place + 1].start, self._level(edge, leg, place + 1))])
            pieces[-1].append(Point(turn, self._level(edge, leg, leg.last)))
        return pieces

    def _turns(self, edge: Edge) -> Iterator[float]:
        """Where along time an edge crosses lanes: behind its parent, before its child, or both."""
        grid = self.grid
        step, following = grid.steps.step[edge.child], grid.steps.step[edge.parent] + 1
        if edge.way in ("out", "around"):
            first = grid.rows[grid.place_of[following]].outs[following - 1]
            yield first + SLOT * grid.slots.out[edge.parent]
        if edge.way in ("in", "around"):
            first = grid.rows[grid.place_of[step]].ins[step]
            yield first + SLOT * grid.slots.into[edge.child, edge.way == "around"]

    def _level(self, edge: Edge, leg: Leg, place: int) -> float:
        """Where across time a leg runs in a row."""
        row = self.grid.rows[place]
        if leg.is_strip:
            return row.strips[leg.place] + SLOT * self.grid.slots.beside[edge]
        return row.lanes[leg.place]
