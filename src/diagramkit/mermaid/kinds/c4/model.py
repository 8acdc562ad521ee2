"""What a C4 diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.kinds.flowchart.model import Group, Style

Scope = Literal["Context", "Container", "Component", "Dynamic", "Deployment"]
Kind = Literal["person", "system", "container", "component"]
Form = Literal["box", "database", "queue"]
Way = Literal["forward", "back", "both"]
Side = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Element:
    """A person, a system, a container or a component; `id` is its alias, `text` its name.

    `tags` are those of `$tags="one+two"`. No element has the id of a boundary.
    """

    id: str
    text: str
    kind: Kind
    form: Form = "box"
    is_external: bool = False
    technology: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    style: Style = ()
    link: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line between two elements or boundaries, by their ids.

    `way` says where its arrow heads are: `forward` at `target`, `back` at `source`. `side` is
    where `target` should stand as seen from `source`.
    """

    source: str
    target: str
    text: str
    technology: str = ""
    description: str = ""
    way: Way = "forward"
    side: Side | None = None
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Boundary(Group):
    """A frame: a boundary or a deployment node. `type` is what its author calls it, such as
    `Ubuntu 22.04`; `description` is for deployment nodes alone."""

    type: str = ""
    description: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class C4Diagram:
    """A whole C4 diagram, in source order throughout.

    `critical` holds the paths named by `%% diagram: critical A --> B` as tuples of ids.
    """

    scope: Scope
    elements: tuple[Element, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    critical: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    description: str = ""
