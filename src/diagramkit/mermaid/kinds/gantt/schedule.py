"""When tasks begin and end.

Follows `ganttDb.js` of Mermaid 11.17 to the instant, with two departures: where a task waits for
one that there is not, Mermaid takes the day on which it draws; here it is the earliest date of the
chart. And tasks that wait for each other are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from diagramkit.diagnostics import Diagnostic
from diagramkit.mermaid.kinds.gantt.excluded import Calendar, TooManyDaysError
from diagramkit.mermaid.kinds.gantt.formats import TODAY, parse, written
from diagramkit.mermaid.kinds.gantt.loose import is_drawable, parse_loosely
from diagramkit.mermaid.kinds.gantt.model import DAY, Instant
from diagramkit.mermaid.kinds.gantt.moments import add, instant
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE, WHITE_CHARACTERS, nearest

PASSES = 11
"""So often all tasks are looked at, as in Mermaid: tasks may wait for ones further down."""

_AFTER = re.compile(rf"after{WHITE}+(?P<ids>[0-9A-Za-z_\- ]+)", re.ASCII)
_UNTIL = re.compile(rf"until{WHITE}+(?P<ids>[0-9A-Za-z_\- ]+)", re.ASCII)
_DURATION = re.compile(r"([0-9]+(?:\.[0-9]+)?)([Mdhmswy]|ms)", re.ASCII)


@dataclass(slots=True)
class Entry:
    """A task as it is written: `begin` is None for one that begins where the last one ends.

    `offset` and `end_offset` are where its data and its end stand in the text.
    """

    id: str
    before: str | None
    begin: str | None
    finish: str
    offset: int
    end_offset: int
    start: Instant | None = None
    end: Instant | None = None
    shown_end: Instant | None = None


@dataclass
class Schedule:
    """The tasks of a chart, and what their dates are read with."""

    source: Source
    pattern: str = ""
    is_inclusive: bool = False
    calendar: Calendar = field(default_factory=Calendar)
    entries: list[Entry] = field(default_factory=list)
    doubts: list[Diagnostic] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)
    _stretched: dict[tuple[int, Instant, Instant], tuple[Instant, Instant]] = field(
        default_factory=dict
    )

    def add(self, entry: Entry) -> None:
        """A further task; of several with one id the last is the one that others wait for."""
        self._places[entry.id] = len(self.entries)
        self.entries.append(entry)

    def find(self, name: str | None) -> Entry | None:
        """The task with an id."""
        place = None if name is None else self._places.get(name)
        return None if place is None else self.entries[place]

    def resolve(self) -> None:
        """Find the start and the end of each task.

        Raises DiagramError where one has none.
        """
        self.calendar.pattern = self.pattern
        self._today = self._earliest()
        for _ in range(PASSES):
            for place in range(len(self.entries)):
                self._compile(place)
            if all(entry.end is not None for entry in self.entries):
                self.doubts += self._doubts()
                return
        waiting = next(entry for entry in self.entries if entry.end is None)
        message = "this task waits for one that waits for it, so that it never begins"
        raise self.source.error(waiting.offset, message)

    def _earliest(self) -> Instant:
        """What stands for today."""
        dates = [
            at
            for entry in self.entries
            if entry.begin is not None and (at := self._date(entry.begin)) is not None
        ]
        return min(dates, default=instant(TODAY.year, TODAY.month, TODAY.day))

    def _compile(self, place: int) -> None:
        entry = self.entries[place]
        if entry.begin is None:
            before = self.find(entry.before)
            if before is None:
                message = (
                    "the first task has an end and no start; expected both, as in : 2024-01-31, 5d"
                )
                raise self.source.error(entry.offset, message)
            entry.start = before.end
        else:
            start = self._start(entry, entry.begin)
            entry.start = entry.start if start is None else start
        if entry.start is None:
            return
        entry.end = self._end(entry.start, entry.finish)
        entry.shown_end = entry.end
        if entry.end is not None:
            entry.end, entry.shown_end = self._counted(place, entry, entry.start, entry.end)

    def followed(self, entry: Entry) -> tuple[str, ...]:
        """The ids of the tasks that a task is said to begin after, as far as there are such."""
        match = _AFTER.match(entry.begin or "")
        return tuple(other.id for other in self._named(match["ids"])) if match else ()

    def date(self, text: str) -> Instant | None:
        """The instant that a text names in the format of the chart, or loosely; None for none."""
        found = self._date(text)
        return found if found is not None and is_drawable(found) else None

    def _start(self, entry: Entry, text: str) -> Instant | None:
        if self.pattern in ("x", "X") and re.fullmatch("[0-9]+", text):
            return self._checked(entry, int(text))
        if match := _AFTER.match(text):
            latest: Entry | None = None
            for other in self._named(match["ids"]):
                if latest is None or _later(other.end, latest.end):
                    latest = other
            return self._today if latest is None else latest.end
        return self._checked(entry, self._date(text))

    def _checked(self, entry: Entry, at: Instant | None) -> Instant:
        if at is None or not is_drawable(at):
            wanted = f'a date of the format "{self.pattern}"' if self.pattern else "a date"
            message = (
                f'"{(entry.begin or "")[:40]}" is no date; expected {wanted}, or after and an id'
            )
            raise self.source.error(entry.offset, message)
        return at

    def _end(self, start: Instant, text: str) -> Instant | None:
        if match := _UNTIL.match(text):
            earliest: Entry | None = None
            for other in self._named(match["ids"]):
                if earliest is None or _later(earliest.start, other.start):
                    earliest = other
            return self._today if earliest is None else earliest.start
        date = parse(text, self.pattern)
        if date is not None:
            return date + DAY if self.is_inclusive else date
        duration = _DURATION.fullmatch(text)
        if duration is None:
            return start
        later = add(start, float(duration[1]), duration[2])
        return start if later is None else later

    def _counted(
        self, place: int, entry: Entry, start: Instant, end: Instant
    ) -> tuple[Instant, Instant]:
        """The end of a task, and the end that is shown, when excluded days do not count."""
        if not self.calendar.excludes or parse(entry.finish, "YYYY-MM-DD") is not None:
            return end, end
        key = (place, start, end)
        if key not in self._stretched:
            try:
                self._stretched[key] = self.calendar.stretched(start, end)
            except TooManyDaysError as problem:
                raise self.source.error(entry.offset, str(problem), "mermaid-limit") from problem
        return self._stretched[key]

    def _date(self, text: str) -> Instant | None:
        date = parse(text, self.pattern)
        return parse_loosely(text) if date is None else date

    def _named(self, names: str) -> Iterator[Entry]:
        """The tasks that there are of those that are named."""
        return (found for name in names.split(" ") if (found := self.find(name)))

    def _doubts(self) -> Iterator[Diagnostic]:
        """What was read but hardly meant."""
        for entry in self.entries:
            for pattern, text, offset in (
                (_AFTER, entry.begin or "", entry.offset),
                (_UNTIL, entry.finish, entry.end_offset),
            ):
                match = pattern.match(text)
                if match and not any(self._named(match["ids"])):
                    yield self._unknown(match["ids"].split(), offset)
            if self._is_loose(entry.begin):
                at = written(entry.start or 0, "YYYY-MM-DD HH:mm:ss")
                message = (
                    f'"{(entry.begin or "")[:40]}" is not of the format "{self.pattern}"; it was '
                    f"read as {at}"
                )
                yield self._doubt(message, entry.offset)
            if not _UNTIL.match(entry.finish) and not self._is_end(entry.finish):
                message = (
                    f'"{entry.finish[:40]}" is no date and no duration such as 5d, so that this '
                    "task has no length"
                )
                yield self._doubt(message, entry.end_offset)

    def _is_loose(self, text: str | None) -> bool:
        """Whether a start is a date, but in no format that was announced."""
        if text is None or not self.pattern or _AFTER.match(text):
            return False
        is_number = self.pattern in ("x", "X") and re.fullmatch("[0-9]+", text)
        return not is_number and parse(text, self.pattern) is None

    def _is_end(self, text: str) -> bool:
        has_none = text in ("", "0")
        return has_none or bool(_DURATION.fullmatch(text)) or parse(text, self.pattern) is not None

    def _unknown(self, names: Sequence[str], offset: int) -> Diagnostic:
        known = [entry.id for entry in self.entries]
        hint = nearest(names[0], known) if names else ""
        message = (
            f'no task is called "{" ".join(names)[:60]}"{hint or ","} '
            "so that the earliest date of the chart is taken"
        )
        return self._doubt(message, offset)

    def _doubt(self, message: str, offset: int) -> Diagnostic:
        place = self.source.location(offset)
        return Diagnostic("gantt-date", message, place, severity="warning")


def _later(one: Instant | None, other: Instant | None) -> bool:
    """Whether one instant is known to be later than another that is known."""
    return one is not None and other is not None and one > other


def trimmed(text: str) -> str:
    """A text without white space around it, as JavaScript means it."""
    return text.strip(WHITE_CHARACTERS)
