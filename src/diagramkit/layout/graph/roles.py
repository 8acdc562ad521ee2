"""Which role every node and every edge of a flowchart takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from diagramkit.color import plain
from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import CATEGORIES, ROLES, NodeRole
from diagramkit.layout.graph.categories import EVERY, categories, overflow_warning
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Style
from diagramkit.theme.paints import Paint, Painted

_NAMES = ROLES + CATEGORIES
_CLICKABLE = "clickable"
"""Mermaid's own class of what a `click` statement names: it says nothing of a look."""

EdgeRole = Literal["main", "side", "dashed", "accent"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Roles by node id and by position in the list of edges; of groups and lines the categories
    alone, where they have one; of the classes in use those that mean something."""

    nodes: dict[str, NodeRole]
    edges: tuple[EdgeRole, ...]
    warnings: tuple[Diagnostic, ...]
    groups: dict[str, NodeRole] = field(default_factory=dict)
    lines: dict[int, NodeRole] = field(default_factory=dict)
    classes: dict[str, NodeRole] = field(default_factory=dict)


def assign(
    chart: Flowchart,
    classes: Mapping[str, str],
    default: NodeRole,
    paints: Mapping[Paint, Painted] = {},
) -> Roles:
    """Find the role of every node and edge.

    A node takes the role that one of its classes is named after or mapped to by `classes`, the
    last one winning; nodes on a path that a `critical` comment names are accent; all others
    are `default`. A class that is neither a role nor in the map is a category by its colours
    (`diagramkit.layout.graph.categories`), and where it has none drawn as `default` and reported
    once. An edge is accent between two accent nodes, on a critical path, or when its
    own style strokes it as an accent of `paints` or of a class `accent`; thick edges are accent
    where nothing else in the chart is, and where they are one path and not all that there is.
    """
    unknown: dict[str, Location | None] = {}
    found = categories(chart, classes, paints)
    known = {**found.classes, **classes}
    nodes = {
        node.id: found.own.get(node.id)
        or named_role(node.classes, known, default, unknown, node.location)
        for node in chart.nodes
    }
    groups = {
        group.id: found.own.get(group.id) or named_role(group.classes, known, default, {}, None)
        for group in chart.groups
    }
    accents = {paint[-1] for paint, each in paints.items() if each.role == "accent"}
    accents |= {
        plain(stroke(style)) for name, style in chart.class_styles.items() if name == "accent"
    }
    critical = {pair for path in chart.critical for pair in pairwise(path)}
    for path in chart.critical:
        # A group on the path has no role, and does not make other lines to it accent.
        nodes.update({name: "accent" for name in path if name in nodes})
    edges = [_edge_role(edge, nodes, critical, accents) for edge in chart.edges]
    thick = [edge for edge in chart.edges if edge.line == "thick"]
    is_free = "accent" not in edges and "accent" not in nodes.values()
    if is_free and _is_one_path(thick) and len(thick) < max(len(chart.edges), 2):
        edges = [
            "accent" if edge.line == "thick" else role
            for edge, role in zip(chart.edges, edges, strict=True)
        ]
    for index, role in found.edges.items():
        if role == "accent":
            edges[index] = "accent"
    place = chart.nodes[0].location if chart.nodes else None
    return Roles(
        nodes,
        tuple(edges),
        (*unknown_classes(unknown, default), *overflow_warning(found, place)),
        {name: role for name, role in groups.items() if role in CATEGORIES},
        {
            index: role
            for index, role in found.edges.items()
            if role in CATEGORIES and edges[index] != "accent"
        },
        {
            name: named_role([name], known, default, {}, None)
            for names in (
                *(node.classes for node in chart.nodes),
                *(group.classes for group in chart.groups),
            )
            for name in names
            if name in _NAMES or name in known
        },
    )


def _is_one_path(edges: Sequence[Edge]) -> bool:
    """Whether edges follow each other from one node to another without a branch or a turn back."""
    following = {edge.source: edge.target for edge in edges}
    targets = set(following.values())
    starts = following.keys() - targets
    if len(following) != len(edges) or len(targets) != len(edges) or len(starts) != 1:
        return False
    node, steps = starts.pop(), 0
    while node in following:
        node, steps = following[node], steps + 1
    return steps == len(edges)


def stroke(style: Style) -> str:
    """The stroke colour that a list of declarations sets, in lower case; empty if none."""
    return dict(style).get("stroke", "").strip().lower()


def named_role(
    names: Iterable[str],
    classes: Mapping[str, str],
    default: NodeRole,
    unknown: dict[str, Location | None],
    place: Location | None,
) -> NodeRole:
    """The role that the last of some class names means; a name that means none is put into
    `unknown` with the first `place` it is used at."""
    role: NodeRole = default
    for name in names:
        mapped = name if name in _NAMES else classes.get(name, classes.get(EVERY))
        if mapped is None and name != _CLICKABLE:
            unknown.setdefault(name, place)
        elif mapped is not None:
            role = next(known for known in _NAMES if known == mapped)
    return role


def _edge_role(
    edge: Edge,
    nodes: Mapping[str, NodeRole],
    critical: set[tuple[str, str]],
    accents: set[str],
) -> EdgeRole:
    ends = nodes.get(edge.source), nodes.get(edge.target)
    if ends == ("accent", "accent") or (edge.source, edge.target) in critical:
        return "accent"
    if (own := plain(stroke(edge.style))) and own in accents:
        return "accent"
    if edge.line == "dotted":
        return "dashed"
    return "side" if ends[1] == "note" else "main"


def unknown_classes(
    unknown: Mapping[str, Location | None], default: NodeRole
) -> tuple[Diagnostic, ...]:
    """A warning for each class that is no role and mapped to none."""
    roles = ", ".join(ROLES)
    return tuple(
        Diagnostic(
            "unknown-class",
            f'class "{name}" is no role ({roles}), not in [tool.diagrams.classes] and has no '
            f"colour: drawn as {default}",
            place,
            severity="warning",
        )
        for name, place in unknown.items()
    )
