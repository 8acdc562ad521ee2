"""Boxes with rows stand flush where their layer begins, so that their titles are in line; so do
stacks of leaves and what stands beside them, so that their first boxes are."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.geometry import Point
from diagramkit.layout.graph.blocks import Arc, Door, Level, Pile, Words


def set_flush(level: Level, arcs: Sequence[Arc], *, everywhere: bool) -> None:
    """Move the blocks of each layer along the flow to where the first of them begins, `everywhere`
    or only where leaves are stacked.

    Doors and words keep their place. Pre: `level` is as the engine made it, so that lines turn
    outside the layers.
    """
    starts: dict[int, float] = {}
    for name, rank in level.ranks.items():
        starts[rank] = min(level.rects[name].x, starts.get(rank, level.rects[name].x))
    moves: dict[str, float] = {}
    piled = {rank for name, rank in level.ranks.items() if isinstance(name, Pile)}
    for name, rank in level.ranks.items():
        if (everywhere or rank in piled) and not isinstance(name, (Door, Words)):
            rect = level.rects[name]
            moves[name] = starts[rank] - rect.x
            level.rects[name] = rect.moved(moves[name], 0)
    for arc in arcs:
        route = level.routes[arc.index]
        route[0] = route[0].moved(moves.get(arc.source, 0.0), 0)
        if moves.get(arc.target):
            _end_at(route, level.rects[arc.target].x)


def _end_at(route: list[Point], x: float) -> None:
    """Let a line that comes to a block end at `x`, and turn there at the latest: the lanes are
    spread afterwards."""
    for place in range(len(route) - 1, 0, -1):
        if route[place].x <= x:
            break
        route[place] = Point(x, route[place].y)
    while len(route) > 2 and route[-3].y == route[-2].y == route[-1].y:
        del route[-2]
