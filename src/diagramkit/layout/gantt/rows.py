"""The rows of a Gantt chart: tasks below the titles of their sections."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.charts.chart import worded
from diagramkit.layout.figure.brush import BODY, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.gantt.model import Gantt, Section, Task
from diagramkit.scene import Anchor, Box, Paint

ROW = 20.0
"""Height of a row of one line."""
APART = 6.0
"""The least distance between the bars of two rows."""
HEADER = 22.0
"""Height of the row of a section's title."""
AIR = 4.0
"""Above and below the words of a row together."""
INDENT = 12.0
"""Of the words of tasks below the title of their section."""
WRAP = 1.4
"""The widest words of a row, in widths of a line in a box."""
LEAST = 3.0
"""The least width of a bar."""
DIAMOND = 7.0
"""Half the width of a milestone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A task, its words, where its row begins below the title of its section and how high that is;
    `number` counts all tasks from 1."""

    number: int
    task: Task
    words: Label
    height: float
    top: float = 0.0

    @property
    def middle(self) -> float:
        """The middle of the row below the title of its section."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its rows; without a title `header` is 0."""

    title: Label
    header: float
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """The height of all of it."""
        return self.header + max((row.top + row.height for row in self.rows), default=0.0)


def parts_of(chart: Gantt, kit: Kit) -> list[Part]:
    """The sections that have rows; markers have none."""
    numbers = {id(task): place + 1 for place, task in enumerate(chart.tasks)}
    parts = [_part(section, numbers, kit, chart.is_compact) for section in chart.sections]
    return [part for part in parts if part.rows]


def _part(section: Section, numbers: dict[int, int], kit: Kit, is_compact: bool) -> Part:
    title = kit.block(worded(section.title, "group"), WRAP * kit.theme.box.wrap)
    header = title.size.height + HEADER - kit.style("group").line if title.lines else 0.0
    rows: list[Row] = []
    top = 0.0
    for task in section.tasks:
        if task.is_marker:
            continue
        kind = "strong" if task.is_critical or task.is_active else "label"
        wrap = math.inf if is_compact else WRAP * kit.theme.box.wrap
        words = kit.block(worded(task.text, kind), wrap)  # type: ignore[arg-type]
        height = max(ROW, words.size.height + AIR)
        rows.append(Row(numbers[id(task)], task, words, height, top))
        top += height
    return Part(title, header, tuple(rows))


def room_of(row: Row, start: float, end: float, middle: float, bar: float) -> Rect:
    """The room of the bar of a task from `start` to `end`, or of its diamond, at a height."""
    if row.task.is_milestone:
        at = Point((start + end) / 2, middle)
        return Rect(at.x - DIAMOND, at.y - DIAMOND, 2 * DIAMOND, 2 * DIAMOND)
    return Rect(start, middle - bar / 2, max(LEAST, end - start), bar)


def paint_task(brush: Brush, row: Row, rect: Rect) -> Iterator[Painted]:
    """The bar of a task, or its diamond, in its room."""
    task = row.task
    key, paint = f"task:{row.number}", _paint(brush, task)
    role = f"task-{state(task)}"
    if task.is_milestone:
        corners = [
            rect.center.moved(*by)
            for by in ((0, -DIAMOND), (DIAMOND, 0), (0, DIAMOND), (-DIAMOND, 0))
        ]
        outline = Path.polygon(corners)
        yield Painted(BODY, Box(key, role, rect, paint, outline=outline, link=task.link or ""))
        return
    radius = min(brush.theme.box.note_radius, rect.width / 2)
    yield Painted(BODY, Box(key, role, rect, paint, radius, link=task.link or ""))


def state(task: Task) -> str:
    """What a task is drawn as."""
    how = "active" if task.is_active else "done" if task.is_done else "planned"
    if not task.is_critical:
        return how
    return "critical" if how == "planned" else f"critical-{how}"


def _paint(brush: Brush, task: Task) -> Paint:
    """Outlines; filled where a task is under way, filled pale where it is done."""
    roles = brush.mode.roles
    look = roles.accent if task.is_critical else roles.primary
    if task.is_active or (task.is_milestone and not task.is_done):
        return Paint(look.stroke, look.stroke, look.stroke_width)
    if task.is_done:
        pale = brush.ink("border")
        return Paint(pale, look.stroke if task.is_critical else pale, look.stroke_width)
    return Paint(look.fill, look.stroke, look.stroke_width)


def paint_words(
    brush: Brush, row: Row, x: float, middle: float, anchor: Anchor = "start"
) -> Iterator[Painted]:
    """The words of a task in its row; muted where it is done, unless they stand in its bar."""
    at = Point(x, middle - row.words.ink_height / 2)
    is_quiet = (row.task.is_done and anchor != "middle") or row.task.is_critical
    color = None if is_quiet else brush.ink("text")
    yield from brush.block(f"text:task:{row.number}", "", row.words, at, anchor, color=color)
