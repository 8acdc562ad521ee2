"""Tasks of a section in as few rows as keep their bars and words apart (`displayMode: compact`).

Words stand in their bar where they fit it, else right of it, else left of it; a task goes to the
first row that is free there, as in Mermaid by the times at which tasks begin.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from diagramkit.geometry import Rect
from diagramkit.layout.gantt.rows import ROW, Part, Row, room_of
from diagramkit.mermaid.kinds.gantt.model import Instant
from diagramkit.scene import Anchor

PADDING, BESIDE, APART = 6.0, 6.0, 8.0
"""Between words and the ends of the bar that they stand in, from a bar to words beside it, and
from those to the next task in a row."""
TOUCH = 0.5
"""Bars of a row may meet: a task often begins when another ends."""


class Side(NamedTuple):
    """Where the words of a task stand, and what of its row bar and words take together."""

    x: float
    anchor: Anchor
    start: float
    end: float


def packed(part: Part, field: Rect, start: Instant, end: Instant) -> Part:
    """A section whose tasks share rows, with its title beside the first of them."""
    taken: list[list[Side]] = []
    tops: dict[int, float] = {}
    for row in sorted(part.rows, key=lambda row: (row.task.start, row.number)):
        side = side_of(row, _bar(row, field, start, end), field)
        free = (
            place for place, lane in enumerate(taken) if not any(_meet(side, one) for one in lane)
        )
        place = next(free, len(taken))
        if place == len(taken):
            taken.append([])
        taken[place].append(side)
        tops[row.number] = place * ROW
    rows = tuple(replace(row, top=tops[row.number], height=ROW) for row in part.rows)
    return Part(part.title, 0.0, rows)


def side_of(row: Row, bar: Rect, field: Rect) -> Side:
    """Where the words of a task stand whose bar is given."""
    width, task = row.words.size.width, row.task
    if width + 2 * PADDING <= bar.width and not (task.is_active or task.is_milestone):
        return Side(bar.center.x, "middle", bar.x, bar.right)
    after, before = bar.right + BESIDE, bar.x - BESIDE
    if after + width > field.right and before - width >= field.x:
        return Side(before, "end", before - width - APART, bar.right)
    return Side(after, "start", bar.x, after + width + APART)


def words_end(row: Row, field: Rect, start: Instant, end: Instant) -> float:
    """How far right a task reaches with its words and what is kept beside them."""
    return side_of(row, _bar(row, field, start, end), field).end


def _bar(row: Row, field: Rect, start: Instant, end: Instant) -> Rect:
    ends = [
        field.x + (at - start) / (end - start) * field.width
        for at in (row.task.start, row.task.shown_end)
    ]
    return room_of(row, ends[0], ends[1], 0.0, 0.0)


def _meet(one: Side, other: Side) -> bool:
    return one.start < other.end - TOUCH and other.start < one.end - TOUCH
