"""A timeline from left to right: columns on an axis, in rows where they are too many."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diagramkit.geometry import Point, Size
from diagramkit.layout import Paint
from diagramkit.layout.lines import longest_word, set_lines
from diagramkit.layout.timeline.entries import Entry, Part
from diagramkit.layout.timeline.pen import DOT, Pen
from diagramkit.layout.words import Label, LineKind
from diagramkit.scene import Primitive
from diagramkit.theme.model import Mode, Theme

NARROW, NARROWEST = 120.0, 72.0
"""The least width of a column in user units: where words could be wider, and where not."""
DROP = 16.0
"""From the axis down to the first words."""
EVENT_GAP = 8.0
"""Above and below the rule between two events."""

Row = list[Part]


@dataclass(frozen=True, slots=True)
class Column:
    """An entry in its place: `x` is its left side, `y` the axis."""

    entry: Entry
    x: float
    y: float
    title: Label
    events: tuple[Label, ...]

    @property
    def height(self) -> float:
        """From the axis to below the last words."""
        events = sum(label.size.height for label in self.events)
        rules = 2 * EVENT_GAP * max(0, len(self.events) - 1)
        lead = 4.0 if self.events else 0.0
        return DROP + self.title.size.height + lead + events + rules


@dataclass(frozen=True, slots=True)
class Stretch:
    """The axis of a section in one row, with its title above and its columns below."""

    part: Part
    title: Label
    top: float
    columns: tuple[Column, ...]


def place(parts: Sequence[Part], theme: Theme) -> tuple[Size, Paint]:
    """The size of the drawing and its paint.

    Post: at most as wide as the page, unless a single column is wider.
    """
    number = sum(len(part.entries) for part in parts)
    width, columns = _columns(parts, number, theme)
    page = _page(parts, width, columns, theme)
    return page.size, page.paint


@dataclass(frozen=True, slots=True)
class _Page:
    """Sections in their rows, all columns of one width."""

    stretches: Sequence[Stretch]
    width: float
    size: Size

    def paint(self, theme: Theme, mode: Mode, _: bool) -> Iterator[Primitive]:
        return _paint(self.stretches, self.width, Pen(theme, mode))


def _page(parts: Sequence[Part], width: float, columns: int, theme: Theme) -> _Page:
    margin, gap = theme.page.margin, theme.figure.panel_gap
    stretches: list[Stretch] = []
    y, most = margin, 0
    for row in _rows(parts, columns):
        placed, bottom = _row(row, y, width, theme)
        stretches.extend(placed)
        most = max(most, sum(len(part.entries) for part in row))
        y = bottom + theme.spacing.rank
    height = max(y - theme.spacing.rank, margin) + margin
    size = Size(2 * margin + max(0.0, most * (width + gap) - gap), height)
    return _Page(stretches, width, size)


def _columns(parts: Sequence[Part], number: int, theme: Theme) -> tuple[float, int]:
    """How wide columns are, and how many stand in a row: one row where words allow it."""
    number, gap = max(1, number), theme.figure.panel_gap
    room = theme.page.max_width - 2 * theme.page.margin
    wanted, least = _needs(parts, theme)
    shared = (room - gap * (number - 1)) / number
    if shared >= min(wanted, max(least, NARROW)):
        return float(math.floor(min(wanted, shared))), number
    columns = max(1, int((room + gap) // (wanted + gap)))
    rows = math.ceil(number / columns)
    if len(parts) == 1:
        columns = math.ceil(number / rows)
    return wanted, columns


def _needs(parts: Sequence[Part], theme: Theme) -> tuple[float, float]:
    """The width that all words would like, up to the theme's, and the one they need."""
    wanted = least = NARROWEST
    for entry in (entry for part in parts for entry in part.entries):
        said: list[tuple[str, LineKind]] = [(entry.text, "title")]
        said += [(event, "body") for event in entry.events]
        for text, kind in said:
            label = set_lines(theme, text, kind, theme.box.wrap)
            wanted = max(wanted, label.size.width)
            least = max(least, min(theme.box.wrap, longest_word(theme, text, kind)))
    return float(math.ceil(wanted)), least


def _rows(parts: Sequence[Part], columns: int) -> Iterator[Row]:
    """Sections in rows of at most so many columns; one that fits in a row is not broken."""
    row: Row = []
    free = columns
    for part in parts:
        rest = part.entries
        if free < len(rest) <= columns and row:
            yield row
            row, free = [], columns
        while rest:
            if not free:
                yield row
                row, free = [], columns
            row.append(replace(part, key=f"{part.key}:{len(rest)}", entries=rest[:free]))
            rest, free = rest[free:], max(0, free - len(rest))
    if row:
        yield row


def _row(row: Row, top: float, width: float, theme: Theme) -> tuple[list[Stretch], float]:
    """The sections of a row, and where it ends."""
    step = width + theme.figure.panel_gap
    titles = [
        set_lines(theme, part.title, "group", len(part.entries) * step - theme.figure.panel_gap)
        for part in row
    ]
    head = max(title.size.height for title in titles)
    y = top + (head + DOT if head else DOT / 2)
    x, stretches = theme.page.margin, []
    for part, title in zip(row, titles, strict=True):
        columns = tuple(
            _column(entry, x + place * step, y, width, theme)
            for place, entry in enumerate(part.entries)
        )
        stretches.append(Stretch(part, title, top, columns))
        x += len(columns) * step
    deepest = max(column.height for stretch in stretches for column in stretch.columns)
    return stretches, y + deepest


def _column(entry: Entry, x: float, y: float, width: float, theme: Theme) -> Column:
    title = set_lines(theme, entry.text, "title", width)
    events = tuple(set_lines(theme, event, "body", width) for event in entry.events)
    return Column(entry, x, y, title, events)


def _paint(stretches: Sequence[Stretch], width: float, pen: Pen) -> Iterator[Primitive]:
    for stretch in stretches:
        first, last = stretch.columns[0], stretch.columns[-1]
        yield pen.axis(stretch.part.key, Point(first.x, first.y), Point(last.x + width, first.y))
        yield from pen.section(stretch.part.key, stretch.title, Point(first.x, stretch.top))
        for column in stretch.columns:
            yield from _paint_column(column, width, pen)


def _paint_column(column: Column, width: float, pen: Pen) -> Iterator[Primitive]:
    key, x = column.entry.key, column.x
    if column.title.lines:
        yield pen.dot(column.entry, Point(x + DOT / 2, column.y))
    y = column.y + DROP
    yield from pen.period(key, column.title, Point(x, y))
    y += column.title.size.height + 4
    for place, event in enumerate(column.events):
        if place:
            y += EVENT_GAP
            yield pen.rule(f"{key}:{place}", Point(x, y - 4), Point(x + width, y - 4))
            y += EVENT_GAP
        yield from pen.event(f"{key}:{place}", event, Point(x, y))
        y += event.size.height
