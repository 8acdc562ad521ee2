"""What an event model says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.titles import Chart

Sort = Literal["screen", "processor", "command", "read model", "event"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Something at a moment: `sources` are the ids of the frames that lead to it, `data` the lines
    that it carries. `namespace` stands before its name, or is nothing."""

    id: str
    sort: Sort
    namespace: str
    name: str
    sources: tuple[str, ...] = ()
    data: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventModel(Chart):
    """A whole event model: its frames in order of time, and remarks on them in words.

    `critical` holds the ids and names of frames that `%% diagram: critical A` names.
    """

    frames: tuple[Frame, ...] = ()
    remarks: tuple[str, ...] = ()
    critical: frozenset[str] = frozenset()
