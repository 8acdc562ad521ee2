"""What a timeline says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
class Timeline:
    """A whole timeline, in source order throughout.

    `critical` holds the words of the periods named by `%% diagram: critical 2017 --> 2020`.
    `heading` is the title that the source writes, which stands above the timeline; `title` is its
    name for readers who cannot see it.
    """

    direction: Direction = "LR"
    sections: tuple[Section, ...] = ()
    critical: frozenset[str] = frozenset()
    title: str = ""
    description: str = ""
    heading: str = ""
