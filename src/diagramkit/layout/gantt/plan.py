"""A Gantt chart on the page: its rows, its axis, its markers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.charts.chart import worded
from diagramkit.layout.figure.brush import GROUND, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.gantt.compact import packed, side_of, words_end
from diagramkit.layout.gantt.dependencies import paint_dependencies
from diagramkit.layout.gantt.rows import (
    APART,
    INDENT,
    ROW,
    Part,
    paint_task,
    paint_words,
    parts_of,
    room_of,
)
from diagramkit.layout.gantt.ticks import Tick, ticks
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.gantt.model import DAY, Gantt, Instant
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.text import measure

GAP = 24.0
"""Between the words of tasks and the field of time."""
FOOT = 6.0
"""Between the last row and the axis."""
TICK = 5.0
"""The length of a tick where there is no grid."""
DROP = 10.0
"""From the field to the words of its axis."""
WIDE = 656.0
"""The width of a chart whose words leave that much to its bars."""
LEAST_FIELD = 0.5
"""The least width of the field, in widths of a plot of the theme."""
LAST_TICK = 36.0
"""Kept free at the right for half the words of a tick at the end."""
LEAST_SHADE = 4.0
"""Excluded days that are narrower than this are not shown."""
MARKER_GAP = 8.0
"""Between the words of two markers, and below them."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The words of a marker above the chart: their room, and where its line stands."""

    number: int
    block: Label
    rect: Rect
    x: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart with its measures. `field` is the room of the bars, from `start` to `end`."""

    chart: Gantt
    kit: Kit
    parts: tuple[Part, ...]
    field: Rect
    start: Instant
    end: Instant
    ticks: tuple[Tick, ...]
    markers: tuple[Marker, ...]
    size: Size

    def x(self, at: Instant) -> float:
        """Where an instant stands."""
        share = (at - self.start) / (self.end - self.start)
        return self.field.x + share * self.field.width

    def paint(self, brush: Brush) -> Iterator[Painted]:
        """Everything of the chart."""
        yield from self._shades(brush)
        yield from self._axis(brush)
        yield from self._markers(brush)
        top, rects = self.field.y, self._rects()
        for place, part in enumerate(self.parts):
            yield from self._part(place, part, top, rects, brush)
            top += part.height
        rows = [row for part in self.parts for row in part.rows]
        if not self.chart.is_compact:
            yield from paint_dependencies(brush, rows, rects)

    def _rects(self) -> dict[int, Rect]:
        """The rooms of bars and diamonds by the numbers of their tasks."""
        found: dict[int, Rect] = {}
        top, bar = self.field.y, min(self.kit.theme.figure.bar, ROW - APART)
        for part in self.parts:
            for row in part.rows:
                start, end = self.x(row.task.start), self.x(row.task.shown_end)
                found[row.number] = room_of(row, start, end, top + part.header + row.middle, bar)
            top += part.height
        return found

    def _shades(self, brush: Brush) -> Iterator[Painted]:
        """Excluded days."""
        for place, (start, end) in enumerate(self.chart.excluded):
            left, right = self.x(start), self.x(end)
            if right - left >= LEAST_SHADE:
                rect = Rect(left, self.field.y, right - left, self.field.height)
                path, paint = Path.polygon(rect.corners), Paint(brush.ink("panel"))
                yield brush.mark(f"excluded:{place + 1}", "excluded", path, paint, GROUND)

    def _axis(self, brush: Brush) -> Iterator[Painted]:
        field = self.field
        for place, tick in enumerate(self.ticks):
            x = self.x(tick.at)
            # Words stand in the field of a compact chart.
            top, reach = (field.bottom, TICK) if self.chart.is_compact else (field.y, 0.0)
            ends = Point(x, top), Point(x, field.bottom + reach)
            yield brush.rule(f"grid:{place + 1}", *ends, "border")
            block = self.kit.block(worded(tick.words, "label"))
            at = Point(x, field.bottom + DROP)
            yield from brush.block(f"tick:{place + 1}", "", block, at, "middle")
            if self.chart.has_top_axis:
                at = Point(x, field.y - DROP - block.ink_height)
                yield from brush.block(f"tick:top:{place + 1}", "", block, at, "middle")
        ends = Point(field.x, field.bottom), Point(field.right, field.bottom)
        yield brush.rule("axis", *ends, "line")

    def _markers(self, brush: Brush) -> Iterator[Painted]:
        look, dash = brush.mode.edges.dashed, tuple(brush.theme.edge.dash)
        for marker in self.markers:
            bottom, rect = self.field.bottom, marker.rect
            line = Path.polyline([Point(marker.x, self.field.y), Point(marker.x, bottom)])
            paint = Paint(NO_COLOR, look.stroke, look.stroke_width, dash)
            key = f"marker:{marker.number}"
            yield brush.mark(key, "dashed-edge", line, paint, LINE)
            at = Point(rect.center.x, rect.y)
            yield from brush.block(f"text:{key}", "", marker.block, at, "middle", layer=TOP)

    def _part(
        self, place: int, part: Part, top: float, rects: Mapping[int, Rect], brush: Brush
    ) -> Iterator[Painted]:
        margin, field = self.kit.margin, self.field
        if place or part.title.lines:
            ends = Point(margin, top), Point(field.right, top)
            yield brush.rule(f"rule:{place + 1}", *ends, "border")
        if part.title.lines:
            header = part.header or ROW
            at = Point(margin, top + (header - part.title.ink_height) / 2 + 1)
            yield from brush.block(f"section:{place + 1}", "", part.title, at, "start")
        indent = INDENT if part.header else 0.0
        for row in part.rows:
            rect, middle = rects[row.number], top + part.header + row.middle
            side = side_of(row, rect, field) if self.chart.is_compact else None
            x, anchor = (side.x, side.anchor) if side else (margin + indent, "start")
            yield from paint_task(brush, row, rect)
            yield from paint_words(brush, row, x, middle, anchor)


def plan_of(chart: Gantt, kit: Kit) -> Plan:
    """A Gantt chart in its place on the page."""
    parts = parts_of(chart, kit)
    span = _span(chart)
    field, found = _field(chart, kit, parts, span)
    if chart.is_compact:
        parts = [packed(part, field, *span) for part in parts]
        field = field._replace(height=sum(part.height for part in parts) + FOOT)
    axis = kit.style("label").line * (1 + any("\n" in tick.words for tick in found))
    markers = _placed(chart, kit, field, *span)
    above = max((marker.rect.bottom + MARKER_GAP for marker in markers), default=0.0)
    above += axis + DROP if chart.has_top_axis and found else 0.0
    field = field.moved(0, kit.up(kit.margin + above, 4))
    markers = [replace(one, rect=one.rect.moved(0, kit.margin)) for one in markers]
    bottom = field.bottom + (DROP + axis if found else 0.0)
    ends = [right for _, right in _rooms(found, kit, field, span)]
    if chart.is_compact:
        ends += [words_end(row, field, *span) for part in parts for row in part.rows]
    right = max([field.right, *(marker.rect.right for marker in markers), *ends])
    size = Size(kit.up(right + kit.margin, 2), kit.up(bottom + kit.margin, 2))
    return Plan(chart, kit, tuple(parts), field, *span, tuple(found), tuple(markers), size)


def _field(
    chart: Gantt, kit: Kit, parts: Sequence[Part], span: tuple[Instant, Instant]
) -> tuple[Rect, list[Tick]]:
    """The room of the bars at the top of the page, and the ticks of its axis."""
    left = kit.up(kit.margin + _words_width(parts, chart.is_compact) + (GAP if parts else 0.0), 4)
    budget = kit.theme.page.max_width - kit.margin - left - LAST_TICK
    most = kit.theme.figure.plot_width
    width = min(most, budget, max(LEAST_FIELD * most, WIDE - kit.margin - left))
    field = Rect(left, 0.0, width, sum(part.height for part in parts) + FOOT)
    if not chart.tasks:
        return field, []
    found = ticks(chart, *span, width, lambda words: _width(kit, words))
    starts = [left for left, _ in _rooms(found, kit, field, span)]
    over = kit.margin - min(starts, default=left)
    return field.moved(kit.up(max(0.0, over), 4), 0), found


def _rooms(
    found: Sequence[Tick], kit: Kit, field: Rect, span: tuple[Instant, Instant]
) -> list[tuple[float, float]]:
    """From where to where the words of ticks go."""
    rooms: list[tuple[float, float]] = []
    for tick in found:
        x = field.x + (tick.at - span[0]) / (span[1] - span[0]) * field.width
        half = _width(kit, tick.words) / 2
        rooms.append((x - half, x + half))
    return rooms


def _width(kit: Kit, words: str) -> float:
    """The width of the words of a tick."""
    style = kit.style("label").text
    return max(measure(line, style) for line in words.split("\n"))


def _span(chart: Gantt) -> tuple[Instant, Instant]:
    """From the first start to the last end; a day where that is nothing."""
    tasks = chart.tasks
    if not tasks:
        return 0, DAY
    start = min(task.start for task in tasks)
    end = max(max(task.start, task.end, task.shown_end) for task in tasks)
    return start, end if end > start else start + DAY


def _words_width(parts: Sequence[Part], is_compact: bool) -> float:
    widths = [part.title.size.width for part in parts]
    for part in parts if not is_compact else ():
        indent = INDENT if part.header else 0.0
        widths += [indent + row.words.size.width for row in part.rows]
    return max(widths, default=0.0)


def _placed(chart: Gantt, kit: Kit, field: Rect, start: Instant, end: Instant) -> list[Marker]:
    """The words of markers in rows above each other, each over its line and inside the page."""
    placed: list[Marker] = []
    for place, task in enumerate(chart.tasks):
        if not task.is_marker:
            continue
        x = field.x + (task.start - start) / (end - start) * field.width
        block = kit.block(worded(task.text, "strong" if task.is_critical else "label"))
        left = max(kit.margin, x - block.size.width / 2)
        rect = Rect(left, 0.0, block.size.width, block.ink_height)
        while blocking := [one.rect for one in placed if _meet(one.rect, rect)]:
            lowest = max(one.bottom for one in blocking)
            rect = Rect(rect.x, lowest + MARKER_GAP, rect.width, rect.height)
        placed.append(Marker(place + 1, block, rect, x))
    return placed


def _meet(one: Rect, other: Rect) -> bool:
    return one.grown(MARKER_GAP - 1).overlaps(other)
