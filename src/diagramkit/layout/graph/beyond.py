"""One order for the whole chart: what is inside a frame is ordered by where its lines lead outside.

Levels are laid out one by one, from the inside out, so that a level knows the order inside the
groups that it holds, but not what its own lines lead to beyond its frame. Once the whole is placed,
that is known: the points where lines pass frames are put in the order of their far ends, on the
near sides of all frames and on the far sides in turn, as ranks are in the method of Sugiyama,
Tagawa and Toda (1981), and the chart is laid out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from diagramkit.geometry import Point
from diagramkit.layout.graph.effort import WORK
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.level import Doorway
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.plan import Plan
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart

ROUNDS, BOTH = 4, 2
"""How often a chart is laid out again, at most, and on how many sides."""
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
    order = sorted(places, key=lambda index: (places[index], -index))
    turns = {index: place for place, index in enumerate(order)}
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
    crossings, failed, spent = page.crossings() if plan.passages else 0, 0, 0
    for number in range(min(ROUNDS, min(SHARE, left) // max(1, page.cost))):
        if not crossings or failed == BOTH:
            break
        failed += 1
        found = {**beyond, **_far_ends(page, chart, plan, upstream=not number % 2)}
        other = again(found)
        spent += other.cost
        if (count := other.crossings()) < crossings:
            page, crossings, beyond, failed = other, count, found, 0
    return page, spent


def _far_ends(
    page: Page, chart: Flowchart, plan: Plan, *, upstream: bool
) -> dict[tuple[str, bool, int], Point]:
    ends: dict[tuple[str, bool, int], Point] = {}
    for group, passages in plan.passages.items():
        for passage in passages:
            edge = chart.edges[passage.index]
            far = edge.target if passage.outward else edge.source
            if passage.upstream == upstream and far != group:
                ends[group, upstream, passage.index] = page.rects[far].center
    return ends
