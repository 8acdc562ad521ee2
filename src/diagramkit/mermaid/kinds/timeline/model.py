"""What a timeline says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.titles import Chart

Direction = Literal["LR", "TB"]


@dataclass(frozen=True, slots=True)
class Period:
    """A point in time and what happened then. Line breaks in words are `\\n`."""

    text: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Periods that belong together. `title` is None for those before the first `section`."""

    title: str | None
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline(Chart):
    """A whole timeline, in source order throughout.

    `critical` holds the words of the periods named by `%% diagram: critical 2017 --> 2020`.
    """

    direction: Direction = "LR"
    sections: tuple[Section, ...] = ()
    critical: frozenset[str] = frozenset()
