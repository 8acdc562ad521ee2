"""One order for the whole chart: what is inside a frame is ordered by where its lines lead outside.

Levels are laid out one by one, from the inside out, so that a level knows the order inside the
groups that it holds, but not what its own lines lead to beyond its frame. Once the whole is placed,
that is known: the points where lines pass frames are put in the order of their far ends, on the
near sides of all frames and on the far sides in turn, as ranks are in the method of Sugiyama,
Tagawa and Toda (1981), and the chart is laid out again. Lines that lead to the same place keep
no order. Where that is not enough, a line that passes boxes on its way counts as leading to where
it passes the first of them, as it does in that method.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.effort import WORK
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.level import Doorway
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.plan import Passage, Plan
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart

ROUNDS, SIDES = 4, 2
"""How often a chart is laid out again, at most, and how many sides a frame has in turn."""
SHARE = WORK // 4
"""What that may cost."""

Beyond = Mapping[tuple[str, bool, int], Point]
"""By group, side of its frame (whether upstream) and edge: where the far end of the edge is."""


def in_order(
    name: str,
    doors: Iterable[Doorway],
    edges: Mapping[int, Sequence[int]],
    beyond: Beyond,
    flow: Flow,
) -> list[Doorway]:
    """The doorways of a group, with turns in the order of what their `edges` lead to."""
    places: dict[int, float] = {}
    for door in doors:
        found = [beyond.get((name, door.upstream, edge)) for edge in edges[door.index]]
        ends = [point.x if flow.vertical else point.y for point in found if point]
        if ends:
            places[door.index] = sum(ends) / len(ends)
    order = {place: number for number, place in enumerate(sorted(set(places.values())))}
    turns = {index: order[place] for index, place in places.items()}
    return [
        replace(door, turn=(-1 - door.upstream, turns[door.index])) if door.index in turns else door
        for door in doors
    ]


def untangled(
    page: Page, chart: Flowchart, tree: Tree, again: Callable[[Beyond], Page], left: int
) -> tuple[Page, int]:
    """The page of the fewest crossings that is found when frames are passed in the order of what
    lies beyond them, and what it has cost to find it. `again` lays the chart out anew, for as long
    as there is work `left`.

    Post: lines cross no more often than before.
    """
    if not tree.groups:
        return page, 0
    plan, beyond = Plan.of(chart, tree), dict[tuple[str, bool, int], Point]()
    crossings, spent = page.crossings() if plan.passages else 0, 0
    for number in range(min(ROUNDS, min(SHARE, left) // max(1, page.cost))):
        if not crossings:
            break
        lines = _Lines(page, chart, tree, passing=number >= SIDES)
        found = {**beyond, **lines.far_ends(plan, upstream=not number % SIDES)}
        other = again(found)
        spent += other.cost
        if (count := other.crossings()) < crossings:
            page, crossings, beyond = other, count, found
    return page, spent


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a chart; those `passing` boxes and frames on their way count as leading to
    where they pass the first."""

    page: Page
    chart: Flowchart
    tree: Tree
    passing: bool

    def far_ends(self, plan: Plan, *, upstream: bool) -> dict[tuple[str, bool, int], Point]:
        """What the lines that pass frames on one side lead to there."""
        ends: dict[tuple[str, bool, int], Point] = {}
        for group, passages in plan.passages.items():
            for passage in passages:
                edge = self.chart.edges[passage.index]
                far = edge.target if passage.outward else edge.source
                if passage.upstream == upstream and far != group:
                    ends[group, upstream, passage.index] = (
                        self._passed(group, passage) if self.passing else None
                    ) or self.page.rects[far].center
        return ends

    def _passed(self, group: str, passage: Passage) -> Point | None:
        """Where a line first passes a box or frame outside a group, along the flow of the chart."""
        edge, rects = self.chart.edges[passage.index], self.page.rects
        around = {*self.tree.path(edge.source), *self.tree.path(edge.target)}
        walls = [rect for name, rect in rects.items() if name not in around]
        vertical = Flow.of(self.chart.direction).vertical != self.page.variant.turned
        for a, b in pairwise(self.page.routes[passage.index][:: 1 if passage.outward else -1]):
            piece = Rect.between(a, b)
            if rects[group].contains(piece):
                continue
            for wall in walls:
                if vertical and piece.y <= wall.y and wall.bottom <= piece.bottom:
                    return Point(a.x, wall.center.y)
                if not vertical and piece.x <= wall.x and wall.right <= piece.right:
                    return Point(wall.center.x, a.y)
        return None
