"""The words of a record: its title, and the rows of its compartments in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diagramkit.geometry import Size
from diagramkit.layout.graph.label import wrapped
from diagramkit.layout.graph.record import Record, Row
from diagramkit.layout.words import (
    CAP_HEIGHT,
    Label,
    Line,
    line_height,
    line_style,
    set_width,
    set_words,
)
from diagramkit.text import TextStyle
from diagramkit.text.styled import lines as split
from diagramkit.theme.model import Theme

WIDER = 1.5
"""By how much a name may be wider than words in plain boxes: it has no good place to break."""
NARROWEST = 96.0
"""No column is broken to less than this, in user units."""
BROKEN = 4.0
"""Below a row of several lines, over the usual distance."""
SIGN = 12.0
"""A column no wider than this holds signs, which stand nearer to their words."""
BELOW = 0.29
"""The share of the type size from a baseline down to the line under static words: it clears what
reaches below."""


NO_SIZE = Size(0, 0)


class Cell(NamedTuple):
    """A line of words in a compartment: `x` from the left of the box, `y` its baseline from the
    top. `place` names it: compartment, row, column and, where its words are broken, line."""

    line: Line
    x: float
    y: float
    place: tuple[int, ...]
    is_muted: bool
    is_static: bool


@dataclass(frozen=True, slots=True)
class Inscription(Label):
    """The words of a record; `lines` are those of its head, which is `head` high.

    `rules` are the lines between compartments by their distance from the top, `extent` is the
    room that the whole box needs.
    """

    head: float = 0.0
    cells: tuple[Cell, ...] = ()
    rules: tuple[float, ...] = ()
    extent: Size = NO_SIZE

    @property
    def middle(self) -> float | None:
        """Where the words of the head are centred, from the top; None for a box without rules,
        which is all head."""
        return self.head / 2 if self.rules else None


def inscription(record: Record, theme: Theme, *, compact: bool, width: float) -> Inscription:
    """Set the words of a record. `width` is where words in plain boxes wrap; rows may run wider
    by as much as the theme says."""
    padding = theme.box.padding_x_compact if compact else theme.box.padding_x
    style = line_style(theme, "body", compact)
    page = theme.page.max_width - 2 * (theme.page.margin_compact + padding)
    limit = min(theme.record.wrap * width / theme.box.wrap, page)
    columns = _Columns.of(record, style, theme, limit)
    lines = _head(record, theme, compact, max(WIDER * width, columns.right))
    head = sum(line.rise for line in lines) + 2 * theme.box.padding_y
    top, cells, rules = head, list[Cell](), list[float]()
    for number, rows in enumerate(record.compartments):
        rules.append(top)
        top += theme.record.padding_y
        for place, row in enumerate(rows):
            found, height = columns.cells(row, (number, place), padding, top)
            cells.extend(found)
            top += height
        top += theme.record.padding_y
    wide = max([columns.right, *(line.width for line in lines)])
    return Inscription(lines, head, tuple(cells), tuple(rules), Size(wide + 2 * padding, top))


def _head(record: Record, theme: Theme, compact: bool, width: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    if record.kicker:
        words = f"«{record.kicker}»"
        style = line_style(theme, "label", compact)
        lines = set_words(theme, words, "body", style, line_height(theme, "label"), width)
    for words in split(record.text or record.id):
        lines.extend(wrapped(theme, words, "title", compact, width))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a record: where each begins and how wide it is."""

    starts: tuple[float, ...]
    widths: tuple[float, ...]
    muted: frozenset[int]
    style: TextStyle
    theme: Theme

    @classmethod
    def of(cls, record: Record, style: TextStyle, theme: Theme, limit: float) -> _Columns:
        """Columns as wide as their words; where all are wider than `limit`, some are narrowed, and
        their words will be broken."""
        rows = [row for rows in record.compartments for row in rows]
        count = max((len(row.cells) for row in rows), default=0)
        widths = [
            max(
                (set_width(theme, row.cells[c], style) for row in rows if c < len(row.cells)),
                default=0.0,
            )
            for c in range(count)
        ]
        gaps = [_gap(width, theme) for width in widths[:-1]]
        for column in _breakable(widths, record.muted):
            over = sum(widths) + sum(gaps) - limit
            if over > 0:
                hang = 0.0 if column in record.muted else theme.record.hang
                least = max(widths[column] - over, NARROWEST)
                words = [row.cells[column] for row in rows if column < len(row.cells)]
                widths[column] = max(_broken(theme, text, style, least, hang) for text in words)
        starts = [sum(widths[:c]) + sum(gaps[:c]) for c in range(count)]
        return cls(tuple(starts), tuple(widths), frozenset(record.muted), style, theme)

    @property
    def right(self) -> float:
        """How wide all columns are together."""
        return self.starts[-1] + self.widths[-1] if self.starts else 0.0

    def cells(
        self, row: Row, place: tuple[int, int], left: float, top: float
    ) -> tuple[list[Cell], float]:
        """The words of a row whose upper side is at `top`, and how high it is."""
        found: list[Cell] = []
        most, step = 1, self.theme.type.body.line
        y = top + self.theme.record.row / 2 + self.style.size * CAP_HEIGHT / 2
        for column, words in enumerate(row.cells):
            if not words.strip():
                continue
            is_muted = column in self.muted
            hang = 0.0 if is_muted else self.theme.record.hang
            lines = self._lines(words, column, hang)
            most = max(most, len(lines))
            for number, line in enumerate(lines):
                x = left + self.starts[column] + (hang if number else 0.0)
                where = (*place, column, number) if number else (*place, column)
                at = (x, y + number * step)
                found.append(Cell(line, *at, where, is_muted, row.is_static))
        # A row of several lines is set off from the next.
        more = (most - 1) * step + BROKEN if most > 1 else 0.0
        return found, self.theme.record.row + more

    def _lines(self, words: str, column: int, hang: float) -> list[Line]:
        width = self.widths[column]
        if set_width(self.theme, words, self.style) > width:
            width = max(width - hang, 1.0)
        return set_words(self.theme, words, "body", self.style, self.theme.type.body.line, width)


def _breakable(widths: Sequence[float], muted: Sequence[int]) -> list[int]:
    """The columns that may be broken, those of second rank before any name, the widest first."""
    wide = [column for column, width in enumerate(widths) if width > NARROWEST]
    return sorted(wide, key=lambda column: (column not in muted, -widths[column]))


def _broken(theme: Theme, words: str, style: TextStyle, limit: float, hang: float) -> float:
    """How wide words are that are broken where they are wider than `limit`."""
    width = set_width(theme, words, style)
    if width <= limit:
        return width
    lines = set_words(theme, words, "body", style, 0.0, limit - hang)
    return hang + max(line.width for line in lines)


def _gap(width: float, theme: Theme) -> float:
    """The distance of a column from the next one; none behind an empty one."""
    if not width:
        return 0.0
    return theme.record.column_gap / 2 if width <= SIGN else theme.record.column_gap
