"""Pie charts: ruled bars, each with its label and its share.

Lengths from one line are compared more exactly than angles, and the words of a bar stand beside
it, so that no colours and no key are needed (Cleveland and McGill 1984). A row has the label, the
bar, the value where the source says `showData`, and the share of the whole. Rows keep the order of
the source; parts that Mermaid leaves out as too thin are there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Point, Rect
from diagramkit.layout import Layout
from diagramkit.layout.budget import too_wide
from diagramkit.layout.charts.bar import bar
from diagramkit.layout.charts.chart import (
    CURE,
    chart_kit,
    chart_layout,
    notation_of,
    page_size,
    worded,
)
from diagramkit.layout.charts.numbers import said
from diagramkit.layout.charts.shares import add_up, shares
from diagramkit.layout.description import tell
from diagramkit.layout.figure.brush import Brush, Ink, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.pie.model import Pie, Slice
from diagramkit.theme.model import Theme

GAP = 16.0
"""Between columns."""
AIR = 8.0
"""Between a row's words or bar and the rule below."""
LEAST_BAR = 0.4
"""The least length of the longest bar on a narrow page, in those of the theme."""
ROUNDED = "Shares do not add up to 100% because of rounding"
SLIVER = 2.0
"""The least length of the bar of a part that is not nothing, a pixel and more on any page."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A slice with its words, and where they stand."""

    part: Slice
    label: Label
    value: Label
    share: Label
    rect: Rect
    bar: Rect
    values_end: float
    is_critical: bool


def lay_out_chart(model: Pie, theme: Theme, path: str) -> Layout:
    """Place a pie chart; it has no boxes, and so no classes."""
    kit = chart_kit(theme)
    rows, ink = _rows(model, kit)
    note = kit.block([] if add_up(_values(model)) else [(ROUNDED, "caption")], ink.width)
    below = Point(ink.x, ink.bottom + AIR)
    if note.lines:
        ink = ink.union(Rect(*below, note.size.width, note.ink_height))
    size = page_size(kit, ink)

    def paint(brush: Brush) -> Iterator[Painted]:
        for place, row in enumerate(rows):
            yield from _painted(place, row, brush)
        yield from brush.block("note", "", note, below, "start")

    warnings = tuple(too_wide(theme, size.width, Location(path), CURE))
    description = model.description or describe(model)
    return chart_layout(theme, size, paint, model, description, warnings)


def describe(model: Pie) -> str:
    """A pie chart in words: each part and its share."""
    opening = f"Pie chart of {counted(len(model.slices), 'part', 'parts')}"
    said_shares = zip(model.slices, shares(_values(model)), strict=True)
    return tell(opening, [f"{part.label} {share}" for part, share in said_shares])


def _values(model: Pie) -> list[float]:
    return [part.value for part in model.slices]


def _rows(model: Pie, kit: Kit) -> tuple[list[_Row], Rect]:
    """The rows, and the room of them all."""
    notation = notation_of(kit.theme)
    numbers = said((part.value for part in model.slices), notation=notation)
    values = [kit.block([(words, "body")] if model.shows_values else []) for words in numbers]
    portions = [kit.block([(words, "strong")]) for words in shares(_values(model), notation)]
    tokens = kit.theme.figure
    columns = [width + GAP for width in (_widest(values), _widest(portions)) if width]
    free = kit.theme.page.max_width - 2 * kit.margin - GAP - sum(columns)
    wrap = min(2 * kit.theme.box.wrap, max(free - LEAST_BAR * tokens.bar_length, free / 2))
    labels = [kit.block(worded(part.label, "body"), wrap) for part in model.slices]
    most = min(tokens.bar_length, max(free - _widest(labels), LEAST_BAR * tokens.bar_length) - 4)
    longest = max((part.value for part in model.slices), default=0.0) or 1.0
    start = kit.margin + _widest(labels) + GAP
    width = kit.up(start + most + sum(columns), 4) - kit.margin
    values_end = kit.margin + width - _widest(portions) - GAP
    rows: list[_Row] = []
    top = kit.margin
    for part, label, value, share in zip(model.slices, labels, values, portions, strict=True):
        height = max(tokens.bar, label.size.height) + 2 * AIR
        rect = Rect(kit.margin, top, width, height)
        is_critical = part.label in model.critical
        length = most * part.value / longest
        length = max(length, SLIVER) if part.value else 0.0
        room = Rect(start, rect.center.y - tokens.bar / 2, length, tokens.bar)
        rows.append(_Row(part, label, value, share, rect, room, values_end, is_critical))
        top += height
    return rows, Rect(kit.margin, kit.margin, width, top - kit.margin)


def _widest(blocks: Sequence[Label]) -> float:
    return max((block.size.width for block in blocks), default=0.0)


def _painted(place: int, row: _Row, brush: Brush) -> Iterator[Painted]:
    key, rect = str(place + 1), row.rect
    if place:
        yield brush.rule(f"rule:{key}", Point(rect.x, rect.y), Point(rect.right, rect.y), "border")
    if row.bar.width:
        fill: Ink = "accent" if row.is_critical else "line"
        yield bar(brush, f"bar:{key}", row.bar, fill)
    for name, block, x in (("share", row.share, rect.right), ("value", row.value, row.values_end)):
        at = Point(x, rect.center.y - block.ink_height / 2)
        yield from brush.block(f"{name}:{key}", "", block, at, "end")
    at = Point(rect.x, rect.center.y - row.label.ink_height / 2)
    yield from brush.block(f"label:{key}", "", row.label, at, "start")
