"""What a use case diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.kinds.flowchart.model import Graph, Group, Head, Style

Kind = Literal["actor", "usecase", "json"]
Sort = Literal["association", "include", "extend", "generalization"]


@dataclass(frozen=True, slots=True)
class Item:
    """An actor, a use case or a table of JSON.

    `is_box`: a use case that is drawn as a rectangle. `is_business`: one of a business rather than
    of a system. `fields` are the rows of a table: a path, and its value in words.
    """

    id: str
    kind: Kind
    text: str
    is_box: bool = False
    is_business: bool = False
    stereotype: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line between two items, by their ids. `length` is the number of ranks that it spans."""

    source: str
    target: str
    sort: Sort = "association"
    text: str = ""
    tail: Head = "none"
    head: Head = "none"
    length: int = 1
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside an item."""

    target: str
    text: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class UseCases(Graph):
    """A whole use case diagram, in source order throughout; `groups` are its system boundaries."""

    items: tuple[Item, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    groups: tuple[Group, ...] = ()
    notes: tuple[Note, ...] = ()
