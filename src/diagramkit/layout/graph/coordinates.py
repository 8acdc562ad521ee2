"""Where the vertices of a grid stand across the flow, their order given.

A parent stands at the middle of its children, a line that passes ranks runs straight, and what is
joined by a heavy arc shares one coordinate; distances are kept. Each rank in turn is set against
the one before it, then against the one behind it, until nothing moves: within a rank the places
nearest to those wanted, at the distances needed, are an isotonic regression, exact by pooling
adjacent violators (Barlow and others, "Statistical Inference under Order Restrictions", 1972).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise
from typing import Literal, NamedTuple

from diagramkit.layout.graph.blocks import Door
from diagramkit.layout.graph.grid import Grid, Tie

ROUNDS, FEW, MANY = 24, 6, 250
"""How often the ranks are set, at most, and how often where the vertices are many."""
STRAIGHTENED = 3
"""How often lines that pass ranks are made straight: each makes room for others."""
STILL = 0.25
"""A round that moves nothing by more, in user units, is the last."""
LIGHT, PASSING, HEAVY = 0.05, 100.0, 10_000.0
"""How much places count beside a block's: of what is joined to nothing or by a way back alone, of
a line that passes ranks, which is to run straight, and of a straight path."""
ADRIFT = 1.3
"""How much worse the places of the last round are than the best ones where these are taken."""
MORE = 8.0
"""How much more it counts there that a line is not straight that should be."""


class _Pull(NamedTuple):
    """Where a vertex would stand for the sake of a rank beside it, and how much that counts: at
    the `middle` or the `median` of what it is joined to (the vertex there, how far from the middle
    of that one and of its own the tie ends), where its parent is above the middle of its children
    (`brood`), where what it leads to is below the middle of all that do (`join`), or where it
    is."""

    to: Literal["middle", "median", "brood", "join", "here"]
    ends: Sequence[tuple[int, float, float]]
    weight: float


@dataclass(slots=True)
class _Solver:
    """The places `ys` of all vertices, and what stays as it is while they are set: the distances
    in each rank, and what pulls each vertex from the rank before and the rank behind."""

    grid: Grid
    ys: list[float] = field(init=False)
    offsets: list[list[float]] = field(init=False)
    """How far the vertices of each rank are from its first where all are as close as they may."""
    before: list[_Pull] = field(init=False)
    behind: list[_Pull] = field(init=False)
    children: dict[int, Sequence[tuple[int, float, float]]] = field(init=False)
    sources: dict[int, Sequence[tuple[int, float, float]]] = field(init=False)

    def __post_init__(self) -> None:
        grid, broods, joins = self.grid, _broods(self.grid), _joins(self.grid)
        apart = ((grid.apart(*pair) for pair in pairwise(rank)) for rank in grid.ranks)
        self.offsets = [list(accumulate(each, initial=0.0)) for each in apart]
        self.ys = [vertex.y for vertex in grid.vertices]
        self.children = {
            number: _ways(_onward(grid, grid.vertices[number].down)) for number in broods
        }
        self.sources = {number: _ways(_onward(grid, grid.vertices[number].up)) for number in joins}
        numbers = range(len(self.ys))
        self.before = [_pull_before(grid, number, broods, joins) for number in numbers]
        self.behind = [_pull_behind(grid, number, joins) for number in numbers]

    def pack(self) -> None:
        """Each rank as close as it may be, about one middle."""
        for rank, offsets in zip(self.grid.ranks, self.offsets, strict=True):
            for number, offset in zip(rank, offsets, strict=False):
                self.ys[number] = offset - offsets[-1] / 2

    def sweep(self) -> float:
        """Set each rank against the one before it, then against the one behind it. Returns by how
        much a vertex has moved at most."""
        before = list(self.ys)
        ranks = self.grid.ranks
        for place in range(1, len(ranks)):
            self._set(place, self.before)
        for place in range(len(ranks) - 2, -1, -1):
            self._set(place, self.behind)
        return max((abs(y - old) for y, old in zip(self.ys, before, strict=True)), default=0.0)

    def _set(self, place: int, pulls: Sequence[_Pull]) -> None:
        """The places nearest to those wished for that keep the distances."""
        rank, offsets, ys = self.grid.ranks[place], self.offsets[place], self.ys
        moves: dict[int, float] = {}
        pools: list[tuple[float, float, int]] = []
        for number, offset in zip(rank, offsets, strict=True):
            to, ends, weight = pull = pulls[number]
            if len(ends) == 1 and to in ("middle", "median"):
                other, far, own = ends[0]
                value = ys[other] + far - own - offset
            else:
                value = self._wish(number, pull, moves) - offset
            count = 1
            while pools and pools[-1][0] > value:
                first, light, few = pools.pop()
                total = light + weight
                value = (first * light + value * weight) / total
                weight, count = total, few + count
            pools.append((value, weight, count))
        members = zip(rank, offsets, strict=False)
        for value, _, count in pools:
            for number, offset in islice(members, count):
                ys[number] = value + offset

    def _wish(self, number: int, pull: _Pull, moves: dict[int, float]) -> float:
        """Where a vertex would stand. `moves` holds by how much the children of each parent
        move, or what leads to each join."""
        to, ends, _ = pull
        if to == "here":
            return self.ys[number]
        if to in ("brood", "join"):
            one = ends[0][0]
            if one not in moves:
                family = self.children if to == "brood" else self.sources
                moves[one] = self.ys[one] - self._middle(family[one])
            return self.ys[number] + moves[one]
        if to == "middle":
            return self._middle(ends)
        ys = self.ys
        places = sorted([ys[other] + far - own for other, far, own in ends])
        half = len(places) // 2
        return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2

    def off(self) -> float:
        """How far all vertices together are from in line with what they are joined to, and
        parents from the middle of their children."""
        off, vertices = 0.0, self.grid.vertices
        for number, vertex in enumerate(vertices):
            for tie in vertex.down:
                passing = vertex.passing is not None and vertices[tie.other].passing is not None
                weight = 0 if tie.back else MORE if tie.heavy or passing else 1
                off += weight * abs(self.ys[tie.other] + tie.far - self.ys[number] - tie.own)
        for number, ways in self.children.items():
            if ways and not vertices[number].down[0].back:
                off += len(ways) * abs(self._middle(ways) - self.ys[number])
        return off

    def _middle(self, ends: Sequence[tuple[int, float, float]]) -> float:
        """The middle between the outermost of what a vertex is joined to."""
        ys = self.ys
        if len(ends) == 1:
            other, far, own = ends[0]
            return ys[other] + far - own
        places = [ys[other] + far - own for other, far, own in ends]
        return (min(places) + max(places)) / 2


def set_coordinates(grid: Grid) -> None:
    """Give every vertex its place.

    Post: vertices of a rank keep their order and distances; where a rank allows it, a block
    stands at the middle of those behind it. Where vertices that cannot all have what they want
    push each other on and on, the places are those of the best round.
    """
    solver = _Solver(grid)
    solver.pack()
    best, least, off = solver.ys, math.inf, math.inf
    for _ in range(ROUNDS if len(grid.vertices) <= MANY else FEW):
        if solver.sweep() < STILL:
            break
        off = solver.off()
        if off < least:
            best, least = list(solver.ys), off
    else:
        if off > ADRIFT * least:
            solver.ys = best
    for vertex, y in zip(grid.vertices, solver.ys, strict=True):
        vertex.y = y
    places = {number: place for rank in grid.ranks for place, number in enumerate(rank)}
    for _ in range(STRAIGHTENED):
        for chain in grid.chains.values():
            _straighten(grid, chain, places)


def _straighten(grid: Grid, chain: Sequence[int], places: Mapping[int, int]) -> None:
    """Let a line that passes ranks run at one height past as many as have room for that: at the
    height of one of its ends where it can."""
    passing = chain[1:-1]
    while passing:
        low, high = _free(grid, passing[0], places)
        count = 1
        for number in passing[1:]:
            below, above = _free(grid, number, places)
            if max(low, below) > min(high, above):
                break
            low, high, count = max(low, below), min(high, above), count + 1
        run, passing = passing[:count], passing[count:]
        first, last = grid.vertices[run[0]].up[0], grid.vertices[run[-1]].down[0]
        ends = [grid.vertices[tie.other].y + tie.far for tie in (first, last)]
        mean = sum(grid.vertices[number].y for number in run) / count
        free = [end for end in ends if low <= end <= high]
        for number in run:
            grid.vertices[number].y = free[0] if free else min(max(mean, low), high)


def _free(grid: Grid, number: int, places: Mapping[int, int]) -> tuple[float, float]:
    """Between which heights a vertex may be without coming near to those beside it."""
    rank = grid.ranks[grid.vertices[number].rank]
    place = places[number]
    low, high = float("-inf"), float("inf")
    if place:
        low = grid.vertices[rank[place - 1]].y + grid.apart(rank[place - 1], number)
    if place + 1 < len(rank):
        high = grid.vertices[rank[place + 1]].y - grid.apart(number, rank[place + 1])
    return low, max(low, high)


def _broods(grid: Grid) -> set[int]:
    """The parents of children that have no other, none of them on a straight path."""
    return {
        number
        for number, vertex in enumerate(grid.vertices)
        if all(
            sum(not up.back for up in grid.vertices[tie.other].up) == 1 and not tie.heavy
            for tie in vertex.down
            if not tie.back
        )
    }


def _joins(grid: Grid) -> set[int]:
    """The vertices that several others lead to, all from the rank before, which lead nowhere
    else."""
    return {
        number
        for number, vertex in enumerate(grid.vertices)
        if sum(not tie.back for tie in vertex.up) > 1
        and all(
            sum(not down.back for down in grid.vertices[tie.other].down) == 1
            and not tie.heavy
            and grid.vertices[tie.other].passing is None
            for tie in vertex.up
            if not tie.back
        )
    }


def _onward(grid: Grid, ties: Sequence[Tie]) -> Sequence[Tie]:
    """The ties that count for where a vertex stands: those of edges that run back only where
    there are no others, and of one block and lines that pass ranks or the frame that block's."""
    onward = [tie for tie in ties if not tie.back] or ties
    if len(onward) > 1:
        blocks = [tie for tie in onward if _is_block(grid, tie.other)]
        if len(blocks) == 1 and not all(_hangs(grid, tie.other) for tie in onward):
            return blocks
    return onward


def _hangs(grid: Grid, number: int) -> bool:
    """Whether what a line leads to, past other ranks or not, hangs from that line alone."""
    while not _is_block(grid, number) and len(grid.vertices[number].down) == 1:
        number = grid.vertices[number].down[0].other
    return _is_block(grid, number) and len(grid.vertices[number].up) == 1


def _is_block(grid: Grid, number: int) -> bool:
    vertex = grid.vertices[number]
    return not vertex.is_line and not isinstance(vertex.name, Door)


def _pull_before(grid: Grid, number: int, broods: set[int], joins: set[int]) -> _Pull:
    """What pulls a vertex from the rank before it; `broods` as of `_broods`, `joins` as of
    `_joins`."""
    vertex = grid.vertices[number]
    heavy = [tie for tie in vertex.up if tie.heavy]
    if heavy:
        return _Pull("middle", _ways(heavy), HEAVY)
    if not vertex.up:
        return _Pull("here", (), LIGHT)
    ties = _onward(grid, vertex.up)
    # Children move together, so that their parent is above their middle.
    is_brood = len(ties) == 1 and not ties[0].back and ties[0].other in broods
    to: Literal["middle", "median"] = "middle" if number in joins else "median"
    if is_brood:
        return _Pull("brood", _ways(ties), _weight(grid, number, ties))
    return _Pull(to, _ways(ties), _weight(grid, number, ties))


def _pull_behind(grid: Grid, number: int, joins: set[int]) -> _Pull:
    """What pulls a vertex from the rank behind it; `joins` as of `_joins`."""
    vertex = grid.vertices[number]
    heavy = [tie for tie in vertex.down if tie.heavy]
    if heavy:
        return _Pull("middle", _ways(heavy), HEAVY)
    if not vertex.down:
        return _Pull("here", (), LIGHT)
    ties = _onward(grid, vertex.down)
    if len(ties) == 1 and not ties[0].back and ties[0].other in joins:
        # They move together, so that what they lead to is below their middle.
        return _Pull("join", _ways(ties), _weight(grid, number, ties))
    is_parent = all(len(_onward(grid, grid.vertices[tie.other].up)) == 1 for tie in ties)
    to: Literal["middle", "median"] = "middle" if is_parent else "median"
    return _Pull(to, _ways(ties), _weight(grid, number, ties))


def _ways(ties: Sequence[Tie]) -> Sequence[tuple[int, float, float]]:
    return [(tie.other, tie.far, tie.own) for tie in ties]


def _weight(grid: Grid, number: int, ties: Sequence[Tie]) -> float:
    if ties[0].back:
        # A way back goes where the rest leaves it room.
        return LIGHT
    passing = grid.vertices[number].passing is not None
    return PASSING if passing and grid.vertices[ties[0].other].passing is not None else 1.0
