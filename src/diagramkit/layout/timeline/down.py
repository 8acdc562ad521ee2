"""A timeline from above: an upright axis, periods left of it, what happened right of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Size
from diagramkit.layout import Paint
from diagramkit.layout.lines import set_lines
from diagramkit.layout.timeline.entries import Entry, Part
from diagramkit.layout.timeline.pen import DOT, Pen
from diagramkit.layout.words import CAP_HEIGHT, Label
from diagramkit.scene import Primitive
from diagramkit.theme.model import Theme

BESIDE = 16.0
"""From the axis to the words on either side, in user units."""
EVENT_GAP = 4.0
"""Between two events of a period."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in its place: `y` is the top of its first capitals."""

    entry: Entry
    y: float
    title: Label
    events: tuple[Label, ...]

    @property
    def height(self) -> float:
        events = sum(label.size.height + EVENT_GAP for label in self.events) - EVENT_GAP
        return max(self.title.size.height, events)

    @property
    def level(self) -> float:
        """The height of the dot: the middle of the first line's capitals."""
        lines = self.title.lines
        return self.y + (lines[0].style.size * CAP_HEIGHT / 2 if lines else 0.0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section: its title, at the height of `top`, and its rows."""

    part: Part
    title: Label
    top: float
    rows: tuple[Row, ...]


def place(parts: Sequence[Part], theme: Theme) -> tuple[Size, Paint]:
    """The size of the drawing and its paint."""
    stretches: list[Stretch] = []
    y = theme.page.margin
    for part in parts:
        stretch, y = _stretch(part, y, theme)
        stretches.append(stretch)
    rows = [row for stretch in stretches for row in stretch.rows]
    left = math.ceil(max((row.title.size.width for row in rows), default=0.0))
    axis = theme.page.margin + left + BESIDE
    right = max(
        (
            *(event.size.width for row in rows for event in row.events),
            *(stretch.title.size.width for stretch in stretches),
        ),
        default=0.0,
    )
    width = axis + BESIDE + math.ceil(right) + theme.page.margin
    height = max(y - theme.figure.panel_gap, theme.page.margin) + theme.page.margin
    return Size(width, height), lambda theme, mode, _: _paint(stretches, axis, Pen(theme, mode))


def _stretch(part: Part, top: float, theme: Theme) -> tuple[Stretch, float]:
    """A section, and where the next one begins."""
    wide = 2.5 * theme.box.wrap
    title = set_lines(theme, part.title, "group", wide)
    y = top + (title.size.height + theme.spacing.parallel if title.lines else 0.0)
    rows: list[Row] = []
    for entry in part.entries:
        name = set_lines(theme, entry.text, "title", theme.box.wrap)
        events = tuple(set_lines(theme, event, "body", wide) for event in entry.events)
        rows.append(Row(entry, y, name, events))
        y += rows[-1].height + theme.spacing.sibling
    return Stretch(
        part, title, top, tuple(rows)
    ), y - theme.spacing.sibling + theme.figure.panel_gap


def _paint(stretches: Sequence[Stretch], axis: float, pen: Pen) -> Iterator[Primitive]:
    for stretch in stretches:
        first, last = stretch.rows[0], stretch.rows[-1]
        start, end = Point(axis, first.level - DOT / 2), Point(axis, last.y + last.height)
        yield pen.axis(stretch.part.key, start, end)
        yield from pen.section(stretch.part.key, stretch.title, Point(axis + BESIDE, stretch.top))
        for row in stretch.rows:
            yield from _paint_row(row, axis, pen)


def _paint_row(row: Row, axis: float, pen: Pen) -> Iterator[Primitive]:
    key = row.entry.key
    if row.title.lines:
        yield pen.dot(row.entry, Point(axis, row.level))
    yield from pen.period(key, row.title, Point(axis - BESIDE, row.y), "end")
    y = row.y
    for place, event in enumerate(row.events):
        yield from pen.event(f"{key}:{place}", event, Point(axis + BESIDE, y))
        y += event.size.height + EVENT_GAP
