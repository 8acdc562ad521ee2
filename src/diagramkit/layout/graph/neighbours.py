"""Blocks beside each other that both keep room free between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from diagramkit.layout.graph.blocks import Arc, Block, Level

TRIES = 3
"""How often the layers are laid out again: each time the order in a rank may have changed."""


def roomy(
    layered: Callable[[Mapping[str, Block], Sequence[Arc]], Level],
    blocks: Mapping[str, Block],
    arcs: Sequence[Arc],
) -> Level:
    """Layers in which the rooms below one block and above the next do not overlap.

    Between two blocks the engine keeps the larger of the two rooms free. Where both are wanted,
    the one below is made as large as both together, and the layers are laid out again.
    """
    level = layered(blocks, arcs)
    larger = dict(blocks)
    for _ in range(TRIES):
        wanted = _wanted(level, blocks)
        if not wanted:
            break
        for name, below in wanted.items():
            larger[name] = replace(blocks[name], room=replace(blocks[name].room, below=below))
        level = layered(larger, arcs)
    return level


def _wanted(level: Level, blocks: Mapping[str, Block]) -> dict[str, float]:
    """The room that is wanted below blocks that stand too near to the next one."""
    if not any(block.room.above for block in blocks.values()):
        return {}
    wanted: dict[str, float] = {}
    order = sorted(blocks, key=lambda name: (level.ranks.get(name, -1), level.rects[name].y))
    for one, other in pairwise(order):
        below, above = blocks[one].room.below, blocks[other].room.above
        if level.ranks.get(one) == level.ranks.get(other) and below and above:
            gap = level.rects[other].y - level.rects[one].bottom
            if gap < below + above:
                wanted[one] = below + above
    return wanted
