"""What a sequence diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location

ParticipantType = Literal[
    "participant",
    "actor",
    "boundary",
    "control",
    "entity",
    "database",
    "collections",
    "queue",
]
Line = Literal["solid", "dotted"]
Head = Literal[
    "none", "arrow", "cross", "open", "half-top", "half-bottom", "stick-top", "stick-bottom"
]
"""`arrow` is filled, `open` is the head of an asynchronous message; of half heads, `half-…` is
filled and `stick-…` a single stroke, above or below the line as it is read from left to right."""
Placement = Literal["left", "right", "over"]
FragmentKind = Literal["loop", "alt", "opt", "par", "critical", "break", "rect"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who sends and receives. `links` are words and addresses of http, https or mail."""

    id: str
    text: str
    type: ParticipantType = "participant"
    links: tuple[tuple[str, str], ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A `box` around neighbouring participants, by their ids. `fill` is the colour as written."""

    text: str
    participants: tuple[str, ...]
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """An arrow from one participant to another, or to itself, by their ids.

    `number` is what `autonumber` puts before the words. `wrap` says whether the source asks for
    long words to be wrapped (`wrap:`) or kept in one line (`nowrap:`). `central` says at which
    ends the line meets a circle on the life line (`()`): source, target. `is_critical` comes from
    `%% diagram: critical 3-5`, which counts messages from 1.
    """

    source: str
    target: str
    text: str = ""
    line: Line = "solid"
    tail: Head = "none"
    head: Head = "arrow"
    number: str = ""
    wrap: bool | None = None
    central: tuple[bool, bool] = (False, False)
    is_critical: bool = False
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside one participant, or over one or two."""

    placement: Placement
    participants: tuple[str, ...]
    text: str
    wrap: bool | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Activation:
    """The beginning or the end of a bar on a life line, at the message before it."""

    participant: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Birth:
    """A participant that the next message makes; that message is the next item."""

    participant: str


@dataclass(frozen=True, slots=True)
class Death:
    """A participant that the next message ends; that message is the next item."""

    participant: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of the parts of a fragment: `alt` and its `else`, `par` and its `and`, `critical` and
    its `option`. A fragment of another kind has one."""

    text: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A frame around messages. `fill` is the colour of a `rect` as written."""

    kind: FragmentKind
    sections: tuple[Section, ...]
    fill: str = ""
    is_overlapping: bool = False
    """Whether it is written `par_over`."""
    location: Location | None = None


Item = Message | Note | Activation | Birth | Death | Fragment


@dataclass(frozen=True, slots=True)
class Sequence:
    """A whole sequence diagram, in source order throughout; participants from left to right.

    `heading` is what a `title` says, which stands above the diagram; `title` is its name for
    those who cannot see it.
    """

    participants: tuple[Participant, ...] = ()
    frames: tuple[Frame, ...] = ()
    items: tuple[Item, ...] = ()
    title: str = ""
    description: str = ""
    heading: str = ""
