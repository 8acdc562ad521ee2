"""Architecture diagrams: services as thin boxes with the name of their icon as a grey second line,
groups as frames, junctions as dots.

The sides that lines begin and end at say what stands beside, above or below what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from diagramkit.diagnostics import counted
from diagramkit.layout.description import flat
from diagramkit.layout.graph import described
from diagramkit.layout.graph.record import Titled
from diagramkit.layout.graph.relative import Way, beside
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.architecture.model import (
    Architecture,
    Link,
    Port,
    Service,
    ServiceGroup,
)
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node

_SHAPES = {"database": "cyl", "disk": "lin-cyl"}
_SIDES: dict[Port, Way] = {"L": (-1, 0), "R": (1, 0), "T": (0, -1), "B": (0, 1)}


def graph_of(diagram: Architecture) -> Flowchart:
    """The boxes, lines and groups of an architecture diagram."""
    around = {name: group.id for group in diagram.groups for name in group.members}
    # A line that is written twice says nothing new.
    links = list({replace(each, location=None): each for each in diagram.links}.values())
    chart = Flowchart(
        "TB",
        tuple(map(_box, diagram.services)),
        tuple(_line(link, around) for link in links),
        tuple(
            Group(each.id, _title(each), each.members, location=each.location)
            for each in diagram.groups
        ),
        critical=diagram.critical,
        title=diagram.title,
        description=diagram.description,
        hints=diagram.hints,
    )
    aligned: dict[str, Way] = {"row": (1, 0), "column": (0, 1)}
    more = [
        (*pair, aligned[each.direction])
        for each in diagram.alignments
        for pair in pairwise(each.members)
    ]
    count = sum(not service.is_junction for service in diagram.services)
    opening = f"Architecture of {counted(count, 'service', 'services')}"
    placed = beside(chart, _agreed(chart, list(map(_way, links))), more)
    return described(placed, opening)


def _agreed(chart: Flowchart, ways: Sequence[Way]) -> list[Way]:
    """The ways of the lines, where those between two groups are all that of their first: groups
    cannot stand both beside and below each other."""
    tree = Tree.of(chart)
    first: dict[tuple[str, str], Way] = {}
    found = []
    for edge, way in zip(chart.edges, ways, strict=True):
        met = tree.meeting(edge.source, edge.target)
        if met is None:
            found.append(way)
            continue
        _, one, other = met
        back = first.get((other, one))
        found.append((-back[0], -back[1]) if back else first.setdefault((one, other), way))
    return found


def _box(service: Service) -> Node:
    """A service: its title, then what its icon shows, where that says more."""
    if service.is_junction:
        return Node(service.id, "", "junction", location=service.location)
    text = flat(service.text) or service.id
    return Titled(
        service.id,
        text,
        _SHAPES.get(service.icon, "rect"),
        location=service.location,
        kicker=_named(service.icon, text),
    )


def _named(icon: str, text: str) -> str:
    """The name of an icon in words; nothing where the text has it."""
    name = icon.rpartition(":")[2].replace("-", " ") if ":" in icon else icon
    return "" if name.casefold() in text.casefold() else name


def _title(group: ServiceGroup) -> str:
    title = flat(group.title) or group.id
    name = _named(group.icon, title)
    return f"{title} [{name}]" if name else title


def _line(link: Link, around: Mapping[str, str]) -> Edge:
    source = around.get(link.source) if link.from_group else None
    target = around.get(link.target) if link.to_group else None
    return Edge(
        source or link.source,
        target or link.target,
        link.text,
        tail="arrow" if link.tail else "none",
        head="arrow" if link.head else "none",
        location=link.location,
    )


def _way(link: Link) -> Way:
    """Where the target stands, as seen from the source: as far to the right, and as far down."""
    (out_x, out_y), (in_x, in_y) = _SIDES[link.source_port], _SIDES[link.target_port]
    return _sign(out_x - in_x), _sign(out_y - in_y)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
