"""Bars as long as what they fork into: lines that leave one straight, none of them bent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.blocks import Arc, Level


def draw_out(level: Level, arcs: Sequence[Arc], bars: Iterable[str], parallel: float) -> None:
    """Draw every bar out over the ends of its arcs, which then run straight.

    An arc stays as it is where something stands in the straight way, and a bar where something
    stands beside it.

    Post: no bar and no route touches a block or runs closer than `parallel` to another, unless
    it did before.
    """
    for bar in bars:
        own = _at(arcs, bar)
        ways = _straight(level, own, bar, parallel)
        longer = _longer(level, [arc for arc in own if arc.index in ways], bar, ways)
        if level.is_free(longer.grown(parallel - 1), {bar}, {arc.index for arc in own}):
            level.rects[bar] = longer
            level.routes.update(ways)


def _at(arcs: Sequence[Arc], bar: str) -> list[Arc]:
    return [arc for arc in arcs if (arc.source == bar) != (arc.target == bar)]


def _longer(level: Level, own: Sequence[Arc], bar: str, ways: Mapping[int, list[Point]]) -> Rect:
    """The bar over the ends of its ways: as far as the blocks there, half its length at most."""
    rect = level.rects[bar]
    ends = [rect.y, rect.bottom]
    for arc in own:
        other = level.rects[_other(arc, bar)]
        reach = min(rect.height, other.height) / 2
        ends += [ways[arc.index][0].y - reach, ways[arc.index][0].y + reach]
    return Rect(rect.x, min(ends), rect.width, max(ends) - min(ends))


def _other(arc: Arc, bar: str) -> str:
    return arc.target if arc.source == bar else arc.source


def _straight(
    level: Level, own: Sequence[Arc], bar: str, parallel: float
) -> dict[int, list[Point]]:
    """The straight ways between the bar and the places where its arcs meet their other ends."""
    rect = level.rects[bar]
    ways: dict[int, list[Point]] = {}
    for arc in own:
        route = level.routes[arc.index]
        if arc.source == bar:
            way = [Point(rect.right, route[-1].y), route[-1]]
        else:
            way = [route[0], Point(rect.x, route[0].y)]
        strip = Rect.bounding(way).grown(parallel - 1)
        clear = level.is_free(strip, {bar, _other(arc, bar)}, level.routes)
        clear = clear and not any(spot.crossed_by(*way) for spot in level.spots.values())
        if clear and way[0].x < way[1].x and level.keeps_words(arc.index, way, parallel):
            ways[arc.index] = way
    return ways
