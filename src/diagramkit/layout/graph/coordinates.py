"""Where the vertices of a grid stand across the flow, their order given.

A parent stands at the middle of its children, a line that passes ranks runs straight, and what is
joined by a heavy arc shares one coordinate; distances are kept. Each rank in turn is set against
the one before it, then against the one behind it, until nothing moves: within a rank the places
nearest to those wanted, at the distances needed, are an isotonic regression, exact by pooling
adjacent violators (Barlow and others, "Statistical Inference under Order Restrictions", 1972).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from diagramkit.layout.graph.grid import Grid, Tie, Vertex

ROUNDS, FEW, MANY = 24, 6, 250
"""How often the ranks are set, at most, and how often where the vertices are many."""
ADRIFT = 1.3
"""How much worse the places of the last round are than the best ones where these are taken."""
MORE = 8.0
"""How much more it counts there that a line is not straight that should be."""
STRAIGHTENED = 3
"""How often lines that pass ranks are made straight: each makes room for others."""
STILL = 0.25
"""A round that moves nothing by more, in user units, is the last."""
PASSING, HEAVY, LIGHT = 100.0, 10_000.0, 0.05
"""How much more than a block's the place of a line that passes ranks counts, which is to run
straight, and that of a straight path; and how much less what has no place of its own."""


def set_coordinates(grid: Grid) -> None:
    """Give every vertex its place.

    Post: vertices of a rank keep their order and distances; where a rank allows it, a block
    stands at the middle of those behind it. Where vertices that cannot all have what they want
    push each other on and on, the places are those of the best round.
    """
    _pack(grid)
    broods, joins = _broods(grid), _joins(grid)
    best, least, off = [vertex.y for vertex in grid.vertices], math.inf, math.inf
    for _ in range(ROUNDS if len(grid.vertices) <= MANY else FEW):
        before = [vertex.y for vertex in grid.vertices]
        for rank in grid.ranks[1:]:
            moves: dict[int, float] = {}
            wishes = [_below(grid, number, broods, joins, moves) for number in rank]
            _set(grid, rank, wishes)
        for rank in reversed(grid.ranks[:-1]):
            moves = {}
            wishes = [_above(grid, grid.vertices[number], joins, moves) for number in rank]
            _set(grid, rank, wishes)
        moved = (abs(v.y - y) for v, y in zip(grid.vertices, before, strict=True))
        if max(moved, default=0) < STILL:
            break
        off = _off(grid, broods)
        if off < least:
            best, least = [vertex.y for vertex in grid.vertices], off
    else:
        if off > ADRIFT * least:
            for vertex, y in zip(grid.vertices, best, strict=True):
                vertex.y = y
    for _ in range(STRAIGHTENED):
        for chain in grid.chains.values():
            _straighten(grid, chain)


def _off(grid: Grid, broods: set[int]) -> float:
    """How far all vertices together are from in line with what they are joined to, and parents
    from the middle of their children."""
    off = 0.0
    for number, vertex in enumerate(grid.vertices):
        for tie in vertex.down:
            if not tie.back:
                other = grid.vertices[tie.other]
                straight = tie.heavy or (vertex.passing is not None and other.passing is not None)
                off += (MORE if straight else 1) * abs(other.y + tie.far - vertex.y - tie.own)
        if number in broods and (ties := [tie for tie in vertex.down if not tie.back]):
            off += len(ties) * abs(_middle(grid, ties) - vertex.y)
    return off


def _straighten(grid: Grid, chain: Sequence[int]) -> None:
    """Let a line that passes ranks run at one height past as many as have room for that: at the
    height of one of its ends where it can."""
    passing = chain[1:-1]
    while passing:
        low, high = _free(grid, passing[0])
        count = 1
        for number in passing[1:]:
            below, above = _free(grid, number)
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


def _free(grid: Grid, number: int) -> tuple[float, float]:
    """Between which heights a vertex may be without coming near to those beside it."""
    rank = grid.ranks[grid.vertices[number].rank]
    place = rank.index(number)
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


def _onward(ties: Sequence[Tie]) -> Sequence[Tie]:
    """The ties that count for where a vertex stands: those of edges that run back only where
    there are no others."""
    return [tie for tie in ties if not tie.back] or ties


def _pack(grid: Grid) -> None:
    """Each rank as close as it may be, about one middle."""
    for rank in grid.ranks:
        y = 0.0
        for place, number in enumerate(rank):
            y += grid.apart(rank[place - 1], number) if place else 0.0
            grid.vertices[number].y = y
        for number in rank:
            grid.vertices[number].y -= y / 2


Wish = tuple[float, float]
"""Where a vertex would stand, and how much that counts."""


def _below(
    grid: Grid, number: int, broods: set[int], joins: set[int], moves: dict[int, float]
) -> Wish:
    """Where a vertex would stand for the sake of the rank before it. `moves` holds by how much
    the children of each of `broods` move."""
    vertex = grid.vertices[number]
    heavy = [tie for tie in vertex.up if tie.heavy]
    if heavy:
        return _middle(grid, heavy), HEAVY
    if not vertex.up:
        return vertex.y, LIGHT
    ties = _onward(vertex.up)
    if len(ties) == 1 and not ties[0].back and ties[0].other in broods:
        # Children move together, so that their parent is above their middle.
        number = ties[0].other
        if number not in moves:
            parent = grid.vertices[number]
            moves[number] = parent.y - _middle(grid, _onward(parent.down))
        return vertex.y + moves[number], _weight(grid, vertex, ties)
    wish = _middle(grid, ties) if number in joins else _median(grid, ties)
    return wish, _weight(grid, vertex, ties)


def _above(grid: Grid, vertex: Vertex, joins: set[int], moves: dict[int, float]) -> Wish:
    """Where a vertex would stand for the sake of the rank behind it. `moves` holds by how much
    those that lead to each of `joins` move."""
    heavy = [tie for tie in vertex.down if tie.heavy]
    if heavy:
        return _middle(grid, heavy), HEAVY
    if not vertex.down:
        return vertex.y, LIGHT
    ties = _onward(vertex.down)
    if len(ties) == 1 and not ties[0].back and ties[0].other in joins:
        # They move together, so that what they lead to is below their middle.
        number = ties[0].other
        if number not in moves:
            child = grid.vertices[number]
            moves[number] = child.y - _middle(grid, _onward(child.up))
        return vertex.y + moves[number], _weight(grid, vertex, ties)
    is_parent = all(len(_onward(grid.vertices[tie.other].up)) == 1 for tie in ties)
    wish = _middle(grid, ties) if is_parent else _median(grid, ties)
    return wish, _weight(grid, vertex, ties)


def _weight(grid: Grid, vertex: Vertex, ties: Sequence[Tie]) -> float:
    if ties[0].back:
        # A way back goes where the rest leaves it room.
        return LIGHT
    passing = vertex.passing is not None and grid.vertices[ties[0].other].passing is not None
    return PASSING if passing else 1.0


def _median(grid: Grid, ties: Sequence[Tie]) -> float:
    """The middle one of what a vertex is joined to, or between the two middle ones."""
    places = sorted(grid.vertices[tie.other].y + tie.far - tie.own for tie in ties)
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


def _middle(grid: Grid, ties: Sequence[Tie]) -> float:
    """The middle between the outermost of what a vertex is joined to."""
    places = [grid.vertices[tie.other].y + tie.far - tie.own for tie in ties]
    return (min(places) + max(places)) / 2


def _set(grid: Grid, rank: Sequence[int], wishes: Sequence[Wish]) -> None:
    """The places nearest to those wished for that keep the distances."""
    offsets = [0.0]
    for one, other in pairwise(rank):
        offsets.append(offsets[-1] + grid.apart(one, other))
    pools: list[tuple[float, float, int]] = []
    for (wish, weight), offset in zip(wishes, offsets, strict=True):
        pools.append((wish - offset, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (first, light, few), (second, more, many) = pools[-2], pools.pop()
            total = light + more
            pools[-1] = ((first * light + second * more) / total, total, few + many)
    places = iter(offsets)
    members = iter(rank)
    for value, _, count in pools:
        for _ in range(count):
            grid.vertices[next(members)].y = value + next(places)
