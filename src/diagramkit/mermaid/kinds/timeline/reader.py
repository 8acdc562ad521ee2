"""The statements of a timeline: sections, periods, events.

Follows the grammar of Mermaid 11.17 (`timeline.jison`): the first pattern that fits is taken, and
statements need no line of their own. An event begins with a colon and white space, a comment
with `#` or `%` wherever a statement may begin. Mermaid does not draw periods that stand before
the first section of several; here they are kept, in a section without a title.
"""

from __future__ import annotations

import re

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.timeline.model import Direction, Period, Section, Timeline
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE
from diagramkit.mermaid.titles import Titles

MAX_ENTRIES = 5_000
"""The most periods, events and sections of a timeline."""

_HEADER = re.compile(r"timeline(?:[ \t]+(?P<direction>LR|TD)\b|\b)", re.ASCII | re.IGNORECASE)
_STATEMENT = re.compile(
    rf"(?P<comment>%(?!\{{)[^\n]*|[^}}]%%[^\n]*)|(?P<white>{WHITE}+)|(?P<note>#[^\n]*)"
    r"|(?P<keyword>timeline\b)"
    rf"|title{WHITE}(?P<title>[^\n]+)"
    rf"|accTitle{WHITE}*:{WHITE}*(?P<name>[^\n]*)"
    rf"|accDescr{WHITE}*:{WHITE}*(?P<description>[^\n]*)"
    rf"|accDescr{WHITE}*\{{{WHITE}*(?P<block>[^}}]*)(?P<block_end>\}}?)"
    rf"|section{WHITE}(?P<section>[^:\n]+)"
    rf"|:{WHITE}(?P<event>(?:[^:\n]|:(?!{WHITE}))+)"
    r"|(?P<period>[^#:\n]+)",
    re.ASCII | re.IGNORECASE,
)


def read(source: Source) -> Timeline:
    """Read a timeline. Raises DiagramError where Mermaid would not read it."""
    header = _HEADER.match(source.text)
    if header is None:
        message = 'expected "timeline", a space and a direction (LR or TD), or the end of the line'
        raise source.error(0, message)
    direction: Direction = "TB" if (header["direction"] or "").upper() == "TD" else "LR"
    reader = _Reader(source)
    reader.statements(header.end())
    sections = reader.sections()
    known = (period.text for section in sections for period in section.periods)
    critical = critical_names(source, known)
    return Timeline(direction, sections, critical, **reader.titles.fields())


class _Reader:
    """One timeline being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.titles = Titles(source)
        self._titles: list[str | None] = [None]
        self._periods: list[list[tuple[str, list[str]]]] = [[]]
        self._events: list[str] | None = None
        """Those of the last period, which may stand in a section before."""
        self._entries = 0

    def statements(self, place: int) -> None:
        """Everything behind the header."""
        text = self.source.text
        while place < len(text):
            match = _STATEMENT.match(text, place)
            if match is None or match["keyword"] or match["block_end"] == "":
                raise self._unexpected(place, match)
            self._take(match.lastgroup or "", match)
            place = match.end()

    def sections(self) -> tuple[Section, ...]:
        """What was read; without the untitled section where nothing stands in it."""
        return tuple(
            Section(title, tuple(Period(text, tuple(events)) for text, events in periods))
            for title, periods in zip(self._titles, self._periods, strict=True)
            if title is not None or periods
        )

    def _take(self, kind: str, match: re.Match[str]) -> None:
        if kind in ("title", "name"):
            self.titles.add(kind, match[kind])
        elif kind in ("description", "block_end"):
            self.titles.add("description", match["description"] or match["block"] or "")
        elif kind in ("section", "period", "event"):
            self._entry(kind, words(match[kind]), match.start())

    def _entry(self, kind: str, text: str, place: int) -> None:
        self._entries += 1
        if self._entries > MAX_ENTRIES:
            raise self.source.limit(place, f"a timeline has {MAX_ENTRIES} entries at most")
        if kind == "section":
            self._titles.append(text)
            self._periods.append([])
        elif kind == "period":
            self._events = []
            self._periods[-1].append((text, self._events))
        elif self._events is None:
            message = "an event without a period; expected one before the colon, as in 2017 : event"
            raise self.source.error(place, message)
        else:
            self._events.append(text)

    def _unexpected(self, place: int, match: re.Match[str] | None) -> DiagramError:
        if match is not None and match["keyword"]:
            hint = 'words that begin with "timeline" cannot begin a period'
            return self.source.error(place, f'expected a period, found "timeline"; {hint}')
        if match is not None:
            return self.source.error(place, 'this "{" is never closed; expected "}"')
        if self.source.text[place] == ":":
            message = "expected a space after this colon, as in 2017 : event"
            return self.source.error(place, message)
        return self.source.error(place, f'expected a period, found "{self.source.text[place]}"')
