"""The lines of a history on its grid, each broken where a row ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diagramkit.geometry import Point, length, simplified
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


def _parted(points: list[Point], other: list[Point]) -> list[Point]:
    """What a line does not share with another that begins at the same place, and a little of what
    it shares; nothing where all is shared."""
    place = 0
    while points[place : place + 2] == other[place : place + 2] and place + 1 < len(points):
        place += 1
    if place + 1 == len(points):
        return []
    corner, after = points[place], points[place + 1]
    if place + 1 < len(other) and _same_way(corner, after, other[place + 1]):
        part = min(after, other[place + 1], key=corner.distance)
        rest = points[place + 1 :]
        return [_toward(part, corner), *rest]
    return [_toward(corner, points[place - 1]), *points[place:]]


def _same_way(start: Point, one: Point, other: Point) -> bool:
    """Whether two upright or level lines lead from a place in the same direction."""
    return (one.x - start.x) * (other.x - start.x) + (one.y - start.y) * (other.y - start.y) > 0


def _toward(start: Point, end: Point) -> Point:
    """A little way from one place to another, on an upright or level line."""
    share = min(1.0, LEAD / max(start.distance(end), LEAD))
    return Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))


class Routes:
    """Finds the ways of edges; `radii` are the distances from the middle of a commit to its
    border."""

    def __init__(self, grid: Grid, radii: Sequence[float]) -> None:
        self.grid, self.radii = grid, radii

    def all(self) -> Iterator[Route]:
        """All stretches of all edges, in their order.

        Post: what lines from one commit share in a further row is drawn once.
        """
        entered: defaultdict[tuple[int, Point], list[list[Point]]] = defaultdict(list)
        for route in (route for edge in self.grid.steps.edges for route in self._stretches(edge)):
            if route.starts:
                yield route
                continue
            others = entered[route.edge.parent, route.points[0]]
            own = min((_parted(route.points, it) for it in others), key=length, default=None)
            others.append(route.points)
            if own is None:
                yield route
            elif own:
                yield route._replace(points=own)

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
