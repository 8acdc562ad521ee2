"""The edges of a level as the layers want them: styles, ports, and room for their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Literal

from diagramkit.geometry import Size
from diagramkit.layout.graph.blocks import Arc, Room
from diagramkit.layout.graph.demands import Demands, is_shared
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.plan import Link
from diagramkit.layout.graph.record import Relation
from diagramkit.layout.graph.roles import Roles
from diagramkit.layout.graph.tree import Tree
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart
from diagramkit.theme.model import Theme

MOST_APART = 3
"""How many lines may end apart on a box for being told from each other."""


def line_styles(chart: Flowchart, roles: Roles, tree: Tree) -> list[str]:
    """For each edge of a chart what decides whether it may share a line with another: its look,
    and which of several alike between the same ends it is, as those would share all of it. An
    edge that would share a line at both of its ends has a style of its own, unless every box at
    one end is joined to all at the other: of such a tangle nobody could tell who feeds whom."""
    twins: Counter[tuple[str, str, str]] = Counter()
    styles: list[str] = []
    for edge, role in zip(chart.edges, roles.edges, strict=True):
        style = f"{role} {edge.line} {edge.head} {edge.tail}"
        if isinstance(edge, Relation):
            style += f" {edge.tail_mark} {edge.head_mark}"
            style += "" if is_shared(edge) else f" {len(styles)}"
        pair = (edge.source, edge.target, style)
        twins[pair] += 1
        styles.append(f"{style} {twins[pair]}" if twins[pair] > 1 else style)
    for index in _mixed(chart.edges, styles, tree):
        styles[index] += f" {index}"
    return styles


def _mixed(edges: Sequence[Edge], styles: Sequence[str], tree: Tree) -> list[int]:
    """The edges that share a line with others at both ends, but are no part of a full fan. In a
    tangle of many there is no room to tell them apart."""
    targets: dict[tuple[str, str], set[str]] = {}
    sources: dict[tuple[str, str], set[str]] = {}
    for edge, style in zip(edges, styles, strict=True):
        targets.setdefault((edge.source, style), set()).add(edge.target)
        sources.setdefault((edge.target, style), set()).add(edge.source)
    # Equal sets have one number.
    numbers: dict[frozenset[str], int] = {}
    alike = {
        end: numbers.setdefault(frozenset(reached), len(numbers))
        for end, reached in targets.items()
    }
    found: list[int] = []
    tangled: set[str] = set()
    for index, (edge, style) in enumerate(zip(edges, styles, strict=True)):
        ahead, behind = targets[edge.source, style], sources[edge.target, style]
        own = alike[edge.source, style]
        if (
            _shares(edge.source, ahead, tree)
            and _shares(edge.target, behind, tree)
            and any(alike[other, style] != own for other in behind)
        ):
            found.append(index)
            if max(len(ahead), len(behind)) > MOST_APART:
                tangled |= {edge.source, edge.target}
    return [i for i in found if not tangled & {edges[i].source, edges[i].target}]


def _shares(name: str, others: Set[str], tree: Tree) -> bool:
    """Whether lines between a box and others share a stretch: three at least, or two that pass
    the frame of its group together."""
    if len(others) > 2:
        return True
    inside = set(tree.path(name)[:-1])
    return sum(not inside <= set(tree.path(other)) for other in others) > 1


def link_arcs(
    links: Sequence[Link],
    edges: Sequence[Edge],
    styles: Sequence[str],
    labels: Mapping[int, Label],
    ports: Mapping[tuple[str, int], float],
    flow: Flow,
    theme: Theme,
    demands: Demands,
) -> list[Arc]:
    """The links of a level as arcs; `styles` as of `line_styles`."""
    return [
        Arc(
            link.index,
            link.source,
            link.target,
            f"{styles[link.index]} {'in' if link.backward else 'out'}",
            backward=link.backward,
            length=edges[link.index].length,
            label=words_room(labels[link.index], flow, theme) if link.index in labels else None,
            source_port=ports.get((link.source, link.index)),
            target_port=ports.get((link.target, link.index)),
            source_aside=demands.aside(link.index, tail=not link.backward),
            target_aside=demands.aside(link.index, tail=link.backward),
            source_head=is_pointed(edges[link.index], tail=not link.backward),
        )
        for link in links
    ]


def is_pointed(edge: Edge, *, tail: bool) -> bool:
    """Whether an end of an edge has a head."""
    return (edge.tail if tail else edge.head) != "none"


def words_room(words: Label, flow: Flow, theme: Theme) -> Size:
    """The room of an edge's words along and across the flow, with their distance from the line."""
    width, height = words.size
    spacing = theme.spacing
    if flow.vertical:
        return Size(height, width + spacing.label_side)
    return Size(width, height + spacing.label_rise)


def hosted(
    arcs: Sequence[Arc],
    doors: Sequence[Arc],
    sizes: Mapping[str, Size],
    *,
    beside: bool,
    clear: float,
) -> list[Arc]:
    """The arcs, those with words told next to which end the words may stand.

    It is the target where no other line ends there, else the source where no other leaves
    there; the lines through `doors` count too. At a group, whose lines pass its frame side by
    side, words keep `clear` of the next line on their side: to the right of a line that runs
    down (`beside`), else above it.
    """
    ends: dict[tuple[str, str], list[float | None]] = {}
    for arc in (*arcs, *doors):
        ends.setdefault(("source", arc.source), []).append(arc.source_port)
        ends.setdefault(("target", arc.target), []).append(arc.target_port)
    result: list[Arc] = []
    for arc in arcs:
        host: Literal["source", "target"] | None = None
        if arc.label and arc.source != arc.target:
            for end in ("target", "source"):
                block, port = getattr(arc, end), getattr(arc, f"{end}_port")
                reach = (arc.label.height + clear) / sizes[block].height
                if _is_alone(port, ends[end, block], reach if beside else -reach):
                    host = "target" if end == "target" else "source"
                    break
        result.append(replace(arc, host=host) if host else arc)
    return result


def _is_alone(port: float | None, ports: Sequence[float | None], reach: float) -> bool:
    """Whether no other line of a side runs within `reach`, a share of the side, of a port."""
    if port is None or None in ports:
        return len(ports) == 1
    low, high = sorted((port, port + reach))
    return sum(other is not None and low <= other <= high for other in ports) == 1


def rooms_for_labels(
    arcs: Sequence[Arc], sizes: Mapping[str, Size], theme: Theme, *, beside: bool
) -> dict[str, Room]:
    """The room that each block keeps for the words next to it: at the right of a line that runs
    down (`beside`), or above one that runs along, where the block's own distance from others
    is too little for them."""
    spacing = theme.spacing
    rooms: dict[str, Room] = {}
    for arc in arcs:
        if arc.host is None or arc.label is None:
            continue
        block = arc.target if arc.host == "target" else arc.source
        port = arc.target_port if arc.host == "target" else arc.source_port
        share = 0.5 if port is None else port
        side = sizes[block].height * (1 - share if beside else share)
        need = arc.label.height + spacing.label_clear - side
        if beside:
            # What the engine keeps free at a block counts as its distance from lines.
            room = Room(below=max(0.0, need + spacing.parallel))
        else:
            room = Room(above=max(0.0, need - spacing.sibling))
        rooms[block] = room.widest(rooms.get(block, Room()))
    return rooms
