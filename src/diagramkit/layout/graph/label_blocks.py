"""Words of edges that no stretch of their own line could hold: placed like blocks.

An edge that shares a trunk at both of its ends, runs back, or has a twin has nowhere to put its
words. Such an edge is cut in two around a block as large as its words; its line runs along one
side of the block, and what is kept free for the block is kept free for the words. (Gansner and
others, "A Technique for Drawing Directed Graphs" (1993), 5.2, give every label such a node;
most need none here, and a rank less is a shorter drawing.)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from diagramkit.geometry import Rect, Size, simplified
from diagramkit.layout.graph.blocks import Arc, Block, Door, Level, Words

EDGE = 4.0
"""From the side of the block to the line that runs along it: engines keep ports off corners."""
STEP = Block(Size(0.1, 0.1))
"""What keeps a rank for a link that is to span several."""
FIRST_PIECE = 1 << 32
PAIR = -1
"""What the numbers of the orders that pairs stand in count down from: those of hints count up."""
LEVELLED = 2
"""How many ranks an arc spans whose target is to stand level with one that words are placed before.
"""
MOST_PIECES = 16
"""How many pieces an arc may be cut into: a link spans ten ranks at most."""
WAY_OUT = 1 << 31
"""What the indices of the inner halves of ways to the frame, which are negative, are below."""


def lettered(
    blocks: Mapping[str, Block],
    arcs: Sequence[Arc],
    backward: frozenset[int],
    weak: Collection[int] = (),
    *,
    beside: bool,
) -> tuple[dict[str, Block], list[Arc]]:
    """Blocks and arcs with the words that need it placed as blocks, and a block for each rank
    that an arc is to pass.

    `beside`: words stand beside their line, across the flow; else over it. Arcs that are `weak`
    stay whole: they ask for no rank.
    """
    spread = dict(blocks)
    result: list[Arc] = []
    pairs = _pairs(arcs, backward)
    strong = [arc for arc in arcs if arc.index not in weak]
    placed = {arc.index for arc in strong if _needs_block(arc, backward)}
    level = _beside_placed([arc for arc in strong if arc.index not in backward], placed)
    for arc in arcs:
        stops: list[tuple[str, Block, float | None]] = []
        if arc.index in weak:
            result.append(arc)
            continue
        if arc.label and arc.index in placed:
            across = arc.label.height + 2 * EDGE
            # Words stand to the right of a line that runs down, and over one that runs along.
            turn = pairs.get(arc.index)
            is_first = turn is not None and turn[1] == 0
            port = EDGE / across if turn and not is_first else 1 - EDGE / across
            if beside and turn is None:
                port = EDGE / across
            stops.append((_name(arc.index), Block(Size(arc.label.width, across), turn=turn), port))
        length = max(arc.length, LEVELLED) if arc.index in level else arc.length
        for number in range(len(stops) + 1, length if arc.source != arc.target else 0):
            stops.append((_name(arc.index, number), STEP, None))
        spread.update({name: block for name, block, _ in stops})
        result += _cut(arc, stops) if stops else [arc]
    return spread, result


def _needs_block(arc: Arc, backward: Collection[int]) -> bool:
    """Whether the words of an arc have to be placed like a block."""
    is_free = arc.host is not None and arc.index not in backward
    return arc.label is not None and arc.source != arc.target and not is_free


def _beside_placed(arcs: Sequence[Arc], placed: Collection[int]) -> set[int]:
    """The arcs whose target hangs beside that of an arc with placed words, each from their common
    source alone: siblings stand level.

    Pre: none of the arcs runs back.
    """
    above: dict[str, set[str]] = {}
    for arc in arcs:
        above.setdefault(arc.target, set()).add(arc.source)
    hanging = [arc for arc in arcs if len(above[arc.target]) == 1]
    lowered = {arc.target for arc in hanging if arc.index in placed}
    sources = {arc.source for arc in hanging if arc.index in placed}
    return {arc.index for arc in hanging if arc.source in sources if arc.target not in lowered}


def _pairs(arcs: Sequence[Arc], backward: frozenset[int]) -> dict[int, tuple[int, int]]:
    """The arcs with words that are one of just two between their blocks, one forward and one back:
    which pair each is of, and its place in it. Their lines run side by side, between their words.
    """
    between: dict[tuple[str, str], list[Arc]] = {}
    for arc in arcs:
        if arc.label and arc.source != arc.target and arc.source_port is arc.target_port is None:
            between.setdefault((arc.source, arc.target), []).append(arc)
    found: dict[int, tuple[int, int]] = {}
    for two in between.values():
        two.sort(key=lambda arc: arc.index in backward)
        if [arc.index in backward for arc in two] == [False, True]:
            found.update({arc.index: (PAIR - two[0].index, at) for at, arc in enumerate(two)})
    return found


def _cut(arc: Arc, stops: Sequence[tuple[str, Block, float | None]]) -> list[Arc]:
    """An arc in pieces between its ends and the blocks where it stops, by name and port."""
    names = [arc.source, *(name for name, _, _ in stops), arc.target]
    ports = [arc.source_port, *(port for _, _, port in stops), arc.target_port]
    last = len(stops)
    is_hosted = stops[0][1] is STEP
    words = (0 if arc.host == "source" else last) if is_hosted else None
    return [
        replace(
            arc,
            index=index,
            source=names[place],
            target=names[place + 1],
            source_port=ports[place],
            target_port=ports[place + 1],
            label=arc.label if place == words else None,
            source_head=arc.source_head and not place,
        )
        for place, index in enumerate(_pieces(arc, last + 1))
    ]


def gathered(level: Level, arcs: Sequence[Arc]) -> None:
    """Put the pieces of every cut arc together again, and its words among the level's spots.

    Post: every arc of `arcs` that was cut has one route; the blocks where it stopped are gone.
    """
    for arc in arcs:
        rect = level.rects.pop(_name(arc.index), None)
        steps = [_name(arc.index, number) for number in range(1, max(arc.length, LEVELLED))]
        found = [name for name in steps if level.rects.pop(name, None)]
        count = len(found) + 1 + (rect is not None)
        if count == 1:
            continue
        points = [p for piece in _pieces(arc, count) for p in level.routes.pop(piece)]
        level.routes[arc.index] = simplified(points)
        if rect:
            level.spots[arc.index] = Rect(rect.x, rect.y + EDGE, rect.width, rect.height - 2 * EDGE)


def whole(index: int) -> int:
    """The arc that piece `index` belongs to, or `index` itself."""
    return (index - FIRST_PIECE) // MOST_PIECES if index >= FIRST_PIECE else index


def _pieces(arc: Arc, count: int) -> list[int]:
    """What the pieces of an arc are called. A half that ends at the frame keeps its name."""
    if arc.index >= 0:
        return [FIRST_PIECE + MOST_PIECES * arc.index + place for place in range(count)]
    inner = WAY_OUT + arc.index
    return [arc.index, inner] if isinstance(arc.source, Door) else [inner, arc.index]


def _name(index: int, step: int = 0) -> Words:
    return Words(f"\1{index}.{step}" if step else f"\1{index}")
