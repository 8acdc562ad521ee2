"""Lines led another way where theirs is long, turns often or takes its words far off.

The layers route all lines at once and know nothing of what stays free. Here each line that is not
good enough is tried over the few simple ways that there are, with its words, and takes the best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from diagramkit.geometry import Point, Rect, length, simplified
from diagramkit.layout.graph.costs import BEND, GAIN, LENGTH, MANY, MANY_MORE, MIDDLE, Costs, Course
from diagramkit.layout.graph.edge_labels import spots_along
from diagramkit.layout.graph.effort import MOST_CROSSINGS, MOST_LINES
from diagramkit.layout.graph.one_side import make_room
from diagramkit.layout.graph.page import Spot
from diagramkit.layout.graph.record import Relation
from diagramkit.layout.graph.shapes import lies_across
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import Tree
from diagramkit.layout.route.ways import (
    Lanes,
    Port,
    aside,
    boxed,
    cheap,
    has_step,
    landed,
    margin,
    ports,
    shortened,
    ways,
)
from diagramkit.mermaid.kinds.flowchart.model import Edge
from diagramkit.theme.model import Theme

PARTING = 32.0
"""By how much more a way has to be better to be taken if it leaves a trunk."""
LONG, LONGER = 1.4, 48.0
"""A line is tried anew from this share of the shortest way on, and these units more."""
SHARES = (0.5, 0.3, 0.7)
STRAIGHT = (0.5, 0.0, 1.0)
"""Where along the common part of two sides a straight line between them is tried."""
MOST_TRIED, BUDGET = 150, 3400
"""How many pieces of ways are looked at for a line, and how many for all lines of a chart."""
TRIED_AROUND = 600
"""The same for a way around what a line crosses: such ways are long and come late."""
CHEAP = 2
"""So many pieces take the time of one box that is placed."""
SPOTS = 32
"""So many places for words, times the points of a way, take the time of one piece of a way."""
FULL = 40
"""Charts of more lines look at fewer pieces: each takes the longer, the more lines there are."""
ROUNDS = 3
"""How often lines are looked at again that are near to one that was moved."""
ROUNDING = 1e-6  # by how much sums of the same numbers may differ
REACH = 160.0
"""How far around its boxes a line looks for lanes, in user units."""


Stretch = tuple[Point, Point, int, int]
"""A piece of a way, at how many boxes it ends, and which of the pieces it is."""
Candidate = tuple[list[Point], float]
"""A way to try, and what it costs for leaving a trunk."""


def reroute(streets: Streets, spots: dict[int, Spot], tree: Tree, theme: Theme) -> None:
    """Lead lines another way where that is better by far, and move their words with them.

    Pre: routes are orthogonal and run from border to border; words stand at their `spots`.
    Post: so they do; no line that was moved comes nearer to anything than it may.
    """
    page = streets.page
    if len(page.routes) > MOST_LINES or page.crossings() > MOST_CROSSINGS:
        return
    router = Router(streets, spots, tree, theme)
    found = list(router.poor())
    # Where they are too many to try every way of each, those that need least of it come first.
    if len(found) * MOST_TRIED > router.left:
        for index in found:
            router.improve(index, simply=True)
        found = list(router.poor())
    # Lines that run back make room first: what runs forward is to run straight.
    poor = sorted((router.runs_on(index), -router.now(index).cost, index) for index in found)
    moved = [router.region(index) for *_, index in poor if router.improve(index)]
    # What one line leaves another may take.
    for _ in range(ROUNDS):
        if not moved:
            break
        near = [i for i in router.poor() if any(it.overlaps(router.region(i)) for it in moved)]
        moved = [router.region(index) for index in near if router.improve(index)]
    for index in router.poor():
        make_room(router, index)
    # Beside lanes there is no way around.
    for index in router.crossing() if not streets.open else ():
        router.improve(index, around=True)
    page.cost += router.spent // CHEAP


@dataclass(slots=True)
class Router(Costs):
    """The lines of a page, led over the ways that are free."""

    most: int = field(init=False)
    """How many pieces of ways may be looked at,"""
    left: int = field(init=False)
    """and how many still."""
    limit: float = 0.0
    """What a way of the line at hand has to cost less than."""
    fresh: int | None = None
    """The line without a way of its own yet."""
    bars: set[str] = field(init=False)

    def __post_init__(self) -> None:
        Costs.__post_init__(self)
        self.most = self.left = BUDGET * FULL // max(FULL, len(self.page.routes))
        self.bars = {node.id for node in self.streets.chart.nodes if lies_across(node.shape)}

    @property
    def spent(self) -> int:
        """How many pieces of ways have been looked at."""
        return self.most - self.left

    def region(self, index: int) -> Rect:
        """Where a line looks for ways."""
        edge = self.streets.chart.edges[index]
        return self.page.rects[edge.source].union(self.page.rects[edge.target]).grown(REACH)

    def runs_on(self, index: int) -> bool:
        """Whether a line runs in the direction of its chart."""
        chart, rects = self.streets.chart, self.page.rects
        edge = chart.edges[index]
        one, other = (rects[name].center for name in (edge.source, edge.target))
        forward = other.x - one.x + other.y - one.y > 0
        return forward != (chart.direction in ("RL", "BT"))

    def poor(self) -> Iterator[int]:
        """The lines that are worth the trying."""
        for index, edge in enumerate(self.streets.chart.edges):
            if self.is_free(index) and self._is_poor(index, edge):
                yield index

    def crossing(self) -> Iterator[int]:
        """The lines that cross others, the longest first, but those of full fans, which share both
        their ends with others and cross there alone."""
        routes = self.page.routes
        free = [index for index, _ in enumerate(self.streets.chart.edges) if self.is_free(index)]
        for index in sorted(free, key=lambda index: -length(routes[index])):
            if self.crossed(index, routes[index]) and not all(self._shared(index)):
                yield index

    def is_free(self, index: int) -> bool:
        """Whether a line may be led another way at all."""
        edge = self.streets.chart.edges[index]
        ends = {edge.source, edge.target}
        nested = edge.source in self.tree.path(edge.target)
        nested = nested or edge.target in self.tree.path(edge.source)
        return not (
            len(self.page.routes.get(index, [])) < 2
            or edge.line == "invisible"
            or nested
            or ends & self.bars
        )

    def _is_poor(self, index: int, edge: Edge) -> bool:
        route, spot = self.page.routes[index], self.spots.get(index)
        if self._is_roundabout(index, edge) or self.pinched(index, route):
            return True
        if self._is_stepped(edge, route) or has_step(route) or self.jogs(route):
            return True
        return spot is not None and self.words(index, route, spot.rect) > MIDDLE

    def _is_roundabout(self, index: int, edge: Edge) -> bool:
        """Whether a line turns often, or is long for where it leads."""
        route = self.page.routes[index]
        if len(route) - 2 > MANY:
            return True
        if edge.source in self.tree.groups or edge.target in self.tree.groups:
            return False
        one, other = self.page.rects[edge.source].center, self.page.rects[edge.target].center
        direct = abs(one.x - other.x) + abs(one.y - other.y)
        return length(route) > LONG * direct + LONGER

    def _is_stepped(self, edge: Edge, route: Sequence[Point]) -> bool:
        """Whether a line turns twice between two boxes that a straight one could join."""
        if len(route) != 4 or self.tree.groups.keys() & {edge.source, edge.target}:
            return False
        one, other = self.page.rects[edge.source], self.page.rects[edge.target]
        low, high = self._common(one, other, level=route[0].y == route[1].y)
        return low < high

    def _common(self, one: Rect, other: Rect, *, level: bool) -> tuple[float, float]:
        """From where to where straight lines could join two boxes: at which y those that are
        `level`, else at which x. The first is beyond the last where none could."""
        spread = (1 - self.theme.edge.port_spread) / 2
        ends = [
            (low + margin(rect, spread), high - margin(rect, spread))
            for rect in (one, other)
            for low, high in [(rect.y, rect.bottom) if level else (rect.x, rect.right)]
        ]
        return max(low for low, _ in ends), min(high for _, high in ends)

    def _straight(self, edge: Edge, route: Sequence[Point]) -> list[Point]:
        """Where a stepped line could be straight, as points that its ports are to be opposite."""
        if not self._is_stepped(edge, route):
            return []
        one, other = self.page.rects[edge.source], self.page.rects[edge.target]
        low, high = self._common(one, other, level=route[0].y == route[1].y)
        values = [low + share * (high - low) for share in STRAIGHT]
        return [route[0], route[-1], *(Point(value, value) for value in values)]

    def _is_in_trunk(self, index: int) -> bool:
        """Whether a line shares its first place or its last one with another."""
        return any(self._shared(index))

    def _shared(self, index: int) -> Iterator[bool]:
        """Whether a line shares its first place with another, and whether its last one."""
        route = self.page.routes[index]
        return (self.streets.ends_near(index, end, 1.0) for end in (route[0], route[-1]))

    def improve(self, index: int, *, simply: bool = False, around: bool = False) -> bool:
        """Take the best of the ways that are free, if it is better than the one taken now, and
        say whether it is. `simply`: only of those that leave out corners; `around`: of more, to
        get around the lines that this one crosses."""
        if self.left <= 0:
            return False
        now, most = self.now(index), self.crossed(index, self.page.routes[index])
        self.limit = now.cost - GAIN
        moved = self.lettered(index, now.way, most)
        found = self._simpler(index) if simply else self.candidates(index, around=around)
        best = self.best(index, found, most, TRIED_AROUND if around else MOST_TRIED) or moved
        if best:
            self.take(index, best)
        return best is not None

    def best(
        self, index: int, candidates: Iterable[Candidate], most: float, tried: int = MOST_TRIED
    ) -> Course | None:
        """The best of the ways that are free and cross `most` lines at most, if it costs less than
        the limit. So many pieces may be `tried`."""
        best: Course | None = None
        known: dict[Stretch, bool] = {}
        until = max(0, self.left - tried)
        for way, parting in candidates:
            if self.left <= until:
                break
            if self.may(index, way, known) and (crossed := self.crossed(index, way)) <= most:
                best = self.lettered(index, way, crossed, parting) or best
        return best

    def candidates(self, index: int, *, around: bool = False) -> Iterator[Candidate]:
        """The ways to try as long as they may cost less than the limit: the one taken now without
        some of its corners, then those between other ports. A fan is more to the eye than the best
        place for the words of one line of it, but less than a way `around` other lines."""
        edge, route = self.streets.chart.edges[index], self.page.routes[index]
        is_poor = around or self._is_roundabout(index, edge) or self.jogs(route) > 0
        in_trunk = index != self.fresh and self._is_in_trunk(index)
        if is_poor or has_step(route) or not in_trunk:
            yield from self._simpler(index)
        if isinstance(edge, Relation) or (in_trunk and not is_poor):
            return
        parting = PARTING if in_trunk else 0.0
        for bound, pair, lanes in self._pairs(index, parting):
            if bound + parting >= self.limit:
                break
            for way in ways(*pair, lanes):
                if self.cost(way, 0) + parting < self.limit:
                    yield way, parting

    def _simpler(self, index: int) -> Iterator[Candidate]:
        """The way taken now with an end moved to where it needs no step aside or fewer corners, or
        without some of its corners."""
        edge, route = self.streets.chart.edges[index], self.page.routes[index]
        shorter = shortened(route, self._may_cost)
        found: Iterator[Candidate]
        if isinstance(edge, Relation):
            # Its marks and the words at its ends stay where they are.
            found = ((way, 0.0) for way in shorter if self._keeps_marks(edge, way))
        else:
            same = ((way, 0.0) for way in chain(self._slid(index), shorter))
            found = chain(same, self._landed(index))
        for way, parting in found:
            if self.cost(way, 0) + parting < self.limit:
                yield way, parting

    def _keeps_marks(self, edge: Relation, way: Sequence[Point]) -> bool:
        """Whether a way runs straight at its ends for as long as the marks there."""
        runs = ((way[0], way[1], True), (way[-1], way[-2], False))
        return all(a.distance(b) >= self.lead(edge, tail=tail) for a, b, tail in runs)

    def _may_cost(self, bends: int, length: float) -> bool:
        """Whether a way that turns so often and is so long, at least, may cost little enough."""
        least = BEND * bends + max(0, bends - MANY) * MANY_MORE + LENGTH * length
        return least < self.limit + ROUNDING

    def _slid(self, index: int) -> Iterator[list[Point]]:
        """A way whose first or last step aside is too little, from a place that is in line with
        what follows it."""
        edge, route = self.streets.chart.edges[index], self.page.routes[index]
        spread = (1 - self.theme.edge.port_spread) / 2
        for name, turn in ((edge.source, 1), (edge.target, -1)):
            way = route[::turn]
            if len(way) < 4 or name in self.tree.groups or not self.jogs(way[:4]):
                continue
            (first, second, third), rect = way[:3], self.page.rects[name]
            if self.streets.ends_near(index, first, 1.0):
                continue
            end = first.moved(third.x - second.x, third.y - second.y)
            lead = self.lead(edge, tail=turn == 1)
            for port in ports(rect, (), [end], lead, margin(rect, spread)):
                if port.at.distance(end) < 0.01 and self.is_open(index, port, rect, first):
                    yield simplified([port.at, *way[3:]])[::turn]

    def _landed(self, index: int) -> Iterator[Candidate]:
        """The beginning of a way, led from one of its pieces straight to another port of the box
        where it ends; and the other way round."""
        edge, route = self.streets.chart.edges[index], self.page.routes[index]
        spread = (1 - self.theme.edge.port_spread) / 2
        for name, turn in ((edge.target, 1), (edge.source, -1)):
            way, rect = route[::turn], self.page.rects[name]
            lead = self.lead(edge, tail=turn == -1)
            parting = PARTING if self.streets.ends_near(index, way[-1], 1.0) else 0.0
            for port in ports(rect, self.shares(name), (), lead, margin(rect, spread)):
                found = list(landed(way, port))
                if found and self.is_open(index, port, rect, way[-1]):
                    yield from ((new[::turn], parting) for new in found)

    def take(self, index: int, course: Course) -> None:
        self.known.clear()
        self.page.routes[index] = course.way
        self.streets.room.file(index)
        if course.spot:
            self.spots[index] = course.spot
            self.streets.room.put(index, course.spot.rect)

    def lettered(
        self, index: int, way: list[Point], crossed: int, parting: float = 0.0
    ) -> Course | None:
        """A way with its words at the best place, if both together cost less than the limit,
        which then is what they cost, with what it costs for `parting` from a trunk."""
        cost = self.cost(way, crossed) + self.at_ends(index, way) + parting
        words = self.page.edge_labels.get(index)
        best = None if index in self.spots else Course(way, None, cost)
        if cost >= self.limit:
            return None
        edge = self.streets.chart.edges[index]
        near = edge.source in self.decisions
        spots = spots_along(way, edge, words, self.theme, near) if words and not best else ()
        self.left -= len(spots) * len(way) // SPOTS
        pieces = boxed(way) if spots else ()
        for spot in spots:
            found = cost + self.astray(index, pieces, spot.rect)
            if found < self.limit:
                found += self.hit(index, way, spot.rect)
                if found < self.limit:
                    best, self.limit = Course(way, spot, found), found
        if best:
            self.limit = best.cost
        return best

    def _pairs(
        self, index: int, parting: float
    ) -> Iterator[tuple[float, tuple[Port, Port], Lanes]]:
        """The pairs of ports that a line could have, with the least that a way between them
        costs, which they are sorted by, and the lanes there are. Those at which a way has to cost
        as much as the limit, `parting` included, are left out."""
        edge = self.streets.chart.edges[index]
        one, other = self.page.rects[edge.source], self.page.rects[edge.target]
        route = self.page.routes[index]
        lead, landing = (self.lead(edge, tail=tail) for tail in (True, False))
        spread = (1 - self.theme.edge.port_spread) / 2
        straight = self._straight(edge, route)
        aligned = [other.center, route[0], *straight], [one.center, route[-1], *straight]
        margins = margin(one, spread), margin(other, spread)
        sources = ports(one, self.shares(edge.source), aligned[0], lead, margins[0])
        targets = ports(other, self.shares(edge.target), aligned[1], landing, margins[1])
        most = self.limit - parting
        found = sorted(cheap(list(sources), list(targets), LENGTH, BEND, most))
        lanes = self.streets.lanes(self.region(index)) if found else Lanes((), ())
        is_open: dict[tuple[Port, bool], bool] = {}
        for least, pair in found:
            for port, tail in zip(pair, (True, False), strict=True):
                if (port, tail) not in is_open:
                    rect, end = (one, route[0]) if tail else (other, route[-1])
                    is_open[port, tail] = self.is_open(index, port, rect, end)
                    self.left -= 1
                if not is_open[port, tail]:
                    break
            else:
                yield least, pair, lanes

    def is_open(self, index: int, port: Port, rect: Rect, old: Point) -> bool:
        """Whether a port is far enough from other lines' ends, and the line can leave there."""
        if port.at == old and index != self.fresh:
            return True
        start, end = port.at, port.at.moved(port.dx * port.lead, port.dy * port.lead)
        return not (
            self.streets.ends_near(index, start, self.streets.clear)
            or self.streets.meets(index, [rect], start, end)
            or self.streets.crowds(index, start, end)
        )

    def shares(self, name: str) -> tuple[float, ...]:
        return SHARES[:1] if name in self.decisions else SHARES

    def may(self, index: int, way: Sequence[Point], known: dict[Stretch, bool]) -> bool:
        """Whether a way is free; what is `known` of its pieces is not asked again."""
        pieces = list(pairwise(way))
        if short := [(a, b) for a, b in pieces if a.distance(b) < self.streets.jog]:
            now = set() if index == self.fresh else set(pairwise(self.page.routes[index]))
            if not now.issuperset(short):
                return False
        edge = self.streets.chart.edges[index]
        rects = self.page.rects
        own = [rects[edge.source], rects[edge.target]]
        last = len(way) - 2
        for place, piece in enumerate(pieces):
            ending = (place == 0) + (place == last)
            key = (*piece, ending, place)
            free = known.get(key)
            if free is None:
                at = [*own[: place == 0], *own[1 : 1 + (place == last)]] if ending else ()
                free = known[key] = self._fits(index, at, own, piece)
                self.left -= 1
            if not free:
                return False
        paths = [set(self.tree.path(name)[:-1]) for name in (edge.source, edge.target)]
        return self.streets.enters(paths[0] ^ paths[1], {edge.source, edge.target}, way)

    def _fits(
        self, index: int, at: Sequence[Rect], own: Sequence[Rect], piece: tuple[Point, Point]
    ) -> bool:
        """Whether a piece of a way that ends at the boxes of `at` is free."""
        new = piece if index == self.fresh else aside(*piece, self.page.routes[index])
        if new is None:
            return True
        if any(rect.grown(-1).crossed_by(*piece) for rect in own):
            return False
        return not (self.streets.crowds(index, *new) or self.streets.meets(index, at, *new))
