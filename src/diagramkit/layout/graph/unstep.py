"""Steps taken out of routes: where a line goes on the same way after a step aside, and nothing is
there, it runs on one side of the step alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect, alongside, crossing, segments, sides, simplified
from diagramkit.layout.graph.blocks import BORDER
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.straighten import NEAR_WORDS
from diagramkit.layout.graph.tiles import Tiles
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

CORNERS = 5
"""How many points a route has at least that a step can be taken out of: two stretches between
corners."""
Piece = tuple[Point, Point]


def unstep(
    page: Page, chart: Flowchart, spots: Mapping[int, Spot], tree: Tree, theme: Theme
) -> None:
    """Take steps out of routes, by moving a stretch between two corners.

    Pre: routes are orthogonal and run from border to border; words stand at their `spots`.
    Post: ends and words are where they were; no route has more corners or crossings than before,
    passes another frame, or comes nearer than a parallel line's distance to a box or to a line
    beside it, unless it did so before; words stay nearer to their own line.
    """
    if any(len(route) >= CORNERS for route in page.routes.values()):
        streets = _Streets(page, chart, spots, tree, theme)
        for index in page.routes:
            streets.straighten(index)


class _Streets:
    """Where lines may run on a page."""

    def __init__(
        self, page: Page, chart: Flowchart, spots: Mapping[int, Spot], tree: Tree, theme: Theme
    ) -> None:
        self.page, self.chart, self.spots = page, chart, spots
        self.clear, self.jog = theme.spacing.parallel, theme.edge.jog
        # Words stand nearer to their own line than to any other.
        beside = theme.spacing.label_side + BORDER
        self.walls: Tiles[tuple[Rect, Rect]] = Tiles()
        for wall in page.walls(tree.groups, theme):
            self._wall(wall, self.clear)
        for spot in (*spots.values(), *page.end_spots.values()):
            self._wall(spot.rect, beside)
        self.frames: Tiles[Piece] = Tiles()
        for name in tree.groups & page.rects.keys():
            for side in sides(page.rects[name].corners):
                self.frames.add(Rect.bounding(side).grown(self.clear), side)
        self.lines: Tiles[tuple[int, Piece]] = Tiles()
        for index in page.routes:
            self._file(index)

    def straighten(self, index: int) -> None:
        """Take out the steps of a route, one after the other."""
        while len(self.page.routes[index]) >= CORNERS:
            ways = _unstepped(self.page.routes[index])
            better = next((whole for old, new, whole in ways if self._may(index, old, new)), None)
            if better is None:
                return
            self.page.routes[index] = better
            self._file(index)

    def _wall(self, rect: Rect, clear: float) -> None:
        room = rect.grown(clear)
        self.walls.add(room, (rect, room))

    def _file(self, index: int) -> None:
        for piece in segments(self.page.routes[index]):
            self.lines.add(Rect.bounding(piece).grown(self.clear), (index, piece))

    def _may(self, index: int, old: Sequence[Point], new: Sequence[Point]) -> bool:
        """Whether a route may run along `new` in place of `old`."""
        spot = self.spots.get(index)
        if spot and _passes(old, spot.rect) and not _passes(new, spot.rect):
            return False
        if new[0].distance(new[1]) < self.jog:
            return False
        if any(self._meets(index, *piece) for piece in pairwise(new)):
            return False
        before, after = self._crossed(index, old), self._crossed(index, new)
        return before is not None and after is not None and after <= before

    def _meets(self, index: int, start: Point, end: Point) -> bool:
        """Whether a piece of a route comes too near to anything but the boxes that it ends at."""
        edge, route = self.chart.edges[index], self.page.routes[index]
        own = [self.page.rects[edge.source]] if route[0] in (start, end) else []
        own += [self.page.rects[edge.target]] if route[-1] in (start, end) else []
        words = self.spots[index].rect if index in self.spots else None
        box = Rect.bounding([start, end])
        for wall, around in self.walls.near(box):
            room = wall.grown(-BORDER) if wall == words else around
            if wall not in own and room.crossed_by(start, end):
                return True
        besides = (alongside(start, end, *side) for side in self.frames.near(box))
        return any(beside and beside.gap < self.clear for beside in besides)

    def _crossed(self, index: int, way: Sequence[Point]) -> int | None:
        """How many lines and sides of frames a way crosses; None if it runs beside a line."""
        count = 0
        for start, end in pairwise(way):
            box = Rect.bounding([start, end])
            for other, piece in self.lines.near(box):
                if other == index or piece not in segments(self.page.routes[other]):
                    continue
                beside = alongside(start, end, *piece)
                if beside and beside.gap < self.clear:
                    return None
                count += crossing(start, end, *piece) is not None
            for side in self.frames.near(box):
                count += crossing(start, end, *side) is not None
        return count


def _unstepped(
    route: Sequence[Point],
) -> Iterator[tuple[Sequence[Point], Sequence[Point], list[Point]]]:
    """What a route is without one of its steps: the part that changes, before and after, and the
    whole of it."""
    for way, turn in ((route, 1), (route[::-1], -1)):
        for first in range(len(way) - CORNERS + 1):
            a, b, c, d, e = way[first : first + CORNERS]
            # The stretch from b to c moves to where the one from d to e runs.
            corner = Point(d.x, b.y) if b.x == c.x else Point(b.x, d.y)
            if _same_way(b, c, d, e) and _same_way(a, b, a, corner):
                new = [a, corner, e]
                whole = simplified([*way[:first], *new, *way[first + CORNERS :]])
                yield way[first : first + CORNERS], new, whole[::turn]


def _passes(way: Sequence[Point], words: Rect) -> bool:
    """Whether a way runs beside words."""
    room = words.grown(NEAR_WORDS)
    return any(room.crossed_by(*piece) for piece in pairwise(way))


def _same_way(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether `a b` and `c d` have one direction."""
    return (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) > 0
