"""Boxes with rows stand flush where their layer begins, so that their titles are in line."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.layout.graph.blocks import Arc, Level


def set_flush(level: Level, arcs: Sequence[Arc]) -> None:
    """Move the blocks of each layer along the flow to where the first of them begins.

    Doors and words keep their place. Pre: `level` is as the engine made it, so that lines turn
    outside the layers.
    """
    starts: dict[int, float] = {}
    for name, rank in level.ranks.items():
        starts[rank] = min(level.rects[name].x, starts.get(rank, level.rects[name].x))
    moves: dict[str, float] = {}
    for name, rank in level.ranks.items():
        if name[0] >= " ":
            rect = level.rects[name]
            moves[name] = starts[rank] - rect.x
            level.rects[name] = rect.moved(moves[name], 0)
    for arc in arcs:
        route = level.routes[arc.index]
        route[0] = route[0].moved(moves.get(arc.source, 0.0), 0)
        route[-1] = route[-1].moved(moves.get(arc.target, 0.0), 0)
        # The engine has points within straight pieces, too.
        while len(route) > 2 and route[-2].y == route[-1].y and route[-2].x > route[-1].x:
            del route[-2]
