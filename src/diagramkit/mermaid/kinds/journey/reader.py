"""The statements of a user journey: sections, and tasks with a score and who takes part.

Follows the grammar of Mermaid 11.17 (`journey.jison`): the first pattern that fits is taken, and
statements need no line of their own.
"""

from __future__ import annotations

import re

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.journey.model import LEAST, MOST, Journey, Section, Task
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE
from diagramkit.mermaid.titles import Titles

MAX_TASKS = 2_000
"""The most tasks and sections of a journey."""

_HEADER = re.compile(r"journey\b", re.IGNORECASE)
_STATEMENT = re.compile(
    rf"(?P<comment>%(?!\{{)[^\n]*|[^}}]%%[^\n]*)|(?P<white>{WHITE}+)|(?P<note>#[^\n]*)"
    r"|(?P<keyword>journey\b)"
    rf"|title{WHITE}(?P<title>[^#\n;]+)"
    rf"|accTitle{WHITE}*:{WHITE}*(?P<name>[^\n]*)"
    rf"|accDescr{WHITE}*:{WHITE}*(?P<description>[^\n]*)"
    rf"|accDescr{WHITE}*\{{{WHITE}*(?P<block>[^}}]*)(?P<block_end>\}}?)"
    rf"|section{WHITE}(?P<section>[^#:\n;]+)"
    r"|(?P<task>[^#:\n;]+)(?P<data>:[^#\n;]+)",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", re.ASCII)


def read(source: Source) -> Journey:
    """Read a user journey. Raises DiagramError where Mermaid would not read it."""
    header = _HEADER.match(source.text)
    if header is None:
        raise source.error(0, 'expected "journey" and the end of the line')
    reader = _Reader(source)
    reader.statements(header.end())
    sections = reader.sections()
    known = (task.text for section in sections for task in section.tasks)
    critical = critical_names(source, known)
    return Journey(sections, critical, **reader.titles.fields())


class _Reader:
    """One journey being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.titles = Titles(source)
        self._sections: list[tuple[str, list[Task]]] = [("", [])]
        self._count = 0

    def statements(self, place: int) -> None:
        """Everything behind the header."""
        text = self.source.text
        while place < len(text):
            match = _STATEMENT.match(text, place)
            if match is None or match["keyword"] or match["block_end"] == "":
                raise self._unexpected(place, match)
            self._take(match)
            place = match.end()

    def sections(self) -> tuple[Section, ...]:
        """What was read; without the untitled section where nothing stands in it."""
        return tuple(
            Section(title, tuple(tasks)) for title, tasks in self._sections if title or tasks
        )

    def _take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind in ("title", "name"):
            self.titles.add(kind, match[kind])
        elif kind in ("description", "block_end"):
            self.titles.add("description", match["description"] or match["block"] or "")
        elif kind in ("section", "data"):
            self._count += 1
            if self._count > MAX_TASKS:
                raise self.source.limit(match.start(), f"a journey has {MAX_TASKS} tasks at most")
            if kind == "section":
                self._sections.append((words(match["section"]), []))
            else:
                self._sections[-1][1].append(self._task(match))

    def _task(self, match: re.Match[str]) -> Task:
        score, _, rest = match["data"][1:].partition(":")
        people = tuple(filter(None, (words(name) for name in rest.partition(":")[0].split(","))))
        return Task(words(match["task"]), self._score(score.strip(), match.start("data")), people)

    def _score(self, text: str, place: int) -> float | None:
        """A score; what is none, or beyond the scores, is told."""
        value = float(text) if _NUMBER.fullmatch(text) else None
        if value is None or not LEAST <= value <= MOST:
            message = f'a score is a number from {LEAST} to {MOST}, and here is "{text[:40]}"'
            self.source.warn(place, message, "journey-score")
        return None if value is None else min(max(value, LEAST), MOST)

    def _unexpected(self, place: int, match: re.Match[str] | None) -> DiagramError:
        if match is not None and match["keyword"]:
            message = 'expected a task, found "journey"; words that begin so cannot begin a task'
            return self.source.error(place, message)
        if match is not None:
            return self.source.error(place, 'this "{" is never closed; expected "}"')
        return self.source.error(
            place, "expected a colon and a score after the task, as in Make tea: 5: Me"
        )
