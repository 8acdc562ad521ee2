"""What an architecture diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.hints import NO_HINTS, Hints
from diagramkit.mermaid.kinds.flowchart.model import Group

Port = Literal["L", "R", "T", "B"]
"""A side of a service: left, right, top, bottom."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service, or a junction, where lines meet, which has no words.

    `icon` is the name of a drawing, as in `logos:aws-s3`, or the words in its place. No service has
    the id of a group.
    """

    id: str
    text: str = ""
    icon: str = ""
    is_junction: bool = False
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two services, by their ids and the sides that it begins and ends at. `tail`
    and `head` say where arrow heads are; `from_group`, `to_group` that it ends at the frame around
    the service."""

    source: str
    target: str
    source_port: Port
    target_port: Port
    text: str = ""
    tail: bool = False
    head: bool = False
    from_group: bool = False
    to_group: bool = False
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class ServiceGroup(Group):
    """A frame around services and other groups."""

    icon: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Services, by their ids, that stand in one row or one column in this order."""

    direction: Literal["row", "column"]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Architecture:
    """A whole architecture diagram, in source order throughout.

    `critical` holds the paths named by `%% diagram: critical A --> B` as tuples of ids.
    """

    services: tuple[Service, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[ServiceGroup, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    critical: tuple[tuple[str, ...], ...] = ()
    hints: Hints = NO_HINTS
    title: str = ""
    description: str = ""
