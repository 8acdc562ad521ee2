"""What a requirement diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Location
from diagramkit.mermaid.kinds.flowchart.model import Graph, Style


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement or an element, called `name`; `kind` says which: `functional requirement`.

    `fields` are what it says of itself in source order: the name of each and its words.
    """

    name: str
    kind: str
    text: str
    fields: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line between two items, by their names; `kind` is one of `contains`, `copies`, `derives`,
    `satisfies`, `verifies`, `refines` and `traces`."""

    source: str
    target: str
    kind: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class RequirementDiagram(Graph):
    """A whole requirement diagram, in source order throughout."""

    items: tuple[Item, ...] = ()
    relationships: tuple[Relationship, ...] = ()
