"""State diagrams: model -> Scene. They are placed as graphs.

A composite is a group, a region a group without frame and title, the marks of a level and its
forks and choices are nodes of shapes without words, and a note is a node beside its state.
"""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.layout import NodeRole
from diagramkit.layout.graph import Layout
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node
from diagramkit.mermaid.kinds.state.model import (
    Composite,
    Kind,
    Note,
    State,
    StateDiagram,
    Transition,
)
from diagramkit.theme.model import Theme

SHAPES: dict[Kind, str] = {
    "state": "rounded",
    "start": "sm-circ",
    "end": "fr-circ",
    "choice": "choice",
    "fork": "fork",
    "join": "join",
}
"""Mermaid's names of the shapes of flowcharts that each kind of state is drawn with."""


def lay_out(
    diagram: StateDiagram,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a state diagram; arguments and errors as for `layout.lay_out`."""
    chart = flowchart(diagram)
    return lay_out_graph(chart, theme, classes=classes, default_role=default_role, path=path)


def flowchart(diagram: StateDiagram) -> Flowchart:
    """The diagram as boxes joined by lines."""
    notes = [(f"note-{place}", note) for place, note in enumerate(diagram.notes)]
    return Flowchart(
        diagram.direction,
        (*map(_node, diagram.states), *(_note(name, note) for name, note in notes)),
        (*map(_edge, diagram.transitions), *(_tie(name, note) for name, note in notes)),
        tuple(_group(each, notes) for each in diagram.composites),
        diagram.class_styles,
        diagram.critical,
        diagram.title,
        diagram.description,
    )


def _node(state: State) -> Node:
    return Node(
        state.id,
        "\n".join((state.text, *state.details)),
        SHAPES[state.kind],
        state.classes,
        state.style,
        state.link,
        state.tooltip,
        state.location,
    )


def _note(name: str, note: Note) -> Node:
    return Node(name, note.text, "rect", ("note",), location=note.location)


def _edge(transition: Transition) -> Edge:
    return Edge(transition.source, transition.target, transition.text, location=transition.location)


def _tie(name: str, note: Note) -> Edge:
    ends = (name, note.state) if note.side == "left" else (note.state, name)
    return Edge(*ends, line="dotted", head="none", location=note.location)


def _group(composite: Composite, notes: list[tuple[str, Note]]) -> Group:
    """A note stands where its state does."""
    beside = tuple(name for name, note in notes if note.state in composite.members)
    return Group(
        composite.id,
        composite.title,
        (*composite.members, *beside),
        composite.direction,
        composite.classes,
        composite.style,
        composite.location,
    )
