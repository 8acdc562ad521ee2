"""State diagrams: states in layers as in a flowchart, composites as frames around them.

A composite is a group, its regions are parted by dashed lines, the marks of a level and its forks
and choices are nodes of shapes without words, and notes stand beside their states, all those of
one side in one box.
"""

from __future__ import annotations

from diagramkit.diagnostics import counted
from diagramkit.layout.graph import described
from diagramkit.layout.graph.beside import Beside, Region
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart, Group, Node
from diagramkit.mermaid.kinds.state.model import (
    Composite,
    Kind,
    Note,
    Side,
    State,
    StateDiagram,
    Transition,
)
from diagramkit.text.styled import joined

SHAPES: dict[Kind, str] = {
    "state": "rounded",
    "start": "sm-circ",
    "end": "fr-circ",
    "choice": "choice",
    "fork": "fork",
    "join": "join",
}
"""Mermaid's names of the shapes of flowcharts that each kind of state is drawn with."""


def graph_of(diagram: StateDiagram) -> Flowchart:
    """The diagram as boxes joined by lines."""
    notes = _notes(diagram)
    empty = {each.id for each in diagram.composites if each.is_region and not each.members}
    chart = diagram.as_flowchart(
        (*map(_node, diagram.states), *notes),
        (*map(_edge, diagram.transitions), *map(_tie, notes)),
        tuple(_group(each, notes, empty) for each in diagram.composites if each.id not in empty),
    )
    count = sum(state.kind == "state" for state in diagram.states)
    count += sum(not composite.is_region for composite in diagram.composites)
    return described(chart, f"State diagram of {counted(count, 'state', 'states')}")


def _notes(diagram: StateDiagram) -> list[Beside]:
    """A box for the notes at each side of each state.

    The right side is left to the transition from a state to itself.
    """
    loops = {each.source for each in diagram.transitions if each.source == each.target}
    found: dict[tuple[str, Side], list[Note]] = {}
    for note in diagram.notes:
        side: Side = "left" if note.state in loops else note.side
        found.setdefault((note.state, side), []).append(note)
    taken = {state.id for state in diagram.states}
    taken |= {composite.id for composite in diagram.composites}
    return [
        Beside(
            _free_name(f"{state}--{side}", taken),
            joined((note.text for note in notes), "\n"),
            "rect",
            ("note",),
            location=notes[0].location,
            host=state,
            side=side,
        )
        for (state, side), notes in found.items()
    ]


def _free_name(name: str, taken: set[str]) -> str:
    """The name, with more dashes where a state is called so already."""
    while name in taken:
        name += "-"
    return name


def _node(state: State) -> Node:
    # The words of a start and an end are for readers who cannot see them.
    text = state.text or state.kind
    return Node(
        state.id,
        "\n".join((text, *state.details)),
        SHAPES[state.kind],
        state.classes,
        state.style,
        state.link,
        state.tooltip,
        state.location,
    )


def _edge(transition: Transition) -> Edge:
    ends = transition.source, transition.target
    return Edge(*ends, transition.text, location=transition.location)


def _tie(note: Beside) -> Edge:
    return Edge(note.host, note.id, line="dotted", head="none", location=note.location)


def _group(composite: Composite, notes: list[Beside], empty: set[str]) -> Group:
    """A note stands where its state does; an empty region is no region."""
    own = [member for member in composite.members if member not in empty]
    beside = [note.id for note in notes if note.host in composite.members]
    kind = Region if composite.is_region else Group
    return kind(
        composite.id,
        composite.title,
        (*own, *beside),
        composite.direction,
        composite.classes,
        composite.style,
        composite.location,
    )
