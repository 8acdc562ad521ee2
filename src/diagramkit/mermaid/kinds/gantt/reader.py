"""The statements of a Gantt chart: settings, sections, tasks.

Follows the grammar of Mermaid 11.17 (`gantt.jison`): the first pattern that fits is taken, and
statements need no line of their own. A task is its words, a colon and up to three fields behind
its tags: an id, a start, an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.gantt.excluded import TooManyDaysError
from diagramkit.mermaid.kinds.gantt.formats import WEEKDAYS
from diagramkit.mermaid.kinds.gantt.model import Gantt, Instant, Section, Task, Unit
from diagramkit.mermaid.kinds.gantt.schedule import Entry, Schedule, trimmed
from diagramkit.mermaid.label import words
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE, WHITE_CHARACTERS
from diagramkit.mermaid.titles import Titles

MAX_TASKS = 500
"""The most tasks of a chart."""

MAX_FORMAT = 200
"""The most characters of a format."""

TAGS = ("active", "done", "crit", "milestone", "vert")
"""What may stand before the fields of a task, in the order in which it is looked for."""

_DAYS = "|".join(WEEKDAYS)
_STATEMENT = re.compile(
    rf"accTitle{WHITE}*:{WHITE}*(?P<name>[^\n]*)|accDescr{WHITE}*:{WHITE}*(?P<description>[^\n]*)"
    rf"|accDescr{WHITE}*\{{{WHITE}*(?P<block>[^}}]*)(?P<block_end>\}}?)"
    rf"|(?P<comment>%[^\n]*|[^}}]%[^\n]*)|(?P<newline>\n+)|(?P<white>{WHITE}+)"
    rf"|(?P<stray>href{WHITE}+\"|call{WHITE}+)|click{WHITE}+(?P<click>[^{WHITE_CHARACTERS}]*)"
    r"|(?P<gantt>gantt\b)"
    rf"|dateFormat{WHITE}(?P<date_format>[^#\n;]+)|(?P<inclusive>inclusiveEndDates\b)"
    rf"|(?P<top_axis>topAxis\b)|axisFormat{WHITE}(?P<axis_format>[^#\n;]+)"
    rf"|tickInterval{WHITE}(?P<tick_interval>[^#\n;]+)|includes{WHITE}(?P<includes>[^#\n;]+)"
    rf"|excludes{WHITE}(?P<excludes>[^#\n;]+)|todayMarker{WHITE}(?P<today>[^\n;]+)"
    rf"|weekday{WHITE}+(?P<weekday>{_DAYS})\b|weekend{WHITE}+(?P<weekend>friday|saturday)\b"
    rf"|(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b)|title{WHITE}(?P<title>[^\n]+)"
    rf"|(?P<stranger>accDescription{WHITE}[^#\n;]+)|section{WHITE}(?P<section>[^\n]+)"
    r"|(?P<task>[^:\n]+)(?P<data>:[^#\n;]+)?",
    re.ASCII | re.IGNORECASE,
)
_HREF = re.compile(rf'{WHITE}*href{WHITE}+"(?P<href>[^"]+)"', re.ASCII | re.IGNORECASE)
_CALL = re.compile(rf"{WHITE}*call{WHITE}+[^(]+\([^)]*\)", re.ASCII | re.IGNORECASE)
_TODAY = re.compile(r"\s*diagram:\s*today\b(?P<day>.*)")
_TICKS = re.compile(r"([1-9][0-9]*)(millisecond|second|minute|hour|day|week|month)", re.ASCII)
_UNITS: dict[str, Unit] = {
    "millisecond": "millisecond",
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
}


@dataclass(slots=True)
class _Task:
    """A task as far as its own line says."""

    text: str
    tags: frozenset[str]
    entry: Entry
    link: str | None = None


def read(source: Source) -> Gantt:
    """Read a Gantt chart. Raises DiagramError where Mermaid would not read or not draw it."""
    reader = _Reader(source)
    reader.statements()
    return reader.chart()


class _Reader:
    """One chart being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.schedule = Schedule(source)
        self.sections: list[tuple[str, list[_Task]]] = [("", [])]
        settings = read_settings(source, "gantt")
        self.titles = Titles(source)
        self.said = {
            "axis_format": settings.get("axisFormat", "")[:MAX_FORMAT],
            "tick_interval": settings.get("tickInterval", ""),
            "weekday": settings.get("weekday", "sunday"),
            "top_axis": settings.get("topAxis", ""),
            "display_mode": settings.get("displayMode", ""),
        }
        self._unnamed = 0
        self._last: str | None = None

    def statements(self) -> None:
        """Everything behind the header."""
        text = self.source.text
        header = _STATEMENT.match(text)
        if header is None or header["gantt"] is None:
            raise self.source.error(0, 'expected "gantt", then the end of the line')
        place = header.end()
        while place < len(text):
            match = _STATEMENT.match(text, place)
            if match is None or match["block_end"] == "":
                raise self._unexpected(place, match)
            place = self._take(match.lastgroup or "", match)

    def chart(self) -> Gantt:
        """What was read."""
        self.schedule.resolve()
        known = [entry.id for entry in self.schedule.entries]
        critical = critical_names(self.source, known)
        sections = tuple(
            Section(title, tuple(self._finished(task, critical) for task in tasks))
            for title, tasks in self.sections
            if tasks or title
        ) + tuple(Section("", (today,)) for today in self._today())
        tasks = [task for section in sections for task in section.tasks]
        pattern = self.schedule.pattern
        ticks = _TICKS.fullmatch(trimmed(self.said["tick_interval"]))
        weekdays = [day.lower() for day in WEEKDAYS]
        return Gantt(
            sections,
            trimmed(self.said["axis_format"]) or ("%d" if pattern == "D" else ""),
            "Y" in pattern or pattern in ("", "x", "X"),
            (int(ticks[1][:12]), _UNITS[ticks[2]]) if ticks else None,
            weekdays.index(self.said["weekday"]) if self.said["weekday"] in weekdays else 0,
            bool(self.said["top_axis"]),
            self._excluded(tasks),
            tuple(self.schedule.doubts),
            self.said["display_mode"] == "compact",
            **self.titles.fields(),
        )

    def _take(self, kind: str, match: re.Match[str]) -> int:
        """One statement; the place behind it."""
        if kind in ("task", "data"):
            self._task(match)
        elif kind == "click":
            return self._click(match)
        elif kind in ("gantt", "date", "stranger", "stray"):
            raise self._unexpected(match.start(), match)
        elif kind in ("excludes", "includes"):
            self.schedule.calendar.add(kind, match[kind])
        else:
            self._setting(kind, match)
        return match.end()

    def _setting(self, kind: str, match: re.Match[str]) -> None:
        if kind in ("date_format", "axis_format") and len(match[kind]) > MAX_FORMAT:
            message = f"a format has {MAX_FORMAT} characters at most"
            raise self.source.error(match.start(kind), message, "mermaid-limit")
        if kind == "date_format":
            self.schedule.pattern = trimmed(match[kind])
        elif kind == "inclusive":
            self.schedule.is_inclusive = True
        elif kind == "weekend":
            friday = match[kind].lower() == "friday"
            self.schedule.calendar.weekend = (5, 6) if friday else (6, 0)
        elif kind == "section":
            self.sections.append((words(match[kind]), []))
        elif kind in ("description", "block_end"):
            self.titles.add("description", match["description"] or match["block"] or "")
        elif kind in ("title", "name"):
            self.titles.add(kind, match[kind])
        elif kind in ("axis_format", "tick_interval", "top_axis", "weekday"):
            self.said[kind] = match[kind].lower() if kind == "weekday" else match[kind]

    def _task(self, match: re.Match[str]) -> None:
        start = match.start("task")
        if match["data"] is None:
            message = "expected a task: its words, a colon, its start and its end"
            raise self.source.error(match.end(), message)
        if len(self.schedule.entries) == MAX_TASKS:
            raise self.source.limit(start, f"a Gantt chart has {MAX_TASKS} tasks at most")
        tags, entry = self._entry(match["data"][1:], match.start("data") + 1)
        self.schedule.add(entry)
        self._last = entry.id
        self.sections[-1][1].append(_Task(words(match["task"]), tags, entry))

    def _entry(self, data: str, offset: int) -> tuple[frozenset[str], Entry]:
        """The tags of a task, and what the fields behind them say."""
        fields = [(trimmed(piece), at) for piece, at in _pieces(data, offset)]
        tags: list[str] = []
        found = True
        while found:
            found = False
            for tag in TAGS:
                if fields and fields[0][0] == tag:
                    tags.append(tag)
                    fields.pop(0)
                    found = True
        if not 1 <= len(fields) <= 3:
            many = "no field" if not fields else f"{len(fields)} fields"
            message = f"a task with {many}; expected an end, or a start and an end, or an id before"
            raise self.source.error(offset, message)
        finish, end_offset = fields[-1]
        begin, start_offset = fields[-2] if len(fields) > 1 else (None, end_offset)
        name = fields[0][0] if len(fields) == 3 else self._automatic()
        entry = Entry(name, self._last, begin, finish, start_offset, end_offset)
        return frozenset(tags), entry

    def _automatic(self) -> str:
        self._unnamed += 1
        return f"task{self._unnamed}"

    def _click(self, match: re.Match[str]) -> int:
        """`click id href "…" call name()`, either part first; calls are not followed."""
        text, place = self.source.text, match.end()
        href = call = None
        for _ in range(2):
            href = href or _HREF.match(text, place)
            call = call or _CALL.match(text, place)
            place = max(place, *(one.end() for one in (href, call) if one), place)
        if not (match["click"] and (href or call)):
            message = 'expected the id of a task, then href "address" or call name()'
            raise self.source.error(place, message)
        names = set(match["click"].split(","))
        for _, tasks in self.sections if href else ():
            for task in tasks:
                if task.entry.id in names:
                    task.link = safe_address(href["href"]) if href else None
        return place

    def _finished(self, task: _Task, critical: frozenset[str]) -> Task:
        entry = task.entry
        start, end, shown = entry.start or 0, entry.end or 0, entry.shown_end or 0
        return Task(
            entry.id,
            task.text,
            start,
            end,
            shown,
            "active" in task.tags,
            "done" in task.tags,
            "crit" in task.tags or entry.id in critical,
            "milestone" in task.tags,
            "vert" in task.tags,
            task.link,
            self.source.location(entry.offset),
            self.schedule.followed(entry),
        )

    def _today(self) -> Iterator[Task]:
        """The marker of the day that `%% diagram: today 2024-05-17` names: no clock is asked."""
        for comment in self.source.comments:
            if found := _TODAY.match(comment.text):
                offset = comment.offset + found.start("day")
                day = self.schedule.date(found["day"].strip())
                if day is None:
                    message = (
                        f'"{found["day"].strip()[:40]}" is no date; expected one as in '
                        '"%% diagram: today 2024-05-17"'
                    )
                    raise self.source.error_at(offset, message)
                yield Task("", "Today", day, day, day, is_marker=True)

    def _excluded(self, tasks: list[Task]) -> tuple[tuple[Instant, Instant], ...]:
        if not tasks:
            return ()
        start, end = min(task.start for task in tasks), max(task.end for task in tasks)
        try:
            return self.schedule.calendar.stretches(start, end)
        except TooManyDaysError:
            return ()

    def _unexpected(self, place: int, match: re.Match[str] | None) -> DiagramError:
        kind = match.lastgroup if match else None
        if match is None:
            message = "expected the words of a task before this colon"
        elif kind == "block_end":
            message = 'this "{" is never closed; expected "}"'
        elif kind == "stranger":
            message = 'expected "accDescr:" for words for readers who cannot see'
        else:
            message = f'a task cannot begin with "{match[0].strip()}"; begin it with another word'
        return self.source.error(place, message)


def _pieces(data: str, offset: int) -> list[tuple[str, int]]:
    """The fields of a task, and where what they say begins in the text."""
    found: list[tuple[str, int]] = []
    for piece in data.split(","):
        lead = len(piece) - len(piece.lstrip(WHITE_CHARACTERS))
        found.append((piece, offset + lead))
        offset += len(piece) + 1
    return found
