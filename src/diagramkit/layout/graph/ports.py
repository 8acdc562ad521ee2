"""Places for ends with wide marks on a side where straight lines have left them no room.

A line that runs straight between two blocks cannot be moved, and it may end so near to a corner, or
to another such line, that marks and words do not fit beside it. Then the ends on that side are
given places of their own, in the order that they have, and the layers are laid out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from diagramkit.geometry import Rect
from diagramkit.layout.graph.blocks import Arc, Aside, Level
from diagramkit.layout.graph.ends import CORNER

SLACK = 0.5
"""By how much ends may be too near."""
Side = tuple[str, bool]


def with_places(level: Level, arcs: Sequence[Arc], parallel: float) -> list[Arc] | None:
    """The arcs with ports at the ends of crowded sides; None if no side is crowded."""
    sides: dict[Side, list[Arc]] = {}
    for arc in arcs:
        if arc.source != arc.target:
            sides.setdefault((arc.source, True), []).append(arc)
            sides.setdefault((arc.target, False), []).append(arc)
    ports: dict[tuple[int, bool], float] = {}
    for (name, leaving), ending in sides.items():
        if any(_aside(arc, leaving).apart for arc in ending) and len(ending) > 1:
            ports.update(_places(level, level.rects[name], ending, leaving, parallel))
    return [_placed(arc, ports) for arc in arcs] if ports else None


def _places(
    level: Level, rect: Rect, arcs: Sequence[Arc], leaving: bool, parallel: float
) -> dict[tuple[int, bool], float]:
    """The ports of the ends on a side, 0 to 1; none where they stand well."""
    groups: dict[str, list[Arc]] = {}
    for arc in arcs:
        groups.setdefault(arc.style, []).append(arc)
    heights = {
        style: sorted(level.routes[arc.index][0 if leaving else -1].y for arc in own)
        for style, own in groups.items()
    }
    order = sorted(groups, key=lambda style: sum(heights[style]) / len(heights[style]))
    fixed = any((arc.source_port if leaving else arc.target_port) is not None for arc in arcs)
    asides = [[_aside(arc, leaving) for arc in groups[style]] for style in order]
    crowded = any(
        heights[after][0] - heights[before][-1] < max(parallel, _need(*pair)) - SLACK
        for (before, after), pair in zip(pairwise(order), pairwise(asides), strict=True)
    )
    parted = any(own[-1] - own[0] > SLACK for own in heights.values())
    if fixed or not (crowded or parted):
        return {}
    apart = max(parallel, *(aside.apart for own in asides for aside in own))
    space = min(apart, (rect.height - 2 * CORNER) / max(1, len(order) - 1))
    first = 0.5 - space * (len(order) - 1) / 2 / rect.height
    return {
        (arc.index, leaving): first + place * space / rect.height
        for place, style in enumerate(order)
        for arc in groups[style]
    }


def _placed(arc: Arc, ports: dict[tuple[int, bool], float]) -> Arc:
    source = ports.get((arc.index, True), arc.source_port)
    target = ports.get((arc.index, False), arc.target_port)
    return replace(arc, source_port=source, target_port=target)


def _need(ends: Sequence[Aside], following: Sequence[Aside]) -> float:
    """How far apart two ends have to be; those of a trunk are one."""
    return max(end.after for end in ends) + max(end.before for end in following)


def _aside(arc: Arc, leaving: bool) -> Aside:
    return arc.source_aside if leaving else arc.target_aside
