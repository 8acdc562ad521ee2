"""C4 diagrams: elements as thin boxes with their technology as a grey second line, boundaries and
deployment nodes as frames around them.

What is external is drawn as secondary; databases and queues are cylinders, people rounded boxes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from diagramkit.diagnostics import counted
from diagramkit.layout import CATEGORIES, ROLES, Layout, NodeRole
from diagramkit.layout.description import flat
from diagramkit.layout.graph import described
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.layout.graph.record import Titled
from diagramkit.layout.graph.relative import Way, beside
from diagramkit.mermaid.kinds.c4.model import (
    Boundary,
    C4Diagram,
    Element,
    Form,
    Relationship,
    Side,
)
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group
from diagramkit.theme.model import Theme

_SIDES: dict[Side | None, Way] = {
    "up": (0, -1),
    "down": (0, 1),
    "left": (-1, 0),
    "right": (1, 0),
}
_SHAPES: dict[Form, str] = {"box": "rect", "database": "cyl", "queue": "h-cyl"}


def lay_out(
    diagram: C4Diagram,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a C4 diagram; arguments and errors as for `layout.lay_out`."""
    known = {*classes, *ROLES, *CATEGORIES}
    chart = graph_of(diagram, known)
    count = counted(len(diagram.elements), "element", "elements")
    chart = described(chart, f"C4 {diagram.scope.lower()} diagram of {count}")
    return lay_out_graph(chart, theme, classes=classes, default_role=default_role, path=path)


def graph_of(diagram: C4Diagram, known: Collection[str] = ()) -> Flowchart:
    """The boxes, lines and groups of a C4 diagram; of the tags of its elements those that are
    `known` as classes."""
    is_numbered = diagram.scope == "Dynamic"
    chart = Flowchart(
        "TB",
        tuple(_box(each, known) for each in diagram.elements),
        tuple(
            _line(each, f"{number}: " if is_numbered else "")
            for number, each in enumerate(diagram.relationships, 1)
        ),
        tuple(_frame(each, known) for each in diagram.boundaries),
        critical=diagram.critical,
        title=diagram.title,
        description=diagram.description,
    )
    return beside(
        chart, [_SIDES.get(each.side, (0, 0)) for each in diagram.relationships], (), "TB"
    )


def _box(element: Element, known: Collection[str]) -> Titled:
    """An element: its name, then what it is built with and what it does."""
    tags = tuple(tag for tag in element.tags if tag in known)
    return Titled(
        element.id,
        flat(element.text) or element.id,
        "rounded" if element.kind == "person" else _SHAPES[element.form],
        ("secondary", *tags) if element.is_external else tags,
        element.style,
        element.link,
        location=element.location,
        kicker=_sort(element),
        detail=flat(element.description),
    )


def _sort(element: Element) -> str:
    """What sort of element it is: its technology, if it has one."""
    if element.technology:
        external = "external · " if element.is_external else ""
        return external + flat(element.technology)
    if element.is_external:
        return f"external {element.kind}"
    return "person" if element.kind == "person" else ""


def _line(each: Relationship, number: str) -> Edge:
    """A line with its words, its number before them."""
    words = [f"{number}{each.text}", f"[{flat(each.technology)}]" if each.technology else ""]
    text = "\n".join(filter(None, (*words, each.description)))
    return Edge(
        each.source,
        each.target,
        text,
        tail="none" if each.way == "forward" else "arrow",
        head="none" if each.way == "back" else "arrow",
        style=each.style,
        location=each.location,
    )


def _frame(boundary: Boundary, known: Collection[str]) -> Group:
    sort = f" [{flat(boundary.type)}]" if boundary.type else ""
    lines = (f"{flat(boundary.title) or boundary.id}{sort}", boundary.description)
    return Group(
        boundary.id,
        "\n".join(filter(None, lines)),
        boundary.members,
        None,
        tuple(tag for tag in boundary.classes if tag in known),
        boundary.style,
        boundary.location,
    )
