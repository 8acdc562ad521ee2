"""What a Gantt chart says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.mermaid.titles import Chart

Unit = Literal["millisecond", "second", "minute", "hour", "day", "week", "month"]
Instant = int
"""Milliseconds since the beginning of 1970. A date has no zone here: every day has 24 hours."""
DAY = 86_400_000
"""Milliseconds of a day."""


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch of time; a milestone is a point in its middle, a marker a line through the chart
    at its start.

    `shown_end` is before `end` where days that are excluded would be the last ones. `follows` are
    the ids of the tasks that it is said to come `after`.
    """

    id: str
    text: str
    start: Instant
    end: Instant
    shown_end: Instant
    is_active: bool = False
    is_done: bool = False
    is_critical: bool = False
    is_milestone: bool = False
    is_marker: bool = False
    link: str | None = None
    location: Location | None = None
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks under a title; those before the first section have none."""

    title: str
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Gantt(Chart):
    """A whole Gantt chart, in source order.

    `axis_format` is in the language of d3 (`%d %b`), or empty; `has_dates` says whether the source
    names years, not times of day alone. `tick_interval` is a count and a
    unit; weeks begin on `weekday`, 0 for Sunday. `excluded` holds the stretches of days that no
    task counts, each from its first instant to behind its last. `doubts` is what can be read but
    hardly was meant. In a compact chart tasks of a section share rows.
    """

    sections: tuple[Section, ...] = ()
    axis_format: str = ""
    has_dates: bool = True
    tick_interval: tuple[int, Unit] | None = None
    weekday: int = 0
    has_top_axis: bool = False
    excluded: tuple[tuple[Instant, Instant], ...] = ()
    doubts: tuple[Diagnostic, ...] = ()
    is_compact: bool = False

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks."""
        return tuple(task for section in self.sections for task in section.tasks)
