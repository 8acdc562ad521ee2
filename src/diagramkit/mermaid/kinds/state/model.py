"""What a state diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.kinds.flowchart.model import Direction, Graph, Style

Kind = Literal["state", "start", "end", "choice", "fork", "join"]
Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class State:
    """A state, or one of the marks between states.

    `text` is what the reader sees, with each line break as `\\n`: the first description, or the
    id where there is none. `details` are the further descriptions, one each. The marks of a
    level have ids of their own: `root_start`, `Active_end`. No state has the id of a composite.
    """

    id: str
    text: str
    kind: Kind = "state"
    details: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    style: Style = ()
    link: str | None = None
    tooltip: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Composite:
    """A state with states inside, or one of the regions that run at the same time within it.

    `members` are ids of states and of composites directly inside, in source order. Each is a
    member of one composite at most, and none is inside itself. A region has no title; its id is
    made of that of its composite and its number, from 1. What sets no `direction` runs as what is
    around it does, as in flowcharts; Mermaid itself draws it downward.
    """

    id: str
    title: str
    members: tuple[str, ...] = ()
    direction: Direction | None = None
    is_region: bool = False
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow from one state or composite to another, by their ids."""

    source: str
    target: str
    text: str = ""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside a state or composite, by its id."""

    state: str
    text: str
    side: Side = "right"
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class StateDiagram(Graph):
    """A whole state diagram, in source order throughout."""

    states: tuple[State, ...] = ()
    composites: tuple[Composite, ...] = ()
    transitions: tuple[Transition, ...] = ()
    notes: tuple[Note, ...] = ()
