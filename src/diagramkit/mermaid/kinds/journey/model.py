"""What a user journey says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.titles import Chart

LEAST, MOST = 1, 5
"""The scores of a task, from bad to good."""


@dataclass(frozen=True, slots=True)
class Task:
    """A step of a journey; `score` is from 1 to 5, None where the source has no such number."""

    text: str
    score: float | None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks that belong together; those before the first `section` have no title."""

    title: str
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey(Chart):
    """A whole journey, in source order throughout.

    `critical` holds the words of the tasks named by `%% diagram: critical Pay --> Wait`.
    """

    sections: tuple[Section, ...] = ()
    critical: frozenset[str] = frozenset()

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for section in self.sections for task in section.tasks)
