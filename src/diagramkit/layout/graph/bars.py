"""Bars as long as what they fork into: lines that leave one straight, none of them bent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diagramkit.geometry import Point, Rect, segments
from diagramkit.layout.graph.blocks import Arc, Level


def spread(level: Level, arcs: Sequence[Arc], bars: Iterable[str], parallel: float) -> None:
    """Draw out every bar over the ends of its arcs, which then run straight.

    An arc stays as it is where something stands in the straight way, and a bar where something
    stands beside it.

    Post: no bar and no route touches a block or runs closer than `parallel` to another, unless
    it did before.
    """
    for bar in bars:
        ways = _straight(level, arcs, bar, parallel)
        rect = level.rects[bar]
        reach = rect.height / 2
        ends = [end for way in ways.values() for end in (way[0].y - reach, way[0].y + reach)]
        top, bottom = min([rect.y, *ends]), max([rect.bottom, *ends])
        longer = Rect(rect.x, top, rect.width, bottom - top)
        if _is_free(level, longer, bar, {arc.index for arc in _at(arcs, bar)}, parallel):
            level.rects[bar] = longer
            level.routes.update(ways)


def _at(arcs: Sequence[Arc], bar: str) -> list[Arc]:
    return [arc for arc in arcs if (arc.source == bar) != (arc.target == bar)]


def _straight(
    level: Level, arcs: Sequence[Arc], bar: str, parallel: float
) -> Mapping[int, list[Point]]:
    """The straight ways between the bar and the places where its arcs meet their other ends."""
    own = _at(arcs, bar)
    rect = level.rects[bar]
    ways: dict[int, list[Point]] = {}
    for arc in own:
        route = level.routes[arc.index]
        if arc.source == bar:
            way = [Point(rect.right, route[-1].y), route[-1]]
        else:
            way = [route[0], Point(rect.x, route[0].y)]
        strip = Rect.bounding(way)
        other = arc.target if arc.source == bar else arc.source
        clear = all(
            not block.grown(parallel - 1).overlaps(strip)
            for name, block in level.rects.items()
            if name not in (bar, other)
        )
        if clear and way[0].x < way[1].x and level.keeps_words(arc.index, way, parallel):
            ways[arc.index] = way
    return ways


def _is_free(level: Level, rect: Rect, bar: str, own: set[int], parallel: float) -> bool:
    """Whether no other block and no line of others comes near a longer bar."""
    near = rect.grown(parallel - 1)
    if any(near.overlaps(block) for name, block in level.rects.items() if name != bar):
        return False
    return not any(
        near.crossed_by(start, end)
        for index, route in level.routes.items()
        if index not in own
        for start, end in segments(route)
    )
