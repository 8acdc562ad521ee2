"""C4 diagrams: elements as thin boxes with their technology as a grey second line, boundaries and
deployment nodes as frames around them.

What is external is drawn as secondary; databases and queues are cylinders, people rounded boxes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from diagramkit.diagnostics import counted
from diagramkit.layout import CATEGORIES, ROLES, Layout, NodeRole
from diagramkit.layout.description import flat
from diagramkit.layout.graph import describe
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.layout.graph.record import Titled
from diagramkit.mermaid.kinds.c4.model import (
    Boundary,
    C4Diagram,
    Element,
    Form,
    Relationship,
)
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group
from diagramkit.theme.model import Theme

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
    if not chart.description:
        count = counted(len(diagram.elements), "element", "elements")
        words = describe(chart, f"C4 {diagram.scope.lower()} diagram of {count}")
        chart = replace(chart, description=words)
    return lay_out_graph(chart, theme, classes=classes, default_role=default_role, path=path)


def graph_of(diagram: C4Diagram, known: Collection[str] = ()) -> Flowchart:
    """The boxes, lines and groups of a C4 diagram; of the tags of its elements those that are
    `known` as classes."""
    is_numbered = diagram.scope == "Dynamic"
    return Flowchart(
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
    """A line from the end that stands above: the first, but where its author says otherwise."""
    words = [f"{number}{each.text}", f"[{flat(each.technology)}]" if each.technology else ""]
    text = "\n".join(filter(None, (*words, each.description)))
    is_turned = each.side == "up"
    ends = (each.target, each.source) if is_turned else (each.source, each.target)
    is_back = is_turned or each.way == "back"
    return Edge(
        *ends,
        text,
        tail="arrow" if is_back or each.way == "both" else "none",
        head="none" if is_back else "arrow",
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
