"""What a chart of boxes and lines exceeds of its theme's budgets, width apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.layout.budget import FEWEST_ACCENTS, accent_overused, exceeded
from diagramkit.layout.graph.roles import Roles
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

MAX_DEPTH = 100
"""How deep groups may stand inside one another: they are placed one inside the other."""
MAX_GROUPS = 300
"""How many groups a chart may have: each is laid out by itself."""
MOST_LINES = 0.5
"""The greatest part of the links that can be accent while one path still stands out."""


def chart_budgets(
    chart: Flowchart, roles: Roles, theme: Theme, place: Location
) -> Iterator[Diagnostic]:
    """The warnings of a chart with too many accents, accent paths or classes, or with groups too
    deep in each other."""
    budget = theme.budget
    accent = sum(role == "accent" for role in roles.nodes.values())
    yield from accent_overused(theme, accent, len(roles.nodes), "boxes", place)
    lines = sum(role == "accent" for role in roles.edges)
    if lines >= FEWEST_ACCENTS and lines > MOST_LINES * len(roles.edges):
        message = f"{lines} of {len(roles.edges)} links are accent: no path stands out among them"
        yield Diagnostic("accent-overused", message, place, severity="warning")
    yield from exceeded(
        "accent-not-one-path",
        accent_paths(chart, roles),
        budget.accent_paths,
        "accent paths that do not touch",
        "keep `accent` for one critical path",
        place,
    )
    yield from exceeded(
        "too-many-classes",
        len(classes_in_use(chart)),
        budget.classes,
        "classes in use",
        "use fewer, or split this figure",
        place,
    )
    yield from exceeded(
        "deep-groups",
        group_depth(chart),
        budget.group_depth,
        "levels of groups in each other",
        "draw the inner ones as a figure of their own",
        place,
    )


def classes_in_use(chart: Flowchart) -> set[str]:
    """The names of the classes that nodes and groups have."""
    found = {name for node in chart.nodes for name in node.classes}
    return found.union(*(group.classes for group in chart.groups))


def accent_paths(chart: Flowchart, roles: Roles) -> int:
    """How many connected parts the accent boxes and lines of a chart make."""
    parts = {name: name for name, role in roles.nodes.items() if role == "accent"}
    for edge, role in zip(chart.edges, roles.edges, strict=True):
        if role == "accent":
            parts.setdefault(edge.source, edge.source)
            parts.setdefault(edge.target, edge.target)
            _join(parts, edge.source, edge.target)
    for group in chart.groups:
        # A path may lead to a group and on inside it.
        for member in group.members if group.id in parts else ():
            if member in parts:
                _join(parts, group.id, member)
    return sum(name == part for name, part in parts.items())


def _join(parts: dict[str, str], one: str, other: str) -> None:
    parts[_first(parts, one)] = _first(parts, other)


def _first(parts: dict[str, str], name: str) -> str:
    """The one that stands for the part that `name` is in."""
    while parts[name] != name:
        parts[name] = parts[parts[name]]
        name = parts[name]
    return name


def check_depth(chart: Flowchart) -> None:
    """Raises DiagramError where groups are more, or deeper in each other, than can be placed."""
    if len(chart.groups) > MAX_GROUPS:
        message = f"a diagram has {MAX_GROUPS} groups at most, and here are {len(chart.groups)}"
        raise DiagramError.single("mermaid-limit", message, chart.groups[MAX_GROUPS].location)
    depths = _depths(chart)
    for group in chart.groups:
        if depths[group.id] > MAX_DEPTH:
            message = (
                f"groups inside one another more than {MAX_DEPTH} deep; "
                "leave out those that hold nothing but another"
            )
            raise DiagramError.single("mermaid-limit", message, group.location)


def group_depth(chart: Flowchart) -> int:
    """How many groups the innermost one is in, itself included; 0 without groups."""
    return max(_depths(chart).values(), default=0)


def _depths(chart: Flowchart) -> dict[str, int]:
    outer = {member: group.id for group in chart.groups for member in group.members}
    depths: dict[str, int] = {}
    for group in chart.groups:
        _measure(group.id, outer, depths)
    return depths


def _measure(name: str, outer: Mapping[str, str], depths: dict[str, int]) -> None:
    chain = []
    while name not in depths:
        chain.append(name)
        if name not in outer:
            depths[name] = 1
            break
        name = outer[name]
    for inner in reversed(chain):
        depths.setdefault(inner, depths[outer[inner]] + 1 if inner in outer else 1)
