"""What lines cost: their corners, their length, what they cross, where they end, and their words.

The less, the better a line is led; ways for a line are chosen by it, and whole drafts of a chart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from diagramkit.geometry import Point, Rect, distance_to_segment, length
from diagramkit.layout.graph.arcs import is_pointed
from diagramkit.layout.graph.demands import end_of
from diagramkit.layout.graph.marks import extent
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.record import Relation
from diagramkit.layout.graph.shapes import is_decision
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import Tree
from diagramkit.layout.route.ways import Boxed, boxed
from diagramkit.mermaid.kinds.flowchart.model import Edge
from diagramkit.theme.model import Theme

# What a way costs: each corner, each line that it crosses, each unit of its length; and its words
# by each unit that they are away from where they belong, and by what they hit there.
BEND, CROSSING, LENGTH, ASTRAY, HIT = 32.0, 160.0, 0.5, 0.8, 2.0
PINCHED, SLACK = 40.0, 4.0
"""What a head on a corner costs, and how much less than usual it may run straight."""
OFF_PORT, FAR_OFF = 0.6, 100.0
"""What each unit costs that a line ends off the middle of a side, and how many are counted: on a
side longer than those of most boxes one place is as good as another."""
GAIN = 16.0
"""By how much a way has to be better than the one taken now to be taken."""
MANY, MANY_MORE = 3, 60.0  # from how many corners on each costs more, and how much
JOG = 64.0
"""What a step aside by too little costs."""
TIP, MIDDLE = 32.0, 16.0
"""How far the words of an answer may be from its tip, and others from the middle."""
FAR_TIP, FAR_MIDDLE, FAR_ASTRAY = 62.0, 22.0, 40.0
"""From how far on the rules of style find that, and what it costs."""


@dataclass(frozen=True, slots=True)
class Course:
    """A way for a line, where its words stand on it, if it has any, and what that costs."""

    way: list[Point]
    spot: Spot | None
    cost: float


def price(streets: Streets, spots: dict[int, Spot], tree: Tree, theme: Theme) -> float:
    """What the lines of a page and their words cost together, as ways are weighed here: the lower,
    the fewer of them cross, turn, go far or have their words astray."""
    costs = Costs(streets, spots, tree, theme)
    ways = streets.page.routes.items()
    return sum(costs.now(index).cost for index, way in ways if len(way) > 1)


@dataclass(slots=True)
class Costs:
    """What the lines of a page cost, and what they would cost elsewhere."""

    streets: Streets
    spots: dict[int, Spot]
    tree: Tree
    theme: Theme
    known: dict[tuple[int, Rect], float] = field(default_factory=dict, kw_only=True)
    """What words hit at a place, as long as nothing has moved."""
    decisions: set[str] = field(init=False)

    def __post_init__(self) -> None:
        nodes = self.streets.chart.nodes
        self.decisions = {node.id for node in nodes if is_decision(node.shape)}

    @property
    def page(self) -> Page:
        return self.streets.page

    def now(self, index: int) -> Course:
        """A line as it is."""
        route, spot = self.page.routes[index], self.spots.get(index)
        cost = self.cost(route, self.crossed(index, route)) + self.at_ends(index, route)
        if spot:
            cost += self.words(index, route, spot.rect)
        return Course(route, spot, cost)

    def words(self, index: int, way: Sequence[Point], words: Rect) -> float:
        """What words cost at a place: what they hit, and how far they are astray."""
        return self.hit(index, way, words) + self.astray(index, boxed(way), words)

    def hit(self, index: int, way: Sequence[Point], words: Rect) -> float:
        room, known = self.streets.room, self.known
        if (index, words) not in known:
            known[index, words] = room.hits(words, index, self.theme.spacing.label_rise)
        return HIT * (known[index, words] + room.crosses(words, way))

    def astray(self, index: int, pieces: Sequence[Boxed], words: Rect) -> float:
        if self.streets.chart.edges[index].source in self.decisions:
            off = words.distance(Rect(*pieces[0][0], 0, 0))
            return ASTRAY * max(0.0, off - TIP) + FAR_ASTRAY * (off > FAR_TIP)
        middle = words.center
        x, y = middle
        least, off = math.inf, 0.0
        for start, end, left, top, right, bottom in pieces:
            if left - x > least or x - right > least or top - y > least or y - bottom > least:
                continue
            distance = distance_to_segment(middle, start, end)
            if distance < least:
                least, off = distance, 0.0
                if left == right:
                    off = abs(y - (start.y + end.y) / 2)
                elif top == bottom:
                    off = abs(x - (start.x + end.x) / 2)
        return ASTRAY * max(0.0, off - MIDDLE) + FAR_ASTRAY * (off > FAR_MIDDLE)

    def cost(self, way: Sequence[Point], crossed: int) -> float:
        bends = len(way) - 2
        more = max(0, bends - MANY) * MANY_MORE + self.jogs(way) * JOG
        return BEND * bends + more + LENGTH * length(way) + CROSSING * crossed

    def jogs(self, way: Sequence[Point]) -> int:
        """How often a way steps aside by too little."""
        jog = self.streets.jog
        return sum([a.distance(b) < jog for a, b in pairwise(way[1:-1])]) if len(way) > 3 else 0

    def crossed(self, index: int, way: Sequence[Point]) -> int:
        return sum([self.streets.crossings(index, start, end) for start, end in pairwise(way)])

    def at_ends(self, index: int, way: Sequence[Point]) -> float:
        """What the ends of a way cost: heads on corners, places off the middle of a side."""
        edge, cost = self.streets.chart.edges[index], self.pinched(index, way)
        for end, name in ((way[0], edge.source), (way[-1], edge.target)):
            if name not in self.tree.groups:
                cost += self.off(end, name)
        return cost

    def off(self, end: Point, name: str) -> float:
        """What it costs that a line ends off the middle of a side of a box."""
        (end_x, end_y), (x, y, width, height) = end, self.page.rects[name]
        at_side = end_x in (x, x + width)
        off = abs(end_y - (y + height / 2)) if at_side else abs(end_x - (x + width / 2))
        return OFF_PORT * min(off, FAR_OFF)

    def pinched(self, index: int, way: Sequence[Point]) -> float:
        """What it costs that a head stands on a corner."""
        if len(way) <= 2:
            return 0
        edge = self.streets.chart.edges[index]
        ends = ((way[0], way[1], True), (way[-1], way[-2], False))
        return sum(
            PINCHED
            for end, corner, tail in ends
            if is_pointed(edge, tail=tail)
            and end.distance(corner) < self.lead(edge, tail=tail) - SLACK
        )

    def lead(self, edge: Edge, *, tail: bool) -> float:
        """How far a line runs straight at an end: out of a corner and into its head."""
        tokens = self.theme.edge
        if isinstance(edge, Relation):
            return tokens.radius + extent(end_of(edge, tail=tail)[0], self.theme)[0]
        head = tokens.head.main[0] + tokens.tip_gap if is_pointed(edge, tail=tail) else 0.0
        return tokens.radius + 4.0 + head
