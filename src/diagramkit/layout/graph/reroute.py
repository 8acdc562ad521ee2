"""Lines led another way where theirs is long, turns often or takes its words far off.

The layers route all lines at once and know nothing of what stays free. Here each line that is not
good enough is tried over the few simple ways that there are, with its words, and takes the best.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from diagramkit.geometry import Point, Rect, length, segments
from diagramkit.layout.graph.arcs import is_pointed
from diagramkit.layout.graph.edge_labels import spots_along
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.record import Relation
from diagramkit.layout.graph.shapes import is_decision, lies_across
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import Tree
from diagramkit.layout.graph.ways import ports, ways
from diagramkit.mermaid.kinds.flowchart.model import Edge
from diagramkit.theme.model import Theme

# What a way costs: each corner, each line that it crosses, each unit of its length; and its words
# by each unit that they are away from where they belong.
BEND, CROSSING, LENGTH, ASTRAY = 24.0, 160.0, 0.5, 0.8
MANY, MANY_MORE = 3, 60.0
"""From how many corners on each costs more, and how much."""
GAIN = 16.0
"""By how much a way has to be better to be taken."""
LONG, LONGER = 1.4, 48.0
"""A line is tried anew from this share of the shortest way on, and these units more."""
TIP, MIDDLE = 32.0, 16.0
"""How far the words of an answer may be from its tip, and others from the middle."""
SHARES = (0.5, 0.3, 0.7)
MOST_TRIED, MOST_LINES, ROUNDS = 240, 60, 3
"""How many ways of a line are tried, how many lines of a chart, and how often: what one line
leaves another may take."""
REACH = 160.0
"""How far around its boxes a line looks for lanes, in user units."""


@dataclass(frozen=True, slots=True)
class Course:
    """A way for a line, where its words stand on it, if it has any, and what that costs."""

    way: list[Point]
    spot: Spot | None
    cost: float


def reroute(streets: Streets, spots: dict[int, Spot], tree: Tree, theme: Theme) -> None:
    """Lead lines another way where that is better by far, and move their words with them.

    Pre: routes are orthogonal and run from border to border; words stand at their `spots`.
    Post: so they do; no line that was moved comes nearer to anything than it may.
    """
    router = _Router(streets, spots, tree, theme)
    for _ in range(ROUNDS):
        poor = [(-router.now(index).cost, index) for index in router.poor()]
        moved = [router.improve(index) for _, index in sorted(poor)[:MOST_LINES]]
        if not any(moved):
            break


@dataclass(slots=True)
class _Router:
    streets: Streets
    spots: dict[int, Spot]
    tree: Tree
    theme: Theme
    decisions: set[str] = field(init=False)
    bars: set[str] = field(init=False)

    def __post_init__(self) -> None:
        nodes = self.streets.chart.nodes
        self.decisions = {node.id for node in nodes if is_decision(node.shape)}
        self.bars = {node.id for node in nodes if lies_across(node.shape)}

    @property
    def page(self) -> Page:
        return self.streets.page

    def poor(self) -> Iterator[int]:
        """The lines that are worth the trying."""
        for index, edge in enumerate(self.streets.chart.edges):
            if self._is_free(index, edge) and self._is_poor(index, edge):
                yield index

    def _is_free(self, index: int, edge: Edge) -> bool:
        """Whether a line may be led another way at all."""
        ends = {edge.source, edge.target}
        nested = edge.source in self.tree.path(edge.target)
        nested = nested or edge.target in self.tree.path(edge.source)
        return not (
            len(self.page.routes.get(index, [])) < 2
            or index in self.page.returns
            or isinstance(edge, Relation)
            or edge.line == "invisible"
            or nested
            or ends & self.bars
        )

    def _is_poor(self, index: int, edge: Edge) -> bool:
        route = self.page.routes[index]
        if len(route) - 2 > MANY:
            return True
        one, other = self.page.rects[edge.source].center, self.page.rects[edge.target].center
        direct = abs(one.x - other.x) + abs(one.y - other.y)
        if edge.source in self.tree.groups or edge.target in self.tree.groups:
            direct = math.inf
        if length(route) > LONG * direct + LONGER:
            return True
        spot = self.spots.get(index)
        return spot is not None and self._words(index, route, replace(spot, cost=0.0)) > MIDDLE

    def now(self, index: int) -> Course:
        """A line as it is."""
        route, spot = self.page.routes[index], self.spots.get(index)
        cost = self._cost(route, self._crossed(index, route))
        if spot:
            cost += self._words(index, route, replace(spot, cost=0.0))
        return Course(route, spot, cost)

    def improve(self, index: int) -> bool:
        """Take the best of the ways that are free, if it is better than the one taken now, and
        say whether it is."""
        now, most = self.now(index), self._crossed(index, self.page.routes[index])
        best = self._lettered(index, now.way, most, now.cost)
        tried = sorted(self._simple(index), key=lambda way: self._cost(way, 0))
        for way in tried[:MOST_TRIED]:
            if self._cost(way, 0) >= best.cost - GAIN:
                break
            if self._may(index, way) and (crossed := self._crossed(index, way)) <= most:
                course = self._lettered(index, way, crossed, best.cost - GAIN)
                best = course if course.cost < best.cost - GAIN else best
        if best.cost >= now.cost - GAIN:
            return False
        self._take(index, best)
        return True

    def _take(self, index: int, course: Course) -> None:
        self.page.routes[index] = course.way
        self.streets.room.file(index)
        if course.spot:
            self.spots[index] = course.spot
            self.streets.room.put(index, course.spot.rect)

    def _lettered(self, index: int, way: list[Point], crossed: int, most: float) -> Course:
        """A way with its words at the best place, if both together cost less than `most`."""
        cost = self._cost(way, crossed)
        words = self.page.edge_labels.get(index)
        if words is None or index not in self.spots or cost >= most:
            return Course(way, None, cost)
        edge = self.streets.chart.edges[index]
        near = edge.source in self.decisions
        best: Spot | None = None
        least = most - cost
        for spot in spots_along(way, edge, words, self.theme, near):
            own = replace(spot, cost=0.0)
            astray = self._astray(index, way, spot.rect)
            if astray < least and (found := astray + self._hit(index, way, own)) < least:
                best, least = spot, found
        return Course(way, best, cost + least) if best else Course(way, None, math.inf)

    def _words(self, index: int, way: Sequence[Point], spot: Spot) -> float:
        """What words cost at a place: what they hit, and how far they are astray."""
        return self._hit(index, way, spot) + self._astray(index, way, spot.rect)

    def _hit(self, index: int, way: Sequence[Point], spot: Spot) -> float:
        return self.streets.room.cost(spot, index, self.theme.spacing.label_rise, way)

    def _astray(self, index: int, way: Sequence[Point], words: Rect) -> float:
        edge = self.streets.chart.edges[index]
        if edge.source in self.decisions:
            return ASTRAY * max(0.0, words.distance(Rect(*way[0], 0, 0)) - TIP)
        middle = words.center
        start, end = min(
            segments(way), key=lambda leg: Rect(*middle, 0, 0).distance_to_segment(*leg)
        )
        off = abs(middle.x - (start.x + end.x) / 2) if start.y == end.y else 0.0
        off = abs(middle.y - (start.y + end.y) / 2) if start.x == end.x else off
        return ASTRAY * max(0.0, off - MIDDLE)

    def _cost(self, way: Sequence[Point], crossed: int) -> float:
        bends = len(way) - 2
        more = max(0, bends - MANY) * MANY_MORE
        return BEND * bends + more + LENGTH * length(way) + CROSSING * crossed

    def _crossed(self, index: int, way: Sequence[Point]) -> int:
        return sum(self.streets.crossings(index, start, end) for start, end in pairwise(way))

    def _simple(self, index: int) -> Iterator[list[Point]]:
        """The simple ways of a line, whether they are free or not."""
        edge = self.streets.chart.edges[index]
        one, other = self.page.rects[edge.source], self.page.rects[edge.target]
        route = self.page.routes[index]
        lead, landing = (self._lead(edge, tail=tail) for tail in (True, False))
        spread = (1 - self.theme.edge.port_spread) / 2
        sources = ports(
            one, self._shares(edge.source), [other.center, route[0]], lead, _margin(one, spread)
        )
        targets = ports(
            other,
            self._shares(edge.target),
            [one.center, route[-1]],
            landing,
            _margin(other, spread),
        )
        lanes = self.streets.lanes(one.union(other).grown(REACH))
        yield from ways(list(sources), list(targets), lanes)

    def _shares(self, name: str) -> tuple[float, ...]:
        return SHARES[:1] if name in self.decisions else SHARES

    def _lead(self, edge: Edge, *, tail: bool) -> float:
        """How far a line runs straight at an end: out of a corner and into its head."""
        tokens = self.theme.edge
        head = tokens.head.main[0] + tokens.tip_gap if is_pointed(edge, tail=tail) else 0.0
        return tokens.radius + 4.0 + head

    def _may(self, index: int, way: Sequence[Point]) -> bool:
        """Whether a way is free."""
        edge = self.streets.chart.edges[index]
        route, rects = self.page.routes[index], self.page.rects
        if not self._has_ports(index, way):
            return False
        own = [rects[edge.source], rects[edge.target]]
        last = len(way) - 2
        for place, (start, end) in enumerate(pairwise(way)):
            if _is_part(start, end, route):
                continue
            at = [own[0]] if place == 0 else []
            at += [own[1]] if place == last else []
            if self.streets.meets(index, at, start, end) or self.streets.crowds(index, start, end):
                return False
        if any(rect.grown(-1).crossed_by(*piece) for rect in own for piece in pairwise(way)):
            return False
        paths = [set(self.tree.path(name)[:-1]) for name in (edge.source, edge.target)]
        return self.streets.enters(paths[0] ^ paths[1], {edge.source, edge.target}, way)

    def _has_ports(self, index: int, way: Sequence[Point]) -> bool:
        """Whether the ends of a way are far enough from the ends of other lines."""
        route, clear = self.page.routes[index], self.streets.clear
        for end, old in ((way[0], route[0]), (way[-1], route[-1])):
            if end != old and self.streets.ends_near(index, end, clear):
                return False
        return True


def _margin(rect: Rect, spread: float) -> float:
    return min(rect.width, rect.height) * spread


def _is_part(start: Point, end: Point, route: Sequence[Point]) -> bool:
    """Whether a piece lies on a route."""
    return any(
        Rect.between(a, b).contains(Rect.between(start, end), 0.1) for a, b in pairwise(route)
    )
