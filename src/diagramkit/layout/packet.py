"""Packets: ruled rows of fields as wide as their bits, the numbers of bits above them.

A label that its field has no room for stands below the rows, with the numbers of its bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused
from diagramkit.layout.charts.chart import chart_kit, chart_layout, page_size, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import FRAME, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.packet.model import Field, Packet
from diagramkit.scene import NO_COLOR, Box, Paint
from diagramkit.theme.model import Theme

BIT = 28.0
"""The widest that one bit is drawn."""
PADDING = 4.0
"""Left and right of words in a field."""
AIR = 8.0
"""Between rows, and above and below words."""
MOST_LINES = 2
LETTERS = 4
"""The longest word that stands upright in a field of one bit."""
FLAG = 14.0
"""The narrowest field that a letter fits."""
LEAST = 320.0
"""The least room for labels below the rows."""
LONGEST = 4_000.0
GAP = 24.0
"""Between the columns of labels below the rows."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A field, or as much of it as stands in one row: where it is, and its words, if they fit."""

    key: str
    first: int
    last: int
    rect: Rect
    words: Label
    is_critical: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """A label below the rows."""

    key: str
    bits: Label
    words: Label
    at: Point
    indent: float


@dataclass(frozen=True, slots=True)
class _Plan:
    cells: tuple[_Cell, ...]
    told: tuple[_Told, ...]
    numbers: bool
    size: Size


def lay_out_chart(model: Packet, theme: Theme, path: str) -> Layout:
    """Place a packet; its fields have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    critical = sum(field.label in model.critical for field in model.fields)
    place = Location(path)
    warnings = tuple(accent_overused(theme, critical, len(model.fields), "fields", place))

    def paint(brush: Brush) -> Iterator[Painted]:
        yield from _painted(plan, kit, brush)

    description = model.description or describe(model)
    return chart_layout(theme, plan.size, paint, model, description, warnings)


def describe(model: Packet) -> str:
    """A packet in words: its fields and their bits."""
    opening = f"Packet of {counted(len(model.fields), 'field', 'fields')}"
    return tell(opening, [f"{flat(each.label)} {_bits(each)}" for each in model.fields])


def _bits(field: Field) -> str:
    return f"{field.first}" if field.first == field.last else f"{field.first}–{field.last}"


def _plan(model: Packet, kit: Kit) -> _Plan:
    page, row_bits = kit.theme.page, model.bits_per_row
    room = page.max_width - 2 * kit.margin
    bit = min(BIT, max(2.0, room // row_bits))
    number = kit.block([("0", "label")]).size.height + 2 if model.shows_bits else 0.0
    cells: list[_Cell] = []
    shown: set[int] = set()
    top = kit.margin
    for row in _rows(model):
        blocks = [_fitted(piece, bit, kit) for piece in row]
        shown.update(piece.place for piece, block in zip(row, blocks, strict=True) if block.lines)
        height = max(block.size.height for block in blocks) + 2 * AIR
        height = max(height, kit.theme.figure.cell_height)
        for piece, block in zip(row, blocks, strict=True):
            x = kit.margin + piece.first % row_bits * bit
            rect = Rect(x, top + number, piece.bits * bit, height)
            is_critical = piece.label in model.critical
            key = f"{piece.place}:{piece.first}"
            cells.append(_Cell(key, piece.first, piece.last, rect, block, is_critical))
        top += number + height + (AIR if model.shows_bits else 0.0)
    left_out = [one for one in enumerate(model.fields) if one[0] not in shown and one[1].label]
    right = max((cell.rect.right for cell in cells), default=kit.margin)
    told, bottom = _told(left_out, kit, max(right, kit.margin + LEAST), top + AIR)
    low = bottom if told else max((cell.rect.bottom for cell in cells), default=top)
    extent = max((right, *(one.at.x + one.indent + one.words.size.width for one in told)))
    size = page_size(kit, Rect(kit.margin, kit.margin, extent - kit.margin, low - kit.margin))
    return _Plan(tuple(cells), told, model.shows_bits, size)


class _Piece(NamedTuple):
    """As much of a field as stands in one row; `place` is the field's among all."""

    place: int
    label: str
    first: int
    last: int

    @property
    def bits(self) -> int:
        return self.last - self.first + 1


def _rows(model: Packet) -> list[list[_Piece]]:
    rows: dict[int, list[_Piece]] = {}
    for place, field in enumerate(model.fields):
        for first, last in _parts(field, model.bits_per_row):
            piece = _Piece(place, field.label, first, last)
            rows.setdefault(first // model.bits_per_row, []).append(piece)
    return list(rows.values())


def _fitted(piece: _Piece, bit: float, kit: Kit) -> Label:
    """The label of a field in its room; a short word that is too wide for it stands upright, a
    letter below the other, as in RFC 9293. Nothing where it has no room."""
    width = piece.bits * bit - 2 * PADDING
    longest = kit.block([(word, "body") for word in piece.label.split()], LONGEST).size.width
    block = kit.block(worded(piece.label, "body"), max(width, 1.0))
    if longest <= width and len(block.lines) <= MOST_LINES:
        return block
    if piece.bits == 1 and len(piece.label) <= LETTERS and piece.label.isalnum() and bit >= FLAG:
        return kit.block([(letter, "body") for letter in piece.label])
    return kit.block([])


def _parts(field: Field, row_bits: int) -> Iterator[tuple[int, int]]:
    """The bits of a field, row by row."""
    first = field.first
    while first <= field.last:
        last = min(field.last, first // row_bits * row_bits + row_bits - 1)
        yield first, last
        first = last + 1


def _told(
    fields: list[tuple[int, Field]], kit: Kit, right: float, top: float
) -> tuple[tuple[_Told, ...], float]:
    """Labels in columns below the rows, and where they end."""
    blocks = [
        (place, kit.block([(_bits(field), "label")]), kit.block(worded(field.label, "body")))
        for place, field in fields
    ]
    if not blocks:
        return (), top
    indent = max(bits.size.width for _, bits, _ in blocks) + PADDING * 2
    width = max(words.size.width for _, _, words in blocks) + indent + GAP
    columns = max(1, int((right - kit.margin + GAP) // width))
    told: list[_Told] = []
    for start in range(0, len(blocks), columns):
        row = blocks[start : start + columns]
        for column, (place, bits, words) in enumerate(row):
            at = Point(kit.margin + column * width, top)
            told.append(_Told(str(place), bits, words, at, indent))
        top += max(words.size.height for _, _, words in row) + AIR / 2
    return tuple(told), top


def _painted(plan: _Plan, kit: Kit, brush: Brush) -> Iterator[Painted]:
    for cell in sorted(plan.cells, key=lambda cell: cell.is_critical):
        look = brush.look("accent" if cell.is_critical else "primary")
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
        layer = TOP if cell.is_critical else FRAME
        role = "accent" if cell.is_critical else "cell"
        yield Painted(layer, Box(f"field:{cell.key}", role, cell.rect, paint))
        at = Point(cell.rect.center.x, cell.rect.center.y - cell.words.ink_height / 2)
        ink = brush.mode.text
        yield from brush.block(f"words:{cell.key}", "", cell.words, at, "middle", color=ink)
        if plan.numbers:
            yield from _numbers(cell, kit, brush)
    for one in plan.told:
        yield from brush.block(f"bits:{one.key}", "", one.bits, one.at, "start")
        at = Point(one.at.x + one.indent, one.at.y)
        yield from brush.block(f"told:{one.key}", "", one.words, at, "start")


def _numbers(cell: _Cell, kit: Kit, brush: Brush) -> Iterator[Painted]:
    """The first bit above the left corner of a field, and the last above the right one, where
    both have room."""
    first, last = (kit.block([(str(bit), "label")]) for bit in (cell.first, cell.last))
    y = cell.rect.y - first.ink_height - 5
    key, room = f"bit:{cell.key}", cell.rect.width - 2 * PADDING
    if cell.first == cell.last or first.size.width + last.size.width + 8 > room:
        if first.size.width <= cell.rect.width - 2:
            at = Point(cell.rect.center.x, y)
            yield from brush.block(key, "", first, at, "middle")
        return
    yield from brush.block(f"{key}:first", "", first, Point(cell.rect.x + 1, y), "start")
    yield from brush.block(f"{key}:last", "", last, Point(cell.rect.right - 1, y), "end")
