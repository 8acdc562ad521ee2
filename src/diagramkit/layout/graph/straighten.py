"""Last touches to a placed chart: small jogs taken out, everything on the grid."""

from __future__ import annotations

import math
from collections.abc import Sequence

from diagramkit.geometry import Point, Rect, simplified
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.tiles import Tiles
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

CLEAR = 6.0
"""How near a line may come to boxes and titles when it is moved."""
CORNER = 4.0
"""From the room of a mark to the end of its side."""
NEAR_WORDS = 14.0
"""How near to its own line a block of words stands at most."""


def straighten(page: Page, chart: Flowchart, tree: Tree, theme: Theme) -> None:
    """Take out jogs shorter than `theme.edge.jog` at the ends of routes, by moving the end along
    its side.

    Pre: routes run from border to border.
    Post: ends stay in the part of a side that ports may use, a parallel line's distance from
    the other ends there.
    """
    ends = _ends(page, chart)
    walls: Tiles[Rect] = Tiles()
    for wall in page.walls(tree.groups, theme):
        walls.add(wall.grown(CLEAR), wall)
    for words in page.spots.values():
        walls.add(words.grown(CLEAR), words)
    for index, edge in enumerate(chart.edges):
        route = page.routes.get(index, [])
        for name, first in ((edge.source, True), (edge.target, False)):
            if name in tree.groups or len(route) < 4:
                continue
            way = route if first else route[::-1]
            if index in page.spots and _runs_by(way[0], way[1], page.spots[index]):
                continue
            rect = page.rects[name]
            far = page.rects[edge.target if first else edge.source]
            own = (rect, far, page.spots.get(index, rect))
            moved = _without_jog(way, rect, ends[name], theme, page.apart)
            if moved is not way and _hits(walls, own, moved[0], moved[1]):
                continue
            route = moved if first else moved[::-1]
        page.routes[index] = route


def _hits(walls: Tiles[Rect], own: Sequence[Rect], start: Point, end: Point) -> bool:
    """Whether a piece of line comes too near to a box, title or words other than its own."""
    return any(
        wall not in own and wall.grown(CLEAR).crossed_by(start, end)
        for wall in walls.near(Rect.bounding([start, end]))
    )


def _ends(page: Page, chart: Flowchart) -> dict[str, list[Point]]:
    ends: dict[str, list[Point]] = {}
    for index, edge in enumerate(chart.edges):
        if route := page.routes.get(index):
            ends.setdefault(edge.source, []).append(route[0])
            ends.setdefault(edge.target, []).append(route[-1])
    return ends


def _without_jog(
    route: list[Point], rect: Rect, ends: list[Point], theme: Theme, apart: float
) -> list[Point]:
    """The route with its first end moved where that makes its first two corners one line.

    Ends stay `apart` where their marks need more than a parallel line's distance; then they may
    be as near to a corner as to each other.
    """
    first, second, third = route[:3]
    jog = Point(third.x - second.x, third.y - second.y)
    if not 0 < abs(jog.x) + abs(jog.y) < theme.edge.jog:
        return route
    if (jog.x and first.x != second.x) or (jog.y and first.y != second.y):
        return route
    end = first.moved(jog.x, jog.y)
    middle, spread = rect.center, theme.edge.port_spread / 2
    if abs(end.x - middle.x) > max(rect.width * spread, _beyond(rect.width, apart)) and jog.x:
        return route
    if abs(end.y - middle.y) > max(rect.height * spread, _beyond(rect.height, apart)) and jog.y:
        return route
    others = [other for other in ends if other != first and _same_side(other, first, rect)]
    if any(other.distance(end) < max(theme.spacing.parallel, apart) for other in others):
        return route
    if sum(other == first for other in ends) > 1:
        return route
    ends[ends.index(first)] = end
    return [end, *route[3:]] if len(route) > 3 else route


def _beyond(length: float, apart: float) -> float:
    """How far from the middle of a side wide marks may stand: half their distance and a rounded
    corner from its end; 0 where there are none."""
    return length / 2 - apart / 2 - CORNER if apart else 0.0


def _runs_by(start: Point, end: Point, words: Rect) -> bool:
    """Whether a piece of line has words beside it that would be left behind."""
    return words.grown(NEAR_WORDS).crossed_by(start, end)


def _same_side(a: Point, b: Point, rect: Rect) -> bool:
    upright = b.x in (rect.x, rect.right)
    return a.x == b.x if upright else a.y == b.y


def on_grid(page: Page, step: float) -> None:
    """Round all coordinates to multiples of `step`.

    The same coordinate always goes to the same place, so that what was straight or aligned
    stays so. Sizes are multiples of `2 * step` already, frames and ends of routes move along.
    """

    def near(value: float) -> float:
        # Halves go up, so that equal distances stay equal.
        return math.floor(value / step + 0.5 + 1e-6) * step

    page.rects = {
        name: Rect(
            near(rect.x),
            near(rect.y),
            near(rect.right) - near(rect.x),
            near(rect.bottom) - near(rect.y),
        )
        for name, rect in page.rects.items()
    }
    page.routes = {
        index: simplified([Point(near(point.x), near(point.y)) for point in route])
        for index, route in page.routes.items()
    }
