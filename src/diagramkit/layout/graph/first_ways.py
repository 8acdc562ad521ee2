"""First ways for lines between boxes that are placed already."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from itertools import pairwise

from diagramkit.geometry import Point, Rect, crossing, segments, simplified
from diagramkit.layout.graph.costs import BEND, CROSSING, LENGTH, Course
from diagramkit.layout.graph.effort import WORK
from diagramkit.layout.graph.label_room import Room
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.reroute import FULL, Router
from diagramkit.layout.graph.search import search
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import Tree
from diagramkit.layout.route.ways import Port, first_way, margin, ports
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

MOST_FIRST, MOST_SEARCHED, FIRST, LEAST = 300, 2_000, 20_000, 1_000
"""How many pieces of ways are looked at for a line, among the simple ones and in a search, and for
all lines together: at most, and where no work is left for the chart. Of more than `FULL` lines
fewer: each takes the longer, the more there are."""
PIECES = 8
"""So many pieces take the time of one unit of work."""
SLACK = 0.5
"""How far a line may be off its axis, in user units."""


def lead(streets: Streets, tree: Tree, theme: Theme) -> None:
    """Find a first way for each line between boxes that are placed, those first that could run
    straight, and of them the nearest ends.

    Pre: nothing has a route yet.
    Post: every line runs from border to border, clear of boxes where there is a way
    that can be found with the work allowed.
    """
    router = _First(streets, {}, tree, theme)
    rects, edges = streets.page.rects, streets.chart.edges
    router.most = router.left = _most(len(edges))

    def order(index: int) -> tuple[bool, float, int]:
        one, other = rects[edges[index].source], rects[edges[index].target]
        level = max(one.y, other.y) < min(one.bottom, other.bottom)
        upright = max(one.x, other.x) < min(one.right, other.right)
        return not (level or upright), one.distance(other), index

    for index in sorted(range(len(edges)), key=order):
        router.first(index)


def mend(
    page: Page, chart: Flowchart, tree: Tree, theme: Theme, room: Room, work: int = WORK
) -> None:
    """Find another way for each line that is not level and upright throughout: between groups that
    stand side by side against the flow, where the layers lead lines out above and below. As far as
    the chart is worth so much `work`; what it takes is counted.

    Pre: no words stand along lines.
    Post: words of such a line have no room of their own any more. Where no free way was found it
    runs through no more boxes than before.
    """
    askew = [index for index, route in page.routes.items() if _is_askew(route)]
    if not askew:
        return
    router = _First(Streets(page, chart, theme, room), {}, tree, theme)
    router.most = router.left = min(_most(len(page.routes)), max(LEAST, PIECES * work))
    for index in askew:
        page.spots.pop(index, None)
        router.first(index, _stepped(page.routes[index]))
    page.cost += router.spent // PIECES


def _most(lines: int) -> int:
    """How many pieces of ways are looked at for all of so many lines together."""
    return FIRST * FULL // max(FULL, lines)


def _is_askew(route: Sequence[Point]) -> bool:
    return any(abs(a.x - b.x) > SLACK and abs(a.y - b.y) > SLACK for a, b in segments(route))


def _stepped(route: Sequence[Point]) -> list[Point]:
    """A route with a step in the middle of each piece that is askew."""
    way = list(route[:1])
    for a, b in pairwise(route):
        if abs(a.x - b.x) > abs(a.y - b.y):
            x = (a.x + b.x) / 2
            way += [Point(x, a.y), Point(x, b.y), b]
        else:
            y = (a.y + b.y) / 2
            way += [Point(a.x, y), Point(b.x, y), b]
    return simplified(way)


class _First(Router):
    """Leads lines that have no way yet."""

    def first(self, index: int, known: list[Point] | None = None) -> None:
        """Give a line a way: the best of those that are free, else the simplest one or, where that
        runs through more boxes, the one that is `known`."""
        edge = self.streets.chart.edges[index]
        one, other = self.page.rects[edge.source], self.page.rects[edge.target]
        way = first_way(one, other)
        self.page.routes[index], self.fresh = way, index
        best = None
        if self.left > 0 and not (one.contains(other) or other.contains(one)):
            self.limit = math.inf
            best = self.best(index, self.candidates(index), math.inf, MOST_FIRST)
            found = best.way if best else self._searched(index)
            best = Course(found, None, 0.0) if found else None
        if not best and known and self._through(index, known) < self._through(index, way):
            way = known
        self.take(index, best or Course(way, None, 0.0))
        self.fresh = None

    def _through(self, index: int, way: Sequence[Point]) -> int:
        """How many boxes and titles a way runs through, but those that it joins."""
        edge = self.streets.chart.edges[index]
        own = [self.page.rects[name] for name in (edge.source, edge.target)]
        near = self.streets.room.boxes.near
        met = {
            wall
            for a, b in pairwise(way)
            for wall in near(Rect.between(a, b))
            if wall not in own and wall.crossed_by(a, b)
        }
        return len(met)

    def _searched(self, index: int) -> list[Point] | None:
        """The cheapest of all ways that a line can have; None where that is too much work."""
        edge = self.streets.chart.edges[index]
        paths = [set(self.tree.path(name)[:-1]) for name in (edge.source, edge.target)]
        passed = {*(paths[0] ^ paths[1]), *self.streets.open, edge.source, edge.target}
        sources, targets = (
            [(port, self.off(port.at, name)) for port in self._open_ports(index, name, tail=tail)]
            for name, tail in ((edge.source, True), (edge.target, False))
        )
        until = max(0, self.left - MOST_SEARCHED)

        def step(start: Point, end: Point) -> float | None:
            self.left -= 1
            if self.left <= until or not self._is_free_piece(index, passed, start, end):
                return None
            crossed = self.streets.crossings(index, start, end)
            return LENGTH * start.distance(end) + CROSSING * crossed

        lanes = self.streets.lanes(self.region(index))
        return search(sources, targets, lanes, step, BEND, LENGTH)

    def _open_ports(self, index: int, name: str, *, tail: bool) -> list[Port]:
        """The ports of a box that a line can leave or enter at."""
        edge, rect, route = (
            self.streets.chart.edges[index],
            self.page.rects[name],
            self.page.routes[index],
        )
        lead = self.lead(edge, tail=tail)
        aside = margin(rect, (1 - self.theme.edge.port_spread) / 2)
        found = ports(rect, self.shares(name), (), lead, aside)
        end = route[0] if tail else route[-1]
        return [port for port in found if self.is_open(index, port, rect, end)]

    def _is_free_piece(self, index: int, passed: Set[str], start: Point, end: Point) -> bool:
        if self.streets.crowds(index, start, end) or self.streets.meets(index, (), start, end):
            return False
        frames = self.streets.room.frames.near(Rect.between(start, end))
        return not any(name not in passed and crossing(start, end, *side) for name, *side in frames)
