"""Words of edges that no stretch of their own line could hold: placed like blocks.

An edge that shares a trunk at both of its ends, runs back, or has a twin has nowhere to put its
words. Such an edge is cut in two around a block as large as its words; its line runs along one
side of the block, and what is kept free for the block is kept free for the words. (Gansner and
others, "A Technique for Drawing Directed Graphs" (1993), 5.2, give every label such a node;
most need none here, and a rank less is a shorter drawing.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diagramkit.geometry import Rect, Size, simplified
from diagramkit.layout.graph.blocks import Arc, Block, Level

EDGE = 4.0
"""From the side of the block to the line that runs along it: engines keep ports off corners."""
FIRST_HALF = 1 << 32
WAY_OUT = 1 << 31
"""What the indices of the inner halves of ways to the frame, which are negative, are below."""


def lettered(
    blocks: Mapping[str, Block],
    arcs: Sequence[Arc],
    backward: frozenset[int],
    *,
    beside: bool,
) -> tuple[dict[str, Block], list[Arc]]:
    """Blocks and arcs with the words that need it placed as blocks.

    `beside`: words stand beside their line, across the flow; else over it.
    """
    spread = dict(blocks)
    result: list[Arc] = []
    for arc in arcs:
        needed = arc.host is None or arc.index in backward
        if arc.label is None or arc.source == arc.target or not needed:
            result.append(arc)
            continue
        name = _name(arc.index)
        across = arc.label.height + 2 * EDGE
        spread[name] = Block(Size(arc.label.width, across))
        # Words stand to the right of a line that runs down, and over one that runs along.
        port = EDGE / across if beside else 1 - EDGE / across
        first, second = _halves(arc)
        result.append(replace(arc, index=first, target=name, target_port=port, label=None))
        rest = replace(arc, index=second, source=name, source_port=port, label=None)
        result.append(replace(rest, source_head=False))
    return spread, result


def gathered(level: Level, arcs: Sequence[Arc]) -> None:
    """Put the halves of every cut arc together again, and its words among the level's spots.

    Post: every arc of `arcs` that was cut has one route; the blocks of words are gone.
    """
    for arc in arcs:
        rect = level.rects.pop(_name(arc.index), None)
        if rect is None:
            continue
        halves = [point for half in _halves(arc) for point in level.routes.pop(half)]
        level.routes[arc.index] = simplified(halves)
        level.spots[arc.index] = Rect(rect.x, rect.y + EDGE, rect.width, rect.height - 2 * EDGE)


def whole(index: int) -> int:
    """The arc that half `index` belongs to, or `index` itself."""
    return (index - FIRST_HALF) // 2 if index >= FIRST_HALF else index


def _halves(arc: Arc) -> tuple[int, int]:
    """What the two halves of an arc are called. A half that ends at the frame keeps its name."""
    if arc.index >= 0:
        return FIRST_HALF + 2 * arc.index, FIRST_HALF + 2 * arc.index + 1
    inner = WAY_OUT + arc.index
    return (arc.index, inner) if arc.source[0] == "\0" else (inner, arc.index)


def _name(index: int) -> str:
    return f"\1{index}"
