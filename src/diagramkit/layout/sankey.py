"""Sankey diagrams: thin bands from left to right in the tints of where they come from, words and
values beside the nodes.

Columns and heights as in d3-sankey: a node stands as far to the right as the longest way to it is
long, and is drawn to the middle of what it is joined with, in a few sweeps there and back. The six
largest sources have a category each, which what they feed takes over from its largest inflow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from diagramkit.color import mixed
from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import (
    CURE,
    around,
    chart_kit,
    chart_layout,
    notation_of,
    worded,
)
from diagramkit.layout.charts.numbers import said
from diagramkit.layout.charts.places import apart
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, CATEGORIES, GROUND, Brush, Ink, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.sankey.model import Flow, Sankey
from diagramkit.scene import Anchor, Paint
from diagramkit.theme.model import Theme

NODE = 4.0
"""Width of the bar of a node."""
TALLEST = 280.0
"""Height of all the bands through the fullest column."""
PAD = 12.0
"""Between the nodes of a column, or their words."""
GAP = 8.0
"""From a bar to its words."""
COLUMNS = ((176.0, 40.0), (96.0, 40.0), (56.0, 16.0))
"""The least distance between two columns of nodes, and what is left of a band between the words at
its start and its end: the first that the page has room for."""
LIFT = 5.0
"""From words above a bar down to it."""
WRAP = 136.0
SLIVER = 1.0
SWEEPS = 6
TINT = 0.3
"""How much of its colour a band has."""


@dataclass
class _Node:
    """A node while it is placed: its column, its middle, and its flows by their numbers."""

    name: str
    words: Label
    value: float = 0.0
    column: int = 0
    y: float = 0.0
    height: float = 0.0
    arriving: list[int] = field(default_factory=list)
    leaving: list[int] = field(default_factory=list)
    ink: Ink = "muted"

    @property
    def is_lifted(self) -> bool:
        """Whether its words stand above it, since its bands are thinner than they are high."""
        inside = bool(self.column and self.leaving)
        return inside and self.height < self.words.ink_height + 2 * LIFT

    @property
    def room(self) -> float:
        """How much of its column it takes, with its words."""
        if self.is_lifted:
            return self.height + 2 * (self.words.ink_height + LIFT) + PAD
        return max(self.height, self.words.ink_height) + PAD


@dataclass
class _Plan:
    model: Sankey
    nodes: dict[str, _Node]
    scale: float
    lefts: list[float] = field(default_factory=list)
    starts: dict[int, float] = field(default_factory=dict)
    ends: dict[int, float] = field(default_factory=dict)

    @property
    def flows(self) -> tuple[Flow, ...]:
        return self.model.flows

    def columns(self) -> list[list[_Node]]:
        """The nodes of each column, from above."""
        found: defaultdict[int, list[_Node]] = defaultdict(list)
        for node in self.nodes.values():
            found[node.column].append(node)
        return [sorted(found[at], key=lambda node: node.y) for at in sorted(found)]

    def width(self, flow: Flow) -> float:
        """Of the band of a flow."""
        return max(flow.value * self.scale, SLIVER) if flow.value else 0.0


def lay_out_chart(model: Sankey, theme: Theme, path: str) -> Layout:
    """Place a Sankey diagram; its nodes have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, _ink(plan), partial(_painted, plan))
    place = Location(path)
    warnings = (
        *accent_overused(theme, len(model.critical_nodes), len(model.nodes), "nodes", place),
        *too_wide(theme, size.width, place, CURE),
    )
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: Sankey) -> str:
    """A Sankey diagram in words: its flows."""
    opening = f"Sankey diagram of {counted(len(model.flows), 'flow', 'flows')}"
    flows = [f"{flat(one.source)} to {flat(one.target)}: {one.value:g}" for one in model.flows]
    return tell(opening, flows, map(flat, model.nodes))


def _plan(model: Sankey, kit: Kit) -> _Plan:
    plan = _Plan(model, {name: _Node(name, Label()) for name in model.nodes}, 1.0)
    for number, flow in enumerate(model.flows):
        plan.nodes[flow.source].leaving.append(number)
        plan.nodes[flow.target].arriving.append(number)
    for node in plan.nodes.values():
        sides = (node.arriving, node.leaving)
        node.value = max(sum(model.flows[number].value for number in side) for side in sides)
    _word(plan, kit)
    _rank(plan)
    columns = plan.columns()
    fullest = max((sum(node.value for node in column) for column in columns), default=0.0)
    plan.scale = TALLEST / fullest if fullest else 0.0
    for node in plan.nodes.values():
        sides = (node.arriving, node.leaving)
        node.height = max(sum(plan.width(model.flows[one]) for one in side) for side in sides)
    _stack(columns)
    _sweep(plan, columns)
    _attach(plan)
    _paint_nodes(plan)
    room = kit.theme.page.max_width - 2 * kit.margin
    for tried in COLUMNS:
        plan.lefts = _lefts(plan.columns(), *tried)
        if _ink(plan).width <= room:
            break
    return plan


def _word(plan: _Plan, kit: Kit) -> None:
    """The words of each node: its name, and its value below."""
    numbers = said((node.value for node in plan.nodes.values()), notation=notation_of(kit.theme))
    for node, number in zip(plan.nodes.values(), numbers, strict=True):
        value = f"{plan.model.prefix}{number}{plan.model.suffix}" if plan.model.shows_values else ""
        node.words = kit.block([*worded(node.name, "body"), *worded(value, "label")], WRAP)


def _rank(plan: _Plan) -> None:
    """The column of each node, as the alignment says."""
    depth, height = dict.fromkeys(plan.nodes, 0), dict.fromkeys(plan.nodes, 0)
    order = _in_order(plan)
    for name in order:
        for number in plan.nodes[name].leaving:
            target = plan.flows[number].target
            depth[target] = max(depth[target], depth[name] + 1)
    for name in reversed(order):
        for number in plan.nodes[name].leaving:
            height[name] = max(height[name], height[plan.flows[number].target] + 1)
    last = max(depth.values(), default=0)
    for name, node in plan.nodes.items():
        node.column = depth[name]
        if plan.model.alignment == "right":
            node.column = last - height[name]
        elif plan.model.alignment == "justify" and not node.leaving:
            node.column = last
        elif plan.model.alignment == "center" and not node.arriving and node.leaving:
            node.column = min(depth[plan.flows[one].target] for one in node.leaving) - 1


def _in_order(plan: _Plan) -> list[str]:
    """The nodes so that each comes before what it feeds."""
    waiting = {name: len(node.arriving) for name, node in plan.nodes.items()}
    ready = [name for name, count in waiting.items() if not count]
    for name in ready:
        for number in plan.nodes[name].leaving:
            target = plan.flows[number].target
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return ready


def _stack(columns: Sequence[Sequence[_Node]]) -> None:
    """Each column in source order, its middle at the height of all the others."""
    for column in columns:
        y = -sum(node.room for node in column) / 2
        for node in column:
            node.y = y + node.room / 2
            y += node.room


def _sweep(plan: _Plan, columns: list[list[_Node]]) -> None:
    """Nodes to the middle of what they are joined with, there and back, a little less each time."""
    limit = max((sum(node.room for node in column) for column in columns), default=0.0) / 2
    for sweep in range(SWEEPS):
        share = 0.99**sweep
        for column in columns if sweep % 2 == 0 else reversed(columns):
            for node in column:
                node.y += share * (_pull(plan, node, forth=sweep % 2 == 0) - node.y)
            column.sort(key=lambda node: node.y)
            _spread(column, limit)


def _pull(plan: _Plan, node: _Node, *, forth: bool) -> float:
    """The middle of the nodes that feed a node, or that it feeds, by how much flows there."""
    numbers = node.arriving if forth else node.leaving
    flows = [plan.flows[number] for number in numbers]
    total = sum(flow.value for flow in flows)
    if not total:
        return node.y
    others = (plan.nodes[flow.source if forth else flow.target].y * flow.value for flow in flows)
    return sum(others) / total


def _spread(column: Sequence[_Node], limit: float) -> None:
    """Nodes of a column so far apart that neither bars nor words meet, within the limit."""
    if column:
        first, last = column[0], column[-1]
        first.y = max(first.y, first.room / 2 - limit)
        wanted = [(node.y, node.room) for node in column]
        for node, y in zip(column, apart(wanted, limit - last.room / 2), strict=True):
            node.y = y


def _attach(plan: _Plan) -> None:
    """Where the bands begin and end, in the order of the nodes at their other ends."""
    for node in plan.nodes.values():
        for numbers, places in ((node.leaving, plan.starts), (node.arriving, plan.ends)):
            is_start = places is plan.starts
            y = node.y - node.height / 2
            for number in sorted(numbers, key=lambda one: _other(plan, one, is_start=is_start)):
                places[number] = y
                y += plan.width(plan.flows[number])


def _other(plan: _Plan, number: int, *, is_start: bool) -> float:
    flow = plan.flows[number]
    return plan.nodes[flow.target if is_start else flow.source].y


def _paint_nodes(plan: _Plan) -> None:
    """The ink of each node: a category for each large source, else that of the largest inflow."""
    sources = [node for node in plan.nodes.values() if not node.arriving and node.leaving]
    largest = sorted(sources, key=lambda node: -node.value)[: len(CATEGORIES)]
    inks = iter(CATEGORIES)
    for node in sources:
        node.ink = next(inks) if node in largest else "muted"
    for name in _in_order(plan):
        node = plan.nodes[name]
        if node.arriving:
            main = max(node.arriving, key=lambda number: plan.flows[number].value)
            node.ink = plan.nodes[plan.flows[main].source].ink


def _lefts(columns: Sequence[Sequence[_Node]], least: float, run: float) -> list[float]:
    """The left side of each column of bars; the words of all but the first stand to the right."""
    lefts, x = [], 0.0
    for place, column in enumerate(columns):
        lefts.append(x)
        words = max((node.words.size.width for node in column), default=0.0) if place else 0.0
        x += NODE + max(least, GAP + words + run)
    return lefts


def _ink(plan: _Plan) -> Rect:
    """The room of everything."""
    found = Rect(0, 0, 0, 0)
    for node in plan.nodes.values():
        x, (width, height) = plan.lefts[node.column], (node.words.size.width, node.room - PAD)
        left = x - GAP - width if node.column == 0 else x
        found = found.union(Rect(left, node.y - height / 2, NODE + GAP + width, height))
    return found


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    critical = plan.model.critical
    for number, flow in sorted(enumerate(plan.flows), key=lambda one: -one[1].value):
        if flow.value:
            ink: Ink = plan.nodes[flow.source].ink
            ink = "accent" if (flow.source, flow.target) in critical else ink
            fill = mixed(brush.ink(ink), TINT, brush.ink("canvas"))
            path = _band(plan, number, flow)
            yield brush.mark(f"flow:{number + 1}", f"band-{ink}", path, Paint(fill), GROUND)
    for place, node in enumerate(plan.nodes.values(), 1):
        x = plan.lefts[node.column]
        height = max(node.height, SLIVER)
        bar = Rect(x, node.y - height / 2, NODE, height)
        is_critical = node.name in plan.model.critical_nodes
        ink = "accent" if is_critical else node.ink
        path, paint = Path.polygon(bar.corners), Paint(brush.ink(ink))
        yield brush.mark(f"node:{place}", f"bar-{ink}", path, paint, BODY)
        yield from _words(str(place), node, x, brush)


def _words(key: str, node: _Node, x: float, brush: Brush) -> Iterator[Painted]:
    """The words of a node: left of the first column, right of the others, above thin bands."""
    high = node.words.ink_height
    top = node.y - (node.height / 2 + LIFT + high if node.is_lifted else high / 2)
    anchor: Anchor = "start" if node.column else "end"
    left = x if node.is_lifted else x + NODE + GAP if node.column else x - GAP
    ink = brush.mode.text
    yield from brush.block(f"words:{key}", "", node.words, Point(left, top), anchor, color=ink)


def _band(plan: _Plan, number: int, flow: Flow) -> Path:
    """A band as wide at both ends, with level ends."""
    left = plan.lefts[plan.nodes[flow.source].column] + NODE
    right = plan.lefts[plan.nodes[flow.target].column]
    start, end, wide = plan.starts[number], plan.ends[number], plan.width(flow)
    middle = (left + right) / 2
    return Path(
        (
            ("M", left, start),
            ("C", middle, start, middle, end, right, end),
            ("L", right, end + wide),
            ("C", middle, end + wide, middle, start + wide, left, start + wide),
            ("Z",),
        )
    )
