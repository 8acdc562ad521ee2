"""A level that is too wide across its flow: wide ranks folded into several."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from diagramkit.layout.graph.blocks import Arc, Block, Gaps, Level

ROUNDS = 4
LONG = 2
"""How many times as long as wide a page may be."""
MOST = 150
"""Levels of more blocks stay as they are: folding them takes seconds and helps nobody."""


def narrowed(
    layered: Callable[[Mapping[str, Block], Sequence[Arc]], Level],
    blocks: Mapping[str, Block],
    arcs: Sequence[Arc],
    level: Level,
    gaps: Gaps,
    across: float,
) -> Level:
    """Fold every rank that is wider than `across` into as few as fit, and lay out again.

    Lines that have to pass a folded rank take room between its blocks, so the ranks are folded
    a little further in each of a few rounds. Blocks that nothing follows go first, so that
    those with successors stay next to them.

    Pre: `level` is what `layered` makes of `blocks`.
    Post: the first layout that is narrow enough; where none is, the one that would have to be
    made smallest to fit a page twice as long as `across`.
    """
    best, least = level, _share(level, across)
    if len(blocks) > MOST:
        return best
    share, dearest = 1.0, 0
    for _ in range(ROUNDS):
        folded = _folded(blocks, arcs, level, gaps, across * share)
        before = gaps.meter.spent
        if folded is None or before + dearest > gaps.meter.most:
            break
        attempt = layered(folded, arcs)
        dearest = max(dearest, gaps.meter.spent - before)
        if attempt.bounds.height <= across:
            return attempt
        if (found := _share(attempt, across)) < least:
            best, least = attempt, found
        share *= 0.8
    return best


def _share(level: Level, across: float) -> float:
    """By how much a layout is larger than a page that is twice as long as `across`."""
    return max(level.bounds.height / across, level.bounds.width / (LONG * across))


def _folded(
    blocks: Mapping[str, Block],
    arcs: Sequence[Arc],
    level: Level,
    gaps: Gaps,
    across: float,
) -> dict[str, Block] | None:
    """The blocks with every rank fixed; None when no rank is too wide."""
    members: dict[int, list[str]] = {}
    for name in sorted(blocks, key=lambda name: level.rects[name].y):
        if not isinstance(blocks[name].rank, str):
            members.setdefault(level.ranks.get(name, 0), []).append(name)
    followed = {arc.source for arc in arcs if arc.index >= 0}
    fixed: dict[str, Block] = {}
    number, wide = 1, False
    for rank in sorted(members):
        names = members[rank]
        count = _needed(names, blocks, gaps, across)
        wide = wide or count > 1
        if count > 1:
            names = sorted(names, key=lambda name: name in followed)
        each = math.ceil(len(names) / count)
        for start in range(0, len(names), each):
            for name in names[start : start + each]:
                fixed[name] = replace(blocks[name], rank=number)
            number += 1
    if not wide:
        return None
    for name, block in blocks.items():
        if isinstance(block.rank, str):
            end = 0 if block.rank == "first" else number
            fixed[name] = replace(block, rank=end)
    # The engine breaks ties by order: keep that of the source.
    return {name: fixed[name] for name in blocks}


def _needed(names: Sequence[str], blocks: Mapping[str, Block], gaps: Gaps, across: float) -> int:
    """How many ranks a rank has to be folded into."""
    total = sum(
        blocks[name].size.height + blocks[name].room.above + blocks[name].room.below
        for name in names
    ) + gaps.sibling * (len(names) - 1)
    return min(len(names), max(1, math.ceil(total / across)))
