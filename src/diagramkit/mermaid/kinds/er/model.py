"""What an ER diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.kinds.flowchart.model import Graph, Group, Style

Cardinality = Literal["zero-or-one", "one", "zero-or-more", "one-or-more", "parent"]
"""How many there may be at an end. A `parent` (`u`) has no mark, as in Mermaid."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One line of an entity; `keys` are as they are written: `PK`, `FK`, `UK`."""

    type: str
    name: str
    keys: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity. `id` is its name, `text` its alias if it has one and its name otherwise."""

    id: str
    text: str
    attributes: tuple[Attribute, ...] = ()
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line between two entities or groups, by their ids; `tail` counts at `source`, `head` at
    `target`. One that identifies is solid."""

    source: str
    target: str
    text: str
    tail: Cardinality
    head: Cardinality
    line: Literal["solid", "dotted"] = "solid"
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class EntityDiagram(Graph):
    """A whole ER diagram, in source order throughout; no entity has the id of a group."""

    entities: tuple[Entity, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    groups: tuple[Group, ...] = ()
