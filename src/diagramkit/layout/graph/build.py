"""One variant of a chart, built from the inside out: every group is laid out by itself, then
placed as one block in the level around it.

What a group looks like follows from what it holds, from the variant and from the flow around it
alone. So it is laid out once for each flow around it, however often the levels outside are tried,
and the time goes with the number of groups, not with their depth.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from diagramkit.geometry import Point, Rect, Size, simplified
from diagramkit.layout.graph import end_sizes, loops, shapes
from diagramkit.layout.graph import sizes as measuring
from diagramkit.layout.graph.arcs import (
    hosted,
    is_pointed,
    line_styles,
    link_arcs,
    rooms_for_labels,
    words_room,
)
from diagramkit.layout.graph.beside import Beside, Region, hanging
from diagramkit.layout.graph.beyond import Beyond, in_order
from diagramkit.layout.graph.compartments import Inscription
from diagramkit.layout.graph.demands import Demands, loops_of, rooms_at_sides
from diagramkit.layout.graph.distances import Distances
from diagramkit.layout.graph.effort import CARRIED, WORK, Meter
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.frame import Frame, frame, header_of, onto, side_of, titled
from diagramkit.layout.graph.hints import Told
from diagramkit.layout.graph.inside import reach
from diagramkit.layout.graph.label import group_label
from diagramkit.layout.graph.label_blocks import whole
from diagramkit.layout.graph.level import Doorway, Measures, Task, Work
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.passes import arrange
from diagramkit.layout.graph.plan import Link, Passage, Plan
from diagramkit.layout.graph.roles import Roles
from diagramkit.layout.graph.sizes import Variant
from diagramkit.layout.graph.spine import Spine, find
from diagramkit.layout.graph.tree import ROOT, Tree
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

Known = dict[str, list[tuple[Task, Measures, Work]]]
"""The levels that variants of a chart have laid out so far, by the group: another variant in which
a level has the same to place within the same distances takes it as it is."""


def build(
    chart: Flowchart,
    tree: Tree,
    roles: Roles,
    theme: Theme,
    variant: Variant,
    known: Known,
    most: int = WORK,
    beyond: Beyond | None = None,
) -> Page:
    """Lay a chart out in one variant, as far as it is worth `most` units of work.

    Levels that are not yet `known` are added to them. `beyond` says where edges that pass a frame
    lead to: they pass it in that order.

    Post: no two boxes overlap but groups and what they hold; every edge has a route from the
    border of its source to the border of its target.
    """
    return _Builder(chart, tree, roles, theme, variant, known, beyond or {}).page(most)


@dataclass(slots=True)
class _Builder:
    chart: Flowchart
    tree: Tree
    roles: Roles
    theme: Theme
    variant: Variant
    known: Known
    beyond: Beyond
    plan: Plan = field(init=False)
    styles: list[str] = field(init=False)
    decisions: set[str] = field(init=False)
    bars: set[str] = field(init=False)
    marks: set[str] = field(init=False)
    """Dots, bars and other nodes without words."""
    beside: list[Beside] = field(init=False)
    shapes: dict[str, str | None] = field(init=False)
    demands: Demands = field(init=False)
    distances: Distances = field(init=False)
    sizes: dict[str, Size] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    edge_labels: dict[int, Label] = field(default_factory=dict)
    groups: dict[tuple[str, Flow], Page] = field(default_factory=dict)
    """The groups that are laid out, by name and the flow around them."""

    def page(self, most: int) -> Page:
        self.plan = Plan.of(self.chart, self.tree)
        self.styles = line_styles(self.chart, self.roles, self.tree)
        self.decisions = {n.id for n in self.chart.nodes if shapes.is_decision(n.shape)}
        self.marks = {n.id for n in self.chart.nodes if shapes.is_wordless(n.shape)}
        self.bars = {n.id for n in self.chart.nodes if shapes.lies_across(n.shape)}
        self.shapes = {node.id: node.shape for node in self.chart.nodes}
        self.beside = [node for node in self.chart.nodes if isinstance(node, Beside)]
        vertical = Flow.of(self.chart.direction).vertical != self.variant.turned
        self.demands = Demands.of(
            self.chart, self.theme, compact=self.variant.compact, vertical=vertical
        )
        self._measure()
        runs = self.demands.runs(self._links()) if self.demands else None
        has_rows = any(isinstance(label, Inscription) for label in self.labels.values())
        self.distances = Distances(self.theme, self.variant, runs, has_rows, Meter(most))
        margin = self.theme.page.margin_compact if self.variant.compact else self.theme.page.margin
        room = self.theme.page.max_width - 2 * margin
        flow = Flow.of(self.chart.direction)
        if self.variant.turned:
            flow = Flow(vertical=not flow.vertical)
        page = self._level(ROOT, flow, room, ())
        self._join(page)
        page.cost = self.distances.meter.spent
        page.labels, page.edge_labels = {**self.labels, **page.labels}, self.edge_labels
        page.end_labels = self.demands.words
        return page

    def _measure(self) -> None:
        """The words of everything, and the sizes of nodes."""
        found = measuring.measured(self.chart, self.roles, self.theme, self.variant)
        self.labels, self.edge_labels = found.labels, found.edge_labels
        self.sizes = found.sizes
        self._make_room_for_ends()

    def _make_room_for_ends(self) -> None:
        """Boxes large enough for the lines that end apart on one side."""
        vertical = Flow.of(self.chart.direction).vertical != self.variant.turned
        links, flow = list(self._links()), Flow(vertical)
        if self.demands:
            self.demands.settle(self.chart, links, self.styles, self.theme)
            end_sizes.for_relations(self.sizes, self.demands, flow, self.theme)
        elif not vertical:
            end_sizes.for_edges(self.sizes, self.chart, self.styles, self.marks, self.theme)
        labels = self.edge_labels
        end_sizes.for_loops(self.sizes, links, self.demands, labels, flow, self.marks, self.theme)

    def _links(self) -> Iterator[Link]:
        """The links of all levels."""
        return chain.from_iterable(self.plan.links.values())

    def _level(self, name: str, flow: Flow, room: float, passages: Sequence[Passage]) -> Page:
        """Lay out the inside of a group: its groups first, then its own blocks."""
        children = self.tree.children.get(name, [])
        regions = [child for child in children if self._is_region(child)]
        groups = [child for child in children if child in self.tree.groups]
        inner = {child: self._group(child, flow, room) for child in groups}
        page = Page(self.variant)
        if not children:
            return page
        inner.update(self._share_extent(regions, inner, flow))
        ports = {key: port for sub in inner.values() for key, port in sub.ports.items()}
        doorways, edges_by_door = self._doorways(name, passages, ports, flow)
        links = self.plan.links.get(name, [])
        sizes = {child: self.sizes[child] for child in children if child not in inner}
        sizes.update({child: sub.rects[child].size for child, sub in inner.items()})
        sizes = {child: sizes[child] for child in children}
        task = self._task(name, sizes, ports, links, flow, doorways)
        measures = self.distances.measures(
            room, vertical=flow.vertical, has_spine=bool(task.spine.path)
        )
        if name == ROOT and flow.vertical:
            measures = replace(measures, along=self.variant.tall)
        if regions:
            gap = 2 * self.theme.spacing.group_inset
            measures = replace(measures, gaps=replace(measures.gaps, sibling=gap))
        placed = self._placed(name, task, measures)
        page.is_tangled = placed.is_tangled
        page.returns = {whole(index) for index in placed.returns}
        for arc in task.arcs:
            if arc.host:
                backward = arc.index in task.backward
                page.hosts[arc.index] = (arc.host == "target") != backward
        page.kept = [flow.rect(rect) for rect in placed.level.kept]
        page.spots = {
            edges_by_door[index][0] if index < 0 else index: flow.rect(spot)
            for index, spot in placed.level.spots.items()
        }
        for child, rect in placed.level.rects.items():
            page.rects[child] = flow.rect(rect)
        for link in links:
            route = [flow.point(point) for point in placed.level.routes[link.index]]
            page.routes[link.index] = route[::-1] if link.backward else route
        for door in doorways:
            stub = [flow.point(point) for point in placed.level.routes[door.index]]
            for index in edges_by_door[door.index]:
                page.stubs[name, index] = stub[::-1] if door.upstream else stub
        for child, sub in inner.items():
            box = page.rects[child]
            page.take(sub, box.x, box.y)
        page.ports = ports
        return page

    def _placed(self, name: str, task: Task, measures: Measures) -> Work:
        """A level laid out, or as it was laid out for another variant."""
        levels = self.known.setdefault(name, [])
        for same, within, placed in levels:
            if same == task and within == measures:
                return placed
        levels.append((task, measures, arrange(task, measures)))
        return levels[-1][-1]

    def _is_region(self, name: str) -> bool:
        return isinstance(self.tree.groups.get(name), Region)

    def _share_extent(
        self, regions: Sequence[str], inner: dict[str, Page], flow: Flow
    ) -> dict[str, Page]:
        """Regions that are placed side by side, equally long along the flow."""
        sizes = {name: flow.size(inner[name].rects[name].size) for name in regions}
        extent = max((size.width for size in sizes.values()), default=0.0)
        shared: dict[str, Page] = {}
        for name, size in sizes.items():
            shared[name] = inner[name].copy()
            shared[name].rects[name] = Rect(0, 0, *flow.size(Size(extent, size.height)))
        return shared

    def _doorways(
        self,
        name: str,
        passages: Sequence[Passage],
        ports: Mapping[tuple[str, int], float],
        flow: Flow,
    ) -> tuple[list[Doorway], dict[int, list[int]]]:
        """One doorway for all edges that share an end, a side and a style; those that end at the
        frame and have words have one each."""
        doors: dict[tuple[object, ...], Doorway] = {}
        edges: dict[int, list[int]] = {}
        for passage in passages:
            port = ports.get((passage.block, passage.index))
            # As for links: `out` runs with the layers, `in` against them.
            along = passage.upstream != passage.outward
            style = f"{self.styles[passage.index]} {'out' if along else 'in'}"
            words = self.edge_labels.get(passage.index) if self._ends_at(name, passage) else None
            own = passage.index if words else None
            key = (passage.block, passage.upstream, style, port, own)
            if key not in doors:
                number = -1 - len(doors)
                head = is_pointed(self.chart.edges[passage.index], tail=passage.outward)
                aside = self.demands.aside(passage.index, tail=passage.outward)
                label = words_room(words, flow, self.theme) if words else None
                doors[key] = Doorway(
                    number, passage.block, passage.upstream, style, port, head, aside, label
                )
            edges.setdefault(doors[key].index, []).append(passage.index)
        return in_order(name, doors.values(), edges, self.beyond, flow), edges

    def _group(self, name: str, outer: Flow, room: float) -> Page:
        """A group as a block with its frame at the origin, in a level of the flow `outer`.

        The `room` of a group follows from how deep it lies: it is the same however the levels
        around are laid out.
        """
        key = name, outer
        if key not in self.groups:
            own = self.tree.groups[name].direction
            self.groups[key] = self._framed(name, Flow.of(own) if own else outer, outer, room)
        return self.groups[key]

    def _framed(self, name: str, flow: Flow, outer: Flow, room: float) -> Page:
        """A group laid out in the flow `flow`, or in another where that cannot be."""
        theme, title = self.theme, self.labels[name]
        passages = self.plan.passages.get(name, [])
        ending = [passage for passage in passages if self._ends_at(name, passage)]
        through = [passage for passage in passages if not self._ends_at(name, passage)]
        is_region = self._is_region(name)
        inset = 0 if is_region else theme.spacing.group_inset
        room = max(room * self.variant.nested - 2 * inset, theme.box.wrap)
        page = self._level(name, flow, room, passages if flow == outer else ending)
        if page.is_tangled:
            flow = Flow(vertical=True)
            page = self._level(name, flow, room, passages if flow == outer else ending)
        if flow != outer and not self._reach(name, through, outer, page):
            flow = outer
            page = self._level(name, outer, room, passages)
        blocks = {child: page.rects[child] for child in self.tree.children.get(name, [])}
        own = {key: stub for key, stub in page.stubs.items() if key[0] == name}
        sides = {(name, passage.index): side_of(outer, passage.upstream) for passage in through}
        sides.update({(name, one.index): side_of(flow, one.upstream) for one in ending})
        corners = [point for route in page.routes.values() for point in route[1:-1]]
        corners += [point for stub in own.values() for point in stub[1:-1]]
        tops = [stub[-1].x for key, stub in own.items() if sides[key] == "top"]
        boxes = [*blocks.values(), *page.kept]
        boxes += rooms_at_sides(through, blocks, outer, self.demands, inset)
        boxes += rooms_at_sides(ending, blocks, flow, self.demands, inset)
        even = not self.variant.fold

        def around(words: Label) -> Frame:
            header = 0 if is_region else header_of(words, theme)
            return frame(boxes, corners, tops, words.size, header, inset, theme, even=even)

        parted = partial(group_label, theme, self.tree.groups[name].title, self.variant.compact)
        outline, title = titled(title, around, parted, 2 * theme.box.min_width)
        ports: dict[tuple[str, int], float] = {}
        for key, stub in own.items():
            page.stubs[key], ports[key] = onto(outline.rect, stub, sides[key])
        result = Page(self.variant, ports=ports)
        self.distances.meter.spent += len(page.rects) // CARRIED
        result.take(page, -outline.rect.x, -outline.rect.y)
        result.rects[name] = Rect(0, 0, *outline.rect.size)
        result.titles[name], result.labels[name] = outline.title_x, title
        return result

    def _ends_at(self, name: str, passage: Passage) -> bool:
        """Whether an edge ends at the frame of a group, from within."""
        edge = self.chart.edges[passage.index]
        return name in (edge.source, edge.target)

    def _reach(self, name: str, passages: Sequence[Passage], outer: Flow, page: Page) -> bool:
        """Lead edges straight out of a group that runs another way than the level around it.

        Returns False where one cannot go straight: the group then runs with the level.
        """
        blocks = {child: page.rects[child] for child in self.tree.children.get(name, [])}
        walls = [*blocks.values(), *page.spots.values()]
        own = {index: stub for (group, index), stub in page.stubs.items() if group == name}
        ways = {**page.routes, **own}
        lettered = [way for index, way in ways.items() if index in self.edge_labels]
        parallel = self.theme.spacing.parallel
        stubs: dict[tuple[str, bool, str], list[Point]] = {}
        for passage in passages:
            key = (
                passage.block,
                passage.upstream,
                f"{self.styles[passage.index]} {passage.outward}",
            )
            if (passage.block, passage.index) in page.ports:
                # Where it leaves a group inside of this one is another side.
                return False
            if key not in stubs:
                side = side_of(outer, passage.upstream)
                routes = [*ways.values(), *stubs.values()]
                stub = reach(blocks[passage.block], side, walls, routes, lettered, parallel)
                if stub is None:
                    return False
                stubs[key] = stub
            page.stubs[name, passage.index] = stubs[key]
        return True

    def _task(
        self,
        level: str,
        sizes: dict[str, Size],
        ports: Mapping[tuple[str, int], float],
        links: Sequence[Link],
        flow: Flow,
        doors: list[Doorway],
    ) -> Task:
        children = list(sizes)
        arcs = link_arcs(
            links,
            self.chart.edges,
            self.styles,
            self.edge_labels,
            ports,
            flow,
            self.theme,
            self.demands,
        )
        spine = self._spine(children, links, doors)
        sizes = self._shared(sizes, links, spine, flow)
        across = {child: flow.size(sizes[child]) for child in children}
        clear = self.theme.spacing.label_clear
        through = [door.arc for door in doors]
        arcs = hosted(arcs, through, across, beside=flow.vertical, clear=clear)
        arcs = [replace(a, heavy=True) if (a.source, a.target) in spine.arcs else a for a in arcs]
        rooms = rooms_for_labels(arcs, across, self.theme, beside=flow.vertical)
        words = {arc.index: arc.label for arc in arcs if arc.label}
        own = loops_of(links, self.demands, words, self.theme)
        for name, found in own.items():
            beside = loops.room(found, across[name].width, clear)
            rooms[name] = beside.widest(rooms.get(name, beside))
        return Task(
            across,
            rooms,
            arcs,
            frozenset(link.index for link in links if link.backward),
            doors,
            spine,
            frozenset(self.decisions.intersection(children)),
            [child for child in children if child in self.bars],
            list(chain.from_iterable(own.values())),
            self.plan.told.get(level, Told()),
        )

    def _spine(
        self, children: Sequence[str], links: Sequence[Link], doors: Sequence[Doorway]
    ) -> Spine:
        """The main path, with the boxes that stand beside others hung from those."""
        beside = hanging(self.beside, children, links, self.marks)
        if not beside:
            return self._main_path(children, links, doors)
        names = {node.id for node in beside}
        others = [child for child in children if child not in names]
        between = [link for link in links if not names & {link.source, link.target}]
        hosts = {node.host for node in beside}
        return self._main_path(others, between, doors, hosts).holding(
            {node.id: node.host for node in beside if node.side == "left"},
            {node.id: node.host for node in beside if node.side == "right"},
        )

    def _main_path(
        self,
        children: Sequence[str],
        links: Sequence[Link],
        doors: Sequence[Doorway],
        holding: Collection[str] = (),
    ) -> Spine:
        """The main path and its leaves; what is `holding` something itself hangs from nothing."""
        if self.demands:
            # Classes and tables have no main path.
            return Spine(())
        told = [own for own in self.plan.told.values() if own.weak or own.names]
        weak = {index for own in told for index in own.weak}
        forward = [link for link in links if not link.backward and link.source != link.target]
        forward = [link for link in forward if link.index not in weak]
        accents = [
            (link.source, link.target)
            for link in forward
            if self.roles.edges[link.index] == "accent"
        ]
        pairs = [(link.source, link.target) for link in forward]
        tied = {link.source for link in links if link.backward or link.source == link.target}
        tied |= {link.target for link in links if link.backward} | {door.block for door in doors}
        tied |= {*self.tree.groups.keys() & set(children), *holding}
        tied |= {child for own in told for child in own.names}
        long = [link for link in links if self.chart.edges[link.index].length > 1]
        tied |= {end for link in long for end in (link.source, link.target)}
        tokens = self.theme.spine
        roles = {child: self.roles.nodes.get(child, "primary") for child in children}
        # A group takes its lines where their ends inside are: nothing hangs from its middle. Where
        # leaves hang, a loop may have its place.
        hosts = {child for child in children if child not in self.tree.groups}
        hosts -= {link.source for link in links if link.source == link.target}
        return find(children, pairs, roles, accents, tied, hosts, tokens.least, tokens.share)

    def _shared(
        self, own: Mapping[str, Size], links: Sequence[Link], spine: Spine, flow: Flow
    ) -> dict[str, Size]:
        """Equal sizes for boxes of one rank, and along a spine."""
        children, sizes = list(own), dict(own)
        nodes = [child for child in children if child not in self.tree.groups]
        leaves = dict(spine.leaves or {})
        measuring.turn([child for child in children if child in self.bars], sizes, flow)
        box, step = self.theme.box, 2 * self.theme.page.grid
        has_rows = any(isinstance(self.labels[node], Inscription) for node in nodes)
        ratio = self.theme.record.equal_ratio if has_rows else box.equal_ratio
        core = {node for node in nodes if node not in leaves}
        pairs = [(a.source, a.target) for a in links if a.source != a.target]
        between = [pair for pair in pairs if pair[0] in core and pair[1] in core]
        # Lines stay beside their words.
        loose = {node for node in nodes if shapes.is_unfilled(self.shapes[node])}
        ranks = measuring.ranks([node for node in nodes if node in core], between)
        ranks = [[node for node in rank if node not in loose] for rank in ranks]
        measuring.share_widths(sizes, ranks, ratio, box.min_width)
        # Below rows that are fewer there would be empty room.
        if flow.vertical and not has_rows:
            measuring.share_heights(sizes, ranks, 2 * step, box.min_height)
        if flow.vertical and not has_rows and self.variant.equal:
            plain = {node for node in nodes if shapes.is_plain(self.shapes[node])}
            onward = [(link.source, link.target) for link in links if not link.backward]
            inner = set(between)
            chains = measuring.chains([pair for pair in onward if pair in inner])
            for chain in [*chains, spine.path]:
                members = [node for node in chain if node in plain]
                measuring.share_widths(sizes, [members], ratio, box.min_width)
            measuring.share_widths(sizes, ranks, ratio, box.min_width)
        on_spine = [node for node in spine.path if node in core]
        if self.variant.equal and not flow.vertical and len(on_spine) > 2:
            members = [*on_spine, *leaves]
            measuring.share_widths(sizes, [members], ratio, box.min_width)
            measuring.share_heights(sizes, [on_spine], 2 * step, box.min_height)
            measuring.share_widths(sizes, ranks, ratio, box.min_width)
        if not flow.vertical:
            hung = [[leaf, parent] for leaf, parent in leaves.items()]
            measuring.share_widths(sizes, hung, ratio, box.min_width)
        return sizes

    def _join(self, page: Page) -> None:
        """Put the parts of each route together, from source to target."""
        for index in range(len(self.chart.edges)):
            out = [page.stubs[group, index] for group in self.plan.outward.get(index, [])]
            into = [page.stubs[group, index] for group in self.plan.inward.get(index, [])]
            parts = [*out, page.routes.get(index, []), *(stub[::-1] for stub in reversed(into))]
            page.routes[index] = joined(parts)
        page.stubs.clear()


def joined(parts: Sequence[Sequence[Point]]) -> list[Point]:
    """One line through the parts, whose ends meet."""
    return simplified([point for part in parts for point in part])
