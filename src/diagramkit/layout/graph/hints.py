"""What the hints of a source say of each level: which blocks share a rank, in which order blocks
stand, and which links have no say in ranks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.blocks import Arc, Block, Door, Level
from diagramkit.layout.graph.spine import in_order
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart

ANCHOR = -(1 << 29)
"""What the indices of the arcs that hold a block in its rank count down from."""


@dataclass(slots=True)
class Told:
    """The hints of one level. `first` maps a block to the one that stands for its rank, `turns` to
    the number of an order and its place there; `weak` are the arcs without a say in ranks, `ends`
    the blocks that they join."""

    first: dict[str, str] = field(default_factory=dict)
    turns: dict[str, tuple[int, int]] = field(default_factory=dict)
    weak: set[int] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)

    @property
    def names(self) -> set[str]:
        """The blocks that a hint speaks of."""
        return {*self.first, *self.turns, *self.ends}


class Ranked(NamedTuple):
    """The blocks in their ranks and orders, the arcs between ranks and those within one, and of the
    first those that hold a block in its rank: each comes from an anchor, named like a doorway."""

    blocks: dict[str, Block]
    between: list[Arc]
    within: list[Arc]
    anchors: list[Arc]


def told(chart: Flowchart, tree: Tree) -> dict[str, Told]:
    """The hints of each level that there are hints for.

    A name in a group speaks for the group where the others are outside of it.
    Post: the children of `tree` that an order names stand in that order.
    """
    hints = chart.hints
    if not (hints.same_rank or hints.order or hints.weak):
        return {}
    levels: dict[str, Told] = {}
    for names in hints.same_rank:
        for level, one, other in _meetings(tree, names):
            _share(levels.setdefault(level, Told()).first, one, other)
    pairs: dict[str, list[tuple[str, str]]] = {}
    for names in hints.order:
        for level, one, other in _meetings(tree, names):
            pairs.setdefault(level, []).append((one, other))
    for level, before in pairs.items():
        orders = _orders(tree.children[level], before)
        for number, order in enumerate(orders):
            _rearrange(tree.children[level], order)
            places = {name: (number, place) for place, name in enumerate(order)}
            levels.setdefault(level, Told()).turns.update(places)
    for index, edge in enumerate(chart.edges):
        if (edge.source, edge.target) in hints.weak:
            for level, *ends in _meetings(tree, (edge.source, edge.target)):
                own = levels.setdefault(level, Told())
                own.weak.add(index)
                own.ends.update(ends)
    return levels


def _meetings(tree: Tree, names: Sequence[str]) -> Iterable[tuple[str, str, str]]:
    found = (tree.meeting(one, other) for one, other in pairwise(names))
    return [meeting for meeting in found if meeting]


def _share(first: dict[str, str], one: str, other: str) -> None:
    """Let two blocks, and what shares a rank with either, share one."""
    kept, gone = first.setdefault(one, one), first.setdefault(other, other)
    for name, standing in first.items():
        if standing == gone:
            first[name] = kept


def _orders(children: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Each part of what is ordered, in its order; a pair against those before it is left out."""
    after: dict[str, list[str]] = {}
    part: dict[str, str] = {}
    for one, other in pairs:
        _share(part, one, other)
        if not _reaches(after, other, one):
            after.setdefault(one, []).append(other)
    parts: dict[str, list[str]] = {}
    for name in children:
        if name in part:
            parts.setdefault(part[name], []).append(name)
    return [_sorted(names, after) for names in parts.values()]


def _reaches(after: Mapping[str, Sequence[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for name in after.get(waiting.pop(), []):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return end in seen


def _sorted(names: Sequence[str], after: Mapping[str, Sequence[str]]) -> list[str]:
    """The names so that none comes before what it comes after; of others the first comes first."""
    waiting = dict.fromkeys(names, 0)
    for name in names:
        for other in after.get(name, []):
            waiting[other] += 1
    order: list[str] = []
    while waiting:
        name = next(name for name, count in waiting.items() if not count)
        del waiting[name]
        order.append(name)
        for other in after.get(name, []):
            waiting[other] -= 1
    return order


def _rearrange(children: list[str], order: Sequence[str]) -> None:
    """Let the children that an order names change places until they stand in it."""
    named = set(order)
    places = [place for place, name in enumerate(children) if name in named]
    for place, name in zip(places, order, strict=True):
        children[place] = name


def ranks_of(
    names: Sequence[str], ties: Sequence[tuple[str, str, int]], first: Mapping[str, str]
) -> dict[str, int]:
    """The rank of each name, from 1: behind every tie's first by its length at least, as near to
    what follows as that leaves free, and one for all that `first` maps to the same.

    Pre: the ties have no cycle once those of one rank are taken for one.
    """
    own = {name: first.get(name, name) for name in names}
    between = [(own[a], own[b], length) for a, b, length in ties if own[a] != own[b]]
    order, _ = in_order(dict.fromkeys(own.values()), ((a, b) for a, b, _ in between))
    down: dict[str, list[tuple[str, int]]] = {name: [] for name in own.values()}
    for one, other, length in between:
        down[one].append((other, length))
    ups = Counter(other for _, other, _ in between)
    ranks = dict.fromkeys(down, 1)
    for name in order:
        for other, length in down[name]:
            ranks[other] = max(ranks[other], ranks[name] + length)
    for name in reversed(order):
        if down[name] and ups[name] < len(down[name]):
            ranks[name] = max(ranks[name], min(ranks[o] - length for o, length in down[name]))
    return {name: ranks[standing] for name, standing in own.items()}


def ranked(blocks: Mapping[str, Block], arcs: Sequence[Arc], told: Told) -> Ranked:
    """The blocks and arcs of a level as its hints want them; as they are without hints."""
    blocks = {
        name: replace(block, turn=told.turns.get(name)) if name in told.turns else block
        for name, block in blocks.items()
    }
    if not (told.first or told.weak):
        return Ranked(blocks, list(arcs), [], [])
    inner = [name for name, block in blocks.items() if block.rank is None]
    known = set(inner)
    ties = [
        (arc.source, arc.target, 0 if arc.index in told.weak else 1)
        for arc in arcs
        if {arc.source, arc.target} <= known
    ]
    found = ranks_of(inner, ties, told.first)
    last = max(found.values(), default=0) + 1
    for name, block in blocks.items():
        ends = {"first": 0, "last": last}
        blocks[name] = replace(block, rank=found.get(name, ends.get(str(block.rank), 0)))
    within = [arc for arc in arcs if blocks[arc.source].rank == blocks[arc.target].rank]
    between = [arc for arc in arcs if blocks[arc.source].rank != blocks[arc.target].rank]
    reached = {end for arc in between for end in (arc.source, arc.target)}
    alone = [name for name in inner if name not in reached]
    anchors = [Arc(ANCHOR - at, Door(f"\0{ANCHOR - at}"), name) for at, name in enumerate(alone)]
    for anchor in anchors:
        blocks[anchor.source] = Block(Size(0.1, 0.1), rank=found[anchor.target] - 1)
    _leave_room(blocks, within)
    return Ranked(blocks, [*between, *anchors], within, anchors)


def _leave_room(blocks: dict[str, Block], within: Sequence[Arc]) -> None:
    """Leave room behind a block for the words of a link to another of its rank."""
    for arc in within:
        if arc.label:
            block = blocks[arc.source]
            below = max(block.room.below, arc.label.height)
            blocks[arc.source] = replace(block, room=replace(block.room, below=below))


def draw_within(level: Level, ranked: Ranked, clear: float) -> None:
    """Draw the arcs within a rank and take the anchors away.

    Post: an arc runs straight between two blocks with nothing between them, else around what
    stands between, behind their rank.
    """
    for anchor in ranked.anchors:
        level.rects.pop(anchor.source, None)
        level.routes.pop(anchor.index, None)
    for arc in ranked.within:
        source, target = level.rects[arc.source], level.rects[arc.target]
        level.routes[arc.index] = _straight(level, source, target) or _around(
            level, source, target, clear
        )


def _straight(level: Level, source: Rect, target: Rect) -> list[Point] | None:
    low, high = max(source.x, target.x), min(source.right, target.right)
    if low >= high:
        return None
    x = (low + high) / 2
    is_down = source.y < target.y
    ends = (source.bottom, target.y) if is_down else (source.y, target.bottom)
    way = [Point(x, y) for y in ends]
    blocks = (rect for rect in level.rects.values() if rect not in (source, target))
    return None if any(rect.crossed_by(*way) for rect in blocks) else way


def _around(level: Level, source: Rect, target: Rect, clear: float) -> list[Point]:
    """Out behind the source, along all that stands between, and into the target from behind."""
    low, high = min(source.y, target.y), max(source.bottom, target.bottom)
    ends = [
        rect.right
        for rect in level.rects.values()
        if rect.y < high and rect.bottom > low and rect.x < max(source.right, target.right)
    ]
    x = max(ends) + clear
    ys = (source.center.y, target.center.y)
    return [Point(source.right, ys[0]), *(Point(x, y) for y in ys), Point(target.right, ys[1])]
