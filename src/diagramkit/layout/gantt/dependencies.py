"""Which task waits for which: a line from the end of one to the beginning of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.figure.brush import LINE, Brush, Painted
from diagramkit.layout.gantt.rows import Row
from diagramkit.layout.graph.heads import with_head
from diagramkit.scene import NO_COLOR, Head, Paint

INSET = 6.0
"""From the beginning of a bar to the line that comes from above or from below."""
TURN = 3.0
"""The least way that a line goes on before it turns."""
HEAD = (5.0, 5.0)
"""Length and width of a head: rows are near each other."""


def paint_dependencies(
    brush: Brush, rows: Iterable[Row], rects: Mapping[int, Rect]
) -> Iterator[Painted]:
    """The lines between the bars of tasks, whose rooms are given by their numbers. They run below
    bars, and meet no words, which stand beside the field."""
    placed = list(rows)
    numbers = {row.task.id: row.number for row in placed}
    for row in placed:
        for name in dict.fromkeys(row.task.follows):
            number = numbers.get(name)
            if number is not None and number != row.number:
                key = f"after:{number}:{row.number}"
                is_diamond = row.task.is_milestone
                yield from _line(brush, key, rects[number], rects[row.number], is_diamond)


def _line(brush: Brush, key: str, first: Rect, then: Rect, is_diamond: bool) -> Iterator[Painted]:
    """A line from the end of a bar, level, then down or up to another."""
    x = then.center.x if is_diamond else then.x + min(INSET, then.width / 2)
    # A diamond reaches beyond its instant.
    beyond = first.right + TURN
    x = beyond if x < beyond <= then.right and not is_diamond else x
    end = Point(x, then.y if then.y > first.y else then.bottom)
    points = [Point(first.right, first.center.y), Point(x, first.center.y), end]
    if x <= first.right:
        points = [Point(x, first.bottom if then.y > first.y else first.y), end]
    look = brush.mode.edges.side
    line, head = with_head(points, "arrow", HEAD, 0.0)
    paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
    yield brush.mark(key, "side-edge", Path.polyline(line), paint, LINE)
    if isinstance(head, Head):
        outline, paint = head.outline, Paint(look.stroke)
        yield brush.mark(f"{key}:head", "side-edge-head", outline, paint, LINE)
