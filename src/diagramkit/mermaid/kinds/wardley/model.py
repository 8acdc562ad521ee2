"""What a Wardley map says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Flow = Literal["", "forward", "backward", "both"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: how visible it is and how far evolved, both from 0 to 1."""

    visibility: float
    evolution: float


@dataclass(frozen=True, slots=True)
class Component:
    """A component, or an anchor; `strategy` is `build`, `buy`, `outsource`, `market` or nothing,
    `pipeline` the id of the component whose pipeline it is in."""

    id: str
    label: str
    at: Place
    is_anchor: bool = False
    strategy: str = ""
    has_inertia: bool = False
    pipeline: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two components, by their ids."""

    source: str
    target: str
    label: str = ""
    flow: Flow = ""
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Words at a place: a note, what is pressed on or held back, or an annotation's number."""

    text: str
    at: Place
    number: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of evolution, and where it ends, from 0 to 1."""

    name: str
    end: float


@dataclass
class Wardley:
    """A whole map, in source order. `evolves` says how far which component gets. `critical` holds
    the ids that `%% diagram: critical A --> B` names, `critical_links` the pairs along them.
    `heading` is the title that the source writes, which stands above the map; `title` is its name
    for readers who cannot see it."""

    components: dict[str, Component] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    evolves: dict[str, float] = field(default_factory=dict)
    pipelines: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Remark] = field(default_factory=list)
    annotations: list[Remark] = field(default_factory=list)
    accelerators: list[Remark] = field(default_factory=list)
    deaccelerators: list[Remark] = field(default_factory=list)
    stages: tuple[Stage, ...] = ()
    size: tuple[int, int] | None = None
    critical: frozenset[str] = frozenset()
    critical_links: frozenset[tuple[str, str]] = frozenset()
    title: str = ""
    description: str = ""
    heading: str = ""
