"""The edges of a level as the layers want them: styles, ports, and room for their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from diagramkit.geometry import Size
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.label import Label
from diagramkit.layout.graph.blocks import Arc, Room, ends_shared
from diagramkit.layout.graph.plan import Link
from diagramkit.layout.graph.roles import Roles
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme


def door_styles(chart: Flowchart, roles: Roles) -> list[str]:
    """For each edge of a chart what decides whether it may share a line with another."""
    return [
        f"{role} {edge.line} {edge.head} {edge.tail}"
        for edge, role in zip(chart.edges, roles.edges, strict=True)
    ]


def link_arcs(
    links: Sequence[Link],
    chart: Flowchart,
    roles: Roles,
    labels: Mapping[int, Label],
    ports: Mapping[tuple[str, int], float],
    flow: Flow,
    theme: Theme,
) -> list[Arc]:
    """The links of a level as arcs."""
    styles = door_styles(chart, roles)
    twins: Counter[tuple[str, ...]] = Counter()
    names: dict[int, str] = {}
    for link in links:
        style = f"{styles[link.index]} {'in' if link.backward else 'out'}"
        # Edges between the same two blocks would share all of their line.
        pair = (link.source, link.target, style)
        twins[pair] += link.index not in labels
        names[link.index] = f"{style} {twins[pair]}" if twins[pair] > 1 else style
    return [
        Arc(
            link.index,
            link.source,
            link.target,
            names[link.index],
            label=_room(labels[link.index], flow, theme) if link.index in labels else None,
            source_port=ports.get((link.source, link.index)),
            target_port=ports.get((link.target, link.index)),
        )
        for link in links
    ]


def _room(words: Label, flow: Flow, theme: Theme) -> Size:
    """The room of an edge's words along and across the flow, with their distance from the line."""
    width, height = words.size
    spacing = theme.spacing
    if flow.vertical:
        return Size(height, width + spacing.label_side)
    return Size(width, height + spacing.label_rise)


def rooms_for_labels(
    arcs: Sequence[Arc], sizes: Mapping[str, Size], labels: Mapping[int, Label], theme: Theme
) -> dict[str, Room]:
    """The room beside each block for words that stand at the right of a line running down.

    They stand next to their target where it is entered once, else next to their source where
    it is left once.
    """
    shared = ends_shared(arcs)
    spacing = theme.spacing
    rooms: dict[str, Room] = {}
    for arc in arcs:
        if arc.index not in labels or arc.source == arc.target or all(shared[arc.index]):
            continue
        if shared[arc.index][1]:
            block, port = arc.source, arc.source_port
        else:
            block, port = arc.target, arc.target_port
        side = sizes[block].height * (1 - (0.5 if port is None else port))
        need = spacing.label_side + labels[arc.index].size.width + spacing.label_clear
        room = Room(below=max(0.0, need - side - spacing.sibling / 2))
        rooms[block] = room.widest(rooms.get(block, Room()))
    return rooms
