"""The order of each rank: as few crossings as can be found, and of equals the source's order.

The engine's order is compared with one of our own: the order of the source, as a walk from each
start has it, swept by barycentres (Sugiyama, Tagawa and Toda, 1981) so that ties stay as they were.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from diagramkit.layout.graph.grid import Grid, Tie

MOST = 600
"""Grids of more vertices keep the engine's order."""
SWEEPS, PATIENCE = 12, 3
ROUNDS = 6
MOST_TURNED = 3
"""How many of the pairs out of order are turned round, and how often, at most."""

Ranks = list[list[int]]


def set_order(grid: Grid) -> bool:
    """Order every rank. Returns whether the order is another than it was.

    Post: pieces of arcs cross no more often than before.
    """
    before = [list(rank) for rank in grid.ranks]
    _keep_turns(grid, grid.ranks)
    if len(grid.vertices) > MOST:
        return grid.ranks != before
    walked = _walked(grid)
    told = _places(walked)
    best = (crossings(grid, grid.ranks), _disorder(grid, grid.ranks, told), grid.ranks)
    for start in (walked, grid.ranks) if any(best[:2]) else ():
        _keep_turns(grid, start)
        found = _exchanged(grid, _swept(grid, start), told)
        best = min(best, (crossings(grid, found), _disorder(grid, found, told), found), key=_judge)
    grid.ranks = best[2] if best[0] else _turned(grid, best[2], told)
    return grid.ranks != before


def _judge(found: tuple[int, int, Ranks]) -> tuple[int, int]:
    return found[:2]


def _turned(grid: Grid, ranks: Ranks, told: dict[int, int]) -> Ranks:
    """An order without crossings, the same seen in a mirror, or with two blocks that hang from the
    same one in each other's place, and all that hangs from them: the one that is nearest to the
    source."""
    places = (
        [grid.vertices[v].place for v in rank if not grid.vertices[v].is_line] for rank in ranks
    )
    if not any(one > other for rank in places for one, other in pairwise(rank)):
        return ranks
    above = [_above(grid, vertex) for vertex in range(len(grid.vertices))]
    pairs = _changed_siblings(grid, ranks, above)
    best = (len(pairs), _disorder(grid, ranks, told), ranks)
    starts = [[rank[::-1] for rank in ranks]] if pairs else []
    for _ in range(MOST_TURNED):
        for start in starts:
            _keep_turns(grid, start)
            found = _exchanged(grid, start, told)
            if not crossings(grid, found):
                changed = len(_changed_siblings(grid, found, above))
                best = min(best, (changed, _disorder(grid, found, told), found), key=_judge)
        pairs = _changed_siblings(grid, best[2], above)[:MOST_TURNED]
        starts = [_swapped(grid, best[2], *pair) for pair in pairs]
    return best[2]


def _keep_turns(grid: Grid, ranks: Ranks) -> None:
    """Let the blocks of a rank that an order names stand in it, in the places that they have."""
    for rank in ranks:
        orders: dict[int, list[int]] = {}
        for place, vertex in enumerate(rank):
            if turn := grid.vertices[vertex].turn:
                orders.setdefault(turn[0], []).append(place)
        for places in orders.values():
            found = [rank[place] for place in places]
            found.sort(key=lambda vertex: grid.vertices[vertex].turn or (0, 0))
            for place, vertex in zip(places, found, strict=True):
                rank[place] = vertex


def crossings(grid: Grid, ranks: Ranks) -> int:
    """How often the pieces between neighbouring ranks cross."""
    places = _places(ranks)
    return sum(_crossed(_ends(grid, rank, places)) for rank in ranks)


def _places(ranks: Ranks) -> dict[int, int]:
    return {vertex: place for rank in ranks for place, vertex in enumerate(rank)}


def _ends(grid: Grid, rank: Sequence[int], places: dict[int, int]) -> list[tuple[float, ...]]:
    """Where the pieces behind a rank begin and end: by place, then by place on the side."""
    return [
        (place, tie.own, places[tie.other], tie.far)
        for place, vertex in enumerate(rank)
        for tie in grid.vertices[vertex].down
    ]


def _crossed(ends: list[tuple[float, ...]]) -> int:
    """How many of the pieces cross: inversions, counted by insertion."""
    count = 0
    seen: list[tuple[float, float]] = []
    for _, _, place, far in sorted(ends):
        end = (place, far)
        count += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return count


def _disorder(grid: Grid, ranks: Ranks, told: dict[int, int]) -> int:
    """How many pairs in a rank stand against the order of the source, as a walk has it."""
    count = 0
    for rank in ranks:
        places = [told[v] for v in rank if grid.vertices[v].passing is None]
        count += sum(a > b for at, b in enumerate(places) for a in places[:at])
    return count


def _changed_siblings(
    grid: Grid, ranks: Ranks, above: Sequence[Mapping[int, int]]
) -> list[tuple[int, int]]:
    """The pairs of blocks in a rank that hang from the same one, in another order than the source
    has both them and the lines to them. `above` is as of `_above`, by vertex."""
    pairs: list[tuple[int, int]] = []
    for rank in ranks:
        blocks = [v for v in rank if not grid.vertices[v].is_line and above[v]]
        for at, other in enumerate(blocks):
            place, ties = grid.vertices[other].place, above[other]
            for one in blocks[:at]:
                if grid.vertices[one].place > place:
                    shared = above[one].keys() & ties.keys()
                    if shared and all(above[one][each] > ties[each] for each in shared):
                        pairs.append((one, other))
    return pairs


def _above(grid: Grid, vertex: int) -> Mapping[int, int]:
    """The blocks that a vertex hangs from, with words on the line or without, and the how many-th
    of the lines behind each of them is the first that leads to it."""
    found: dict[int, int] = {}
    lines = _lines(grid, vertex)
    for each in lines:
        for tie in grid.vertices[each].up:
            if tie.other not in lines:
                behind = [way.other for way in grid.vertices[tie.other].down]
                first = behind.index(each)
                found[tie.other] = min(first, found.get(tie.other, first))
    return found


def _lines(grid: Grid, vertex: int) -> set[int]:
    """A vertex, and the words and the lines that pass ranks on the way to it."""
    found, ready = {vertex}, [vertex]
    while ready:
        for tie in grid.vertices[ready.pop()].up:
            if grid.vertices[tie.other].is_line and tie.other not in found:
                found.add(tie.other)
                ready.append(tie.other)
    return found


def _swapped(grid: Grid, ranks: Ranks, one: int, other: int) -> Ranks:
    """The order in which two blocks have changed places, with all that hangs from one alone."""
    mine, theirs = (_below(grid, each) | _lines(grid, each) for each in (one, other))
    moving = mine ^ theirs
    result: Ranks = []
    for rank in ranks:
        order = [vertex for vertex in rank if vertex in moving]
        order.sort(key=lambda vertex: vertex in mine)
        places = iter(order)
        result.append([next(places) if vertex in moving else vertex for vertex in rank])
    return result


def _below(grid: Grid, vertex: int) -> set[int]:
    """A vertex and all that lines lead to from it."""
    found, ready = {vertex}, [vertex]
    while ready:
        for tie in grid.vertices[ready.pop()].down:
            if tie.other not in found:
                found.add(tie.other)
                ready.append(tie.other)
    return found


def _walked(grid: Grid) -> Ranks:
    """The vertices as a walk from each start in the order of the source first comes to them."""
    ranks: Ranks = [[] for _ in grid.ranks]
    seen: set[int] = set()
    starts = sorted(range(len(grid.vertices)), key=lambda v: grid.vertices[v].place)
    # What is joined to something seen comes before what begins anew.
    for start in starts:
        stack = [start] if not grid.vertices[start].up else []
        while stack:
            vertex = stack.pop()
            if vertex in seen:
                continue
            seen.add(vertex)
            ranks[grid.vertices[vertex].rank].append(vertex)
            stack.extend(reversed(_followers(grid, vertex)))
    return ranks


def _followers(grid: Grid, vertex: int) -> list[int]:
    """What is behind a vertex, in the order of the source; a line that passes counts as what it
    leads to."""
    return sorted(
        {tie.other: None for tie in grid.vertices[vertex].down},
        key=lambda other: grid.vertices[_end(grid, other)].place,
    )


def _end(grid: Grid, vertex: int) -> int:
    while grid.vertices[vertex].passing is not None:
        vertex = grid.vertices[vertex].down[0].other
    return vertex


def _swept(grid: Grid, start: Ranks) -> Ranks:
    """The best of some orders, each rank in turn set by where its neighbours are."""
    ranks = [list(rank) for rank in start]
    best, fewest, failed = ranks, crossings(grid, ranks), 0
    for number in range(SWEEPS):
        if not fewest or failed > PATIENCE:
            break
        ranks = [list(rank) for rank in ranks]
        down = number % 2 == 0
        order = range(1, len(ranks)) if down else range(len(ranks) - 2, -1, -1)
        for rank in order:
            beside = ranks[rank - 1] if down else ranks[rank + 1]
            places = {vertex: place for place, vertex in enumerate(beside)}
            sizes = {v: grid.vertices[v].before + grid.vertices[v].after + 1 for v in beside}
            ranks[rank] = _by_middle(grid, ranks[rank], places, sizes, down, number % 4 > 1)
            _keep_turns(grid, ranks[rank : rank + 1])
        count = crossings(grid, ranks)
        failed = 0 if count < fewest else failed + 1
        if count < fewest:
            best, fewest = ranks, count
    return best


def _by_middle(
    grid: Grid,
    rank: Sequence[int],
    places: dict[int, int],
    sizes: dict[int, float],
    down: bool,
    backward: bool,
) -> list[int]:
    """A rank by the middle of each vertex's neighbours; what has none stays where it is."""

    def middle(vertex: int) -> float | None:
        ties: list[Tie] = grid.vertices[vertex].up if down else grid.vertices[vertex].down
        if not ties:
            return None
        return sum(places[tie.other] + tie.far / sizes[tie.other] for tie in ties) / len(ties)

    middles = {vertex: middle(vertex) for vertex in rank}
    fixed = [vertex for vertex in rank if middles[vertex] is not None]
    at: Callable[[int], float] = lambda vertex: middles[vertex] or 0.0  # noqa: E731
    moved = sorted(reversed(fixed) if backward else fixed, key=at)
    free = iter(moved)
    return [vertex if middles[vertex] is None else next(free) for vertex in rank]


def _exchanged(grid: Grid, start: Ranks, told: dict[int, int]) -> Ranks:
    """Neighbours changed places wherever that saves crossings, or costs none and follows the
    source."""
    ranks = [list(rank) for rank in start]
    places = _places(ranks)
    for _ in range(ROUNDS):
        changed = False
        for rank in ranks:
            for at in range(len(rank) - 1):
                one, other = rank[at], rank[at + 1]
                if _is_told(grid, one, other):
                    continue
                saved = _saved(grid, one, other, places)
                if saved > 0 or (saved == 0 and _is_out_of_order(grid, one, other, told)):
                    rank[at], rank[at + 1] = other, one
                    places[one], places[other] = at + 1, at
                    changed = True
        if not changed:
            break
    return ranks


def _is_told(grid: Grid, one: int, other: int) -> bool:
    """Whether an order that was asked for tells two apart."""
    first, second = grid.vertices[one].turn, grid.vertices[other].turn
    return first is not None and second is not None and first != second and first[0] == second[0]


def _is_out_of_order(grid: Grid, one: int, other: int, told: dict[int, int]) -> bool:
    first, second = grid.vertices[one], grid.vertices[other]
    return first.passing is None and second.passing is None and told[one] > told[other]


def _saved(grid: Grid, one: int, other: int, places: dict[int, int]) -> int:
    """How many crossings fewer there are when two neighbours change places."""
    saved = 0
    first, second = grid.vertices[one], grid.vertices[other]
    for mine, theirs in ((first.up, second.up), (first.down, second.down)):
        for a in mine:
            for b in theirs:
                left, right = (places[a.other], a.far), (places[b.other], b.far)
                saved += (left > right) - (left < right)
    return saved
