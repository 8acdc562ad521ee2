"""Many leaves of one block, in a stack beside a trunk, where a row of them would be too wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size, simplified
from diagramkit.layout.graph.blocks import NO_ROOM, Arc, Block, Gaps, Level, Pile

LEAST = 3
"""The smallest number of leaves that are stacked."""
TRUNK = 6.0
"""From the side of a stack to its trunk."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Leaves of one parent with one style of line; `name` is its block, `index` its arc."""

    name: str
    index: int
    arcs: tuple[Arc, ...]


def stacked(
    blocks: Mapping[str, Block], arcs: Sequence[Arc], gaps: Gaps
) -> tuple[dict[str, Block], list[Arc], list[Stack]]:
    """Blocks and arcs with the leaves of each parent, where they are many, as one block.

    A leaf is entered by one arc, without words, and left by none.
    """
    stacks = _stacks(blocks, arcs)
    left = Counter(arc.source for arc in arcs)
    hidden = {arc.target for stack in stacks for arc in stack.arcs}
    merged = {name: block for name, block in blocks.items() if name not in hidden}
    kept = [arc for arc in arcs if arc.target not in hidden]
    for stack in stacks:
        sizes = [blocks[arc.target].size for arc in stack.arcs]
        along = sum(size.width for size in sizes) + gaps.sibling * (len(sizes) - 1)
        across = _indent(gaps) + max(size.height for size in sizes)
        merged[stack.name] = Block(Size(along, across))
        first = stack.arcs[0]
        port = first.source_port
        if port is None and left[first.source] == len(stack.arcs):
            # The trunk hangs from the near part of its parent, so that the stack stays below it.
            port = min(0.5, 3 * TRUNK / blocks[first.source].size.height)
        kept.append(
            Arc(
                stack.index,
                first.source,
                stack.name,
                first.style,
                source_port=port,
                target_port=TRUNK / across,
            )
        )
    return merged, kept, stacks


def unstacked(
    level: Level, blocks: Mapping[str, Block], stacks: Sequence[Stack], gaps: Gaps
) -> None:
    """Put the leaves of each stack in their places, and route their arcs along the trunk.

    Post: the blocks and arcs that stood for stacks are gone.
    """
    for stack in stacks:
        frame = level.rects.pop(stack.name)
        level.ranks.pop(stack.name, None)
        way = level.routes.pop(stack.index)
        x = frame.x
        for arc in stack.arcs:
            size = blocks[arc.target].size
            # All as wide as the widest, as in a column.
            rect = Rect(x, frame.y + _indent(gaps), size.width, frame.height - _indent(gaps))
            level.rects[arc.target] = rect
            trunk = Point(rect.center.x, way[-1].y)
            level.routes[arc.index] = simplified([*way, trunk, Point(trunk.x, rect.y)])
            x += size.width + gaps.sibling


def _indent(gaps: Gaps) -> float:
    """From the side of a stack to its leaves: the trunk, a corner and a head."""
    return TRUNK + gaps.lanes.landing


def _stacks(blocks: Mapping[str, Block], arcs: Sequence[Arc]) -> list[Stack]:
    entered = Counter(arc.target for arc in arcs)
    left = Counter(arc.source for arc in arcs)
    families: dict[tuple[str, str, float | None], list[Arc]] = {}
    for arc in arcs:
        block = blocks[arc.target]
        plain = block.rank is None and block.room == NO_ROOM and arc.target_port is None
        if entered[arc.target] == 1 and not left[arc.target] and plain and not arc.label:
            families.setdefault((arc.source, arc.style, arc.source_port), []).append(arc)
    found = [tuple(family) for family in families.values() if len(family) >= LEAST]
    lowest = min((arc.index for arc in arcs), default=0)
    return [
        Stack(Pile(f"\2{number}"), min(lowest, 0) - 1 - number, family)
        for number, family in enumerate(found)
    ]
