"""At which level each edge is laid out, which groups it passes through, and which way it runs.

An edge is laid out where its ends meet: at the innermost level that holds both, between the
two blocks there that hold one each. Through every group that holds one end alone it makes a
passage, from a block of the group to the group's frame. Everything here follows from the
structure of the chart, before anything has a size.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from diagramkit.layout.graph.hints import Told, ranks_of, told
from diagramkit.layout.graph.spine import feedback
from diagramkit.layout.graph.tree import ROOT, Tree
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two blocks of one level, in reading order; `source` is upstream.

    `backward`: the edge itself runs the other way.
    """

    index: int
    source: str
    target: str
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """An edge between a block of a group and the group's frame.

    `upstream`: it meets the frame where the flow of the level around begins. `outward`: the
    edge itself leaves the group here.
    """

    index: int
    block: str
    upstream: bool
    outward: bool


@dataclass(slots=True)
class Plan:
    """The links of every level and the passages of every group, in source order."""

    links: dict[str, list[Link]] = field(default_factory=dict)
    passages: dict[str, list[Passage]] = field(default_factory=dict)
    outward: dict[int, list[str]] = field(default_factory=dict)
    """By edge: the groups that hold its source alone, innermost first."""
    inward: dict[int, list[str]] = field(default_factory=dict)
    """By edge: the groups that hold its target alone, innermost first."""
    told: dict[str, Told] = field(default_factory=dict)
    """What hints say, by level."""

    @classmethod
    def of(cls, chart: Flowchart, tree: Tree) -> Plan:
        """Plan every edge whose ends are there.

        Post: an edge is in exactly one level's links, except one between a group and something
        inside it, which is in none and ends at the group's frame from within.
        """
        plan = cls(told=told(chart, tree))
        found: dict[str, list[Link]] = {}
        for index, edge in enumerate(chart.edges):
            if edge.source == edge.target:
                level = tree.parent.get(edge.source, ROOT)
                plan.links.setdefault(level, []).append(Link(index, edge.source, edge.target))
            elif meeting := tree.meeting(edge.source, edge.target):
                level, source, target = meeting
                found.setdefault(level, []).append(Link(index, source, target))
            else:
                plan._contained(index, edge, tree)
        closing = _closing(chart)
        for level, links in found.items():
            own = plan.told.get(level, Told())
            read = _read(tree.children[level], links, own, closing)
            plan.links.setdefault(level, []).extend(read)
        for level, links in plan.links.items():
            links.sort(key=lambda link: link.index)
            for link in links:
                plan._pass(link, chart.edges[link.index], tree, level)
        return plan

    def _pass(self, link: Link, edge: Edge, tree: Tree, level: str) -> None:
        first = Passage(link.index, edge.source, link.backward, True)
        self.outward[link.index] = self._leave(first, tree, level)
        last = Passage(link.index, edge.target, not link.backward, False)
        self.inward[link.index] = self._leave(last, tree, level)

    def _leave(self, passage: Passage, tree: Tree, level: str) -> list[str]:
        """Passages from the innermost one out to the children of `level`."""
        groups: list[str] = []
        while (group := tree.parent.get(passage.block, ROOT)) != level:
            self.passages.setdefault(group, []).append(passage)
            groups.append(group)
            passage = replace(passage, block=group)
        return groups

    def _contained(self, index: int, edge: Edge, tree: Tree) -> None:
        """An edge between a group and something inside it."""
        outer = edge.source if edge.source in tree.path(edge.target) else edge.target
        inner = edge.target if outer == edge.source else edge.source
        upstream = outer == edge.source
        level = tree.parent.get(outer, ROOT)
        groups = self._leave(Passage(index, inner, upstream, not upstream), tree, level)
        self.outward[index] = [] if upstream else groups
        self.inward[index] = groups if upstream else []


def _closing(chart: Flowchart) -> set[int]:
    """The edges that close a cycle of boxes, whatever groups they are in."""
    if not chart.groups:
        return set()
    ends = [(edge.source, edge.target) for edge in chart.edges]
    names = [node.id for node in chart.nodes] + [end for pair in ends for end in pair]
    return feedback(list(dict.fromkeys(names)), ends)


def _against(
    children: Sequence[str],
    links: Sequence[Link],
    ends: Sequence[tuple[str, str]],
    closing: Collection[int],
) -> set[int]:
    """The links that close a cycle of the level: those that close one of boxes, `closing`, if they
    do and are no more."""
    back = {links[place].index for place in feedback(children, ends)}
    told = {link.index for link in links if link.index in closing}
    if told == back or len(told) > len(back):
        return back
    turned = [
        (b, a) if link.index in told else (a, b) for link, (a, b) in zip(links, ends, strict=True)
    ]
    return back if feedback(children, turned) else told


def _read(
    children: Sequence[str], links: Sequence[Link], own: Told, closing: Collection[int]
) -> list[Link]:
    """The links in reading order: those that close a cycle are turned round, and those without a
    say in ranks that run against them.

    Post: links within a rank have no say either.
    """
    first = own.first
    own.weak |= {
        link.index for link in links if link.source in first if link.target in first
        if first[link.source] == first[link.target]
    }  # fmt: skip
    strong = [link for link in links if link.index not in own.weak]
    ends = [(first.get(a.source, a.source), first.get(a.target, a.target)) for a in strong]
    back = _against(children, strong, ends, closing)
    if own.weak:
        ties = [
            (b, a, 1) if link.index in back else (a, b, 1)
            for link, (a, b) in zip(strong, ends, strict=True)
        ]
        ranks = ranks_of(children, ties, first)
        places = {name: place for place, name in enumerate(children)}
        at = {name: (ranks[name], places[first.get(name, name)], places[name]) for name in children}
        back |= {a.index for a in links if a.index in own.weak and at[a.source] > at[a.target]}
    return [
        Link(link.index, link.target, link.source, True) if link.index in back else link
        for link in links
    ]
