"""A level as rows of vertices: its blocks by rank, and a stand-in wherever a line passes a rank.

All that decides where blocks stand across the flow reads and changes this. Coordinates are flow
coordinates: ranks follow each other along x, the vertices of one follow each other along y.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from diagramkit.geometry import Point, segments
from diagramkit.layout.graph.blocks import Arc, Block, Door, Gaps, Level, Words


class Tie(NamedTuple):
    """A piece of an arc between vertices of neighbouring ranks, as one of the two sees it: the
    other one, how far from the middle of each the piece ends, whether it is to be straight, and
    whether its edge runs back."""

    other: int
    own: float
    far: float
    heavy: bool
    back: bool = False


@dataclass(slots=True)
class Vertex:
    """What has a place in a rank: a block, or where the arc `passing` goes by (then `name` is
    empty).

    `before` and `after` are what it takes on either side of its middle `y`; `up` and `down` its
    pieces of arcs to the rank before and the rank behind. `place` is its number in the source,
    `turn` its place in an order that was asked for.
    """

    name: str
    rank: int
    place: int
    y: float
    before: float = 0
    after: float = 0
    passing: int | None = None
    turn: tuple[int, int] | None = None
    up: list[Tie] = field(default_factory=list)
    down: list[Tie] = field(default_factory=list)

    @property
    def is_line(self) -> bool:
        """Whether it is no block of the chart, but stands for a line there, or its words."""
        return self.passing is not None or isinstance(self.name, Words)


@dataclass(slots=True)
class Grid:
    """The vertices of a level, and the order of each rank. `chains` are the vertices along each
    arc, upstream first."""

    vertices: list[Vertex]
    ranks: list[list[int]]
    chains: dict[int, list[int]]
    gaps: Gaps

    @classmethod
    def of(
        cls, level: Level, blocks: Mapping[str, Block], arcs: Sequence[Arc], gaps: Gaps
    ) -> Grid | None:
        """A level as the engine made it; None where an arc stays within its rank."""
        order = {rank: place for place, rank in enumerate(sorted(set(level.ranks.values())))}
        grid = cls([], [[] for _ in order], {}, gaps)
        numbers = {name: number for number, name in enumerate(blocks) if name in level.ranks}
        own = {
            name: grid._add(_vertex(name, order[level.ranks[name]], place, level, blocks))
            for name, place in numbers.items()
        }
        middles = _middles(level, order)
        for arc in arcs:
            if arc.source == arc.target:
                continue
            for door, other in ((arc.source, arc.target), (arc.target, arc.source)):
                if isinstance(door, Door):
                    # Where a line meets the frame has no place of its own in the source.
                    grid.vertices[own[door]].place = numbers[other]
            first, last = own[arc.source], own[arc.target]
            if grid.vertices[first].rank >= grid.vertices[last].rank:
                return None
            grid._chain(arc, first, last, level.routes[arc.index], middles, len(blocks))
        for rank in grid.ranks:
            rank.sort(key=lambda number: grid.vertices[number].y)
        grid._tie(arcs, blocks)
        return grid

    def _add(self, vertex: Vertex) -> int:
        self.vertices.append(vertex)
        self.ranks[vertex.rank].append(len(self.vertices) - 1)
        return len(self.vertices) - 1

    def _chain(
        self,
        arc: Arc,
        first: int,
        last: int,
        route: Sequence[Point],
        middles: Sequence[float],
        most: int,
    ) -> None:
        chain = [first]
        for rank in range(self.vertices[first].rank + 1, self.vertices[last].rank):
            y = _height(route, middles[rank])
            chain.append(self._add(Vertex("", rank, most + arc.index, y, passing=arc.index)))
        self.chains[arc.index] = [*chain, last]

    def _tie(self, arcs: Sequence[Arc], blocks: Mapping[str, Block]) -> None:
        for arc in arcs:
            chain = self.chains.get(arc.index, [])
            for place, (first, last) in enumerate(pairwise(chain)):
                out = _off(arc.source_port, blocks[arc.source]) if not place else 0.0
                into = _off(arc.target_port, blocks[arc.target]) if place == len(chain) - 2 else 0.0
                self.vertices[first].down.append(Tie(last, out, into, arc.heavy, arc.backward))
                self.vertices[last].up.append(Tie(first, into, out, arc.heavy, arc.backward))

    def apart(self, one: int, other: int) -> float:
        """The least distance of the middles of two vertices that follow each other."""
        first, second = self.vertices[one], self.vertices[other]
        both = first.passing is not None and second.passing is not None
        return first.after + second.before + (self.gaps.parallel if both else self.gaps.sibling)


def _vertex(name: str, rank: int, place: int, level: Level, blocks: Mapping[str, Block]) -> Vertex:
    block, y = blocks[name], level.rects[name].center.y
    half, room = block.size.height / 2, block.room
    sides = half + room.above, half + room.below
    return Vertex(name, rank, place, y, *sides, turn=block.turn)


def _middles(level: Level, order: Mapping[int, int]) -> list[float]:
    """Where the middle of each rank is along the flow."""
    ends: dict[int, tuple[float, float]] = {}
    for name, rank in level.ranks.items():
        rect = level.rects[name]
        low, high = ends.get(order[rank], (rect.x, rect.right))
        ends[order[rank]] = min(low, rect.x), max(high, rect.right)
    return [sum(ends[place]) / 2 for place in range(len(ends))]


def _height(route: Sequence[Point], x: float) -> float:
    """Where a route passes a place along the flow."""
    for a, b in segments(route):
        if a.x <= x <= b.x:
            return a.y if a.x == b.x else a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    return route[-1].y


def _off(port: float | None, block: Block) -> float:
    return 0.0 if port is None else (port - 0.5) * block.size.height
