"""What a class diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.kinds.flowchart.model import Graph, Style

End = Literal["none", "extension", "dependency", "aggregation", "composition", "lollipop"]
"""What stands at the end of a relation, as Mermaid calls it: `<|`, `<`, `o`, `*`, `()`."""


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute or a method, in the words that a reader sees.

    `visibility` is one of `+ - # ~` or empty. `text` has no visibility in it; types in angle
    brackets, and the type that a method gives back behind a colon.
    """

    text: str
    visibility: str = ""
    is_static: bool = False
    is_abstract: bool = False


@dataclass(frozen=True, slots=True)
class Class:
    """A class. `text` is its label, `type` what stands between its tildes: the `int` of
    `List~int~`; `namespace` is the id of the one that it stands in. `link` is an address of http,
    https or mail; others are dropped."""

    id: str
    text: str
    type: str = ""
    annotations: tuple[str, ...] = ()
    attributes: tuple[Member, ...] = ()
    methods: tuple[Member, ...] = ()
    namespace: str | None = None
    classes: tuple[str, ...] = ()
    style: Style = ()
    link: str | None = None
    tooltip: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Interface:
    """What a lollipop stands for. `id` is Mermaid's: `interface0`, `interface1` and so on."""

    id: str
    text: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside the class whose id is `target`, or on their own. `id` is Mermaid's: `note0`."""

    id: str
    text: str
    target: str | None = None
    namespace: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A line between two classes, or between a class and an interface, by their ids.

    `tail` and `tail_text` are the end and its words at `source`, `head` and `head_text` those at
    `target`.
    """

    source: str
    target: str
    text: str = ""
    line: Literal["solid", "dotted"] = "solid"
    tail: End = "none"
    head: End = "none"
    tail_text: str = ""
    head_text: str = ""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Namespace:
    """A namespace; `parent` is the id of the one that it stands in: `a` of `a.b`."""

    id: str
    text: str
    parent: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class ClassDiagram(Graph):
    """A whole class diagram, in source order throughout; a namespace comes before those in it."""

    classes: tuple[Class, ...] = ()
    interfaces: tuple[Interface, ...] = ()
    notes: tuple[Note, ...] = ()
    relations: tuple[Relation, ...] = ()
    namespaces: tuple[Namespace, ...] = ()
