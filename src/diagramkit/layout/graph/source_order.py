"""Blocks that are joined alike, in the order of the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagramkit.layout.graph.blocks import Arc, Block, Level

Tie = tuple[bool, str, str]
"""How a block is joined: whether the arc leaves it, what is at the other end, its style."""


def in_source_order(level: Level, blocks: Mapping[str, Block], arcs: Sequence[Arc]) -> None:
    """Let blocks that could change places stand in the order of `blocks`.

    The engine orders a layer by its crossings alone and leaves the order of what is joined
    alike to chance; readers expect the first one first. Blocks can change places when they are
    of one size and layer, and all their arcs go to the same blocks, or to the frame, in the
    same way.

    Post: the places and the lines are the same as before, but for whose they are.
    """
    ties: dict[str, list[tuple[Tie, Arc]]] = {name: [] for name in blocks}
    for arc in arcs:
        ends = ((arc.source, arc.target, True), (arc.target, arc.source, False))
        for name, other, leaves in ends:
            end = "frame" if other[0] == "\0" and not blocks[other].turn else other
            fixed = arc.source_port is not None or arc.target_port is not None
            # Words, loops and fixed ends, its own and the others', tell a block from all others.
            alone = arc.label or arc.source == arc.target or fixed
            ties[name].append(((leaves, name if alone else end, arc.style), arc))
    alike: dict[object, list[str]] = {}
    for name, block in blocks.items():
        if name[0] > "\2" and ties[name]:
            ties[name].sort(key=lambda tie: tie[0])
            shape = (block.size, block.room, level.ranks.get(name))
            alike.setdefault((shape, tuple(tie for tie, _ in ties[name])), []).append(name)
    for names in alike.values():
        if len(names) > 1:
            _reorder(level, names, ties)


def _reorder(
    level: Level, names: Sequence[str], ties: Mapping[str, Sequence[tuple[Tie, Arc]]]
) -> None:
    places = sorted(names, key=lambda name: level.rects[name].y)
    rects = {name: level.rects[place] for name, place in zip(names, places, strict=True)}
    routes = {
        own.index: level.routes[other.index]
        for name, place in zip(names, places, strict=True)
        for (_, own), (_, other) in zip(ties[name], ties[place], strict=True)
    }
    level.rects.update(rects)
    level.routes.update(routes)
