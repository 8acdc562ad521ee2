"""Which task waits for which: a line from the end of one to the beginning of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

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
LEVEL = HEAD[0] + TURN
"""The least way into the side of a bar."""
MOST = 40
"""A line past more bars than this runs straight."""
Way = list[Point]


def paint_dependencies(
    brush: Brush, rows: Iterable[Row], rects: Mapping[int, Rect]
) -> Iterator[Painted]:
    """The lines between the bars of tasks, whose rooms are given by their numbers. They meet no
    words, which stand beside the field, and go round the bars between where there is a way."""
    placed = list(rows)
    numbers = {row.task.id: row.number for row in placed}
    for row in placed:
        for name in dict.fromkeys(row.task.follows):
            number = numbers.get(name)
            if number is not None and number != row.number:
                key = f"after:{number}:{row.number}"
                is_diamond = row.task.is_milestone
                first, then = rects[number], rects[row.number]
                # A line that marks a date has no bar.
                inner = _between(number, row.number)
                between = [rects[each] for each in inner if each in rects]
                way = _way(first, then, between, is_diamond)
                yield from _line(brush, key, way)


def _between(one: int, other: int) -> range:
    """The numbers of the tasks between two, none where those are many."""
    low, high = sorted((one, other))
    return range(low + 1, high if high - low <= MOST else low + 1)


def _way(first: Rect, then: Rect, between: Sequence[Rect], is_diamond: bool) -> Way:
    """The first of the ways from a bar to another that passes below the fewest bars."""
    plain = _plain(first, then, is_diamond)
    if not any(map(_crossed(plain), between)):
        return plain
    ways = [plain, *_sideways(first, then), *([] if is_diamond else _inside(first, then))]
    return min(ways, key=lambda way: sum(map(_crossed(way), between)))


def _crossed(way: Way) -> Callable[[Rect], bool]:
    """Whether a bar stands in a way."""
    legs = [Rect.bounding(leg).grown(1.0) for leg in pairwise(way)]
    return lambda bar: any(leg.overlaps(bar) for leg in legs)


def _sideways(first: Rect, then: Rect) -> Iterator[Way]:
    """Ways into the left side of a bar: after the end of the first, or from below its end."""
    side = Point(then.x, then.center.y)
    start = first.right, first.center.y
    for x in (then.x - LEVEL, (first.right + then.x) / 2, first.right + TURN):
        if first.right + TURN <= x <= then.x - LEVEL:
            yield [Point(*start), Point(x, start[1]), Point(x, side.y), side]
    x = min(first.right - TURN, then.x - LEVEL)
    if x >= first.x + TURN:
        edge = first.bottom if then.y > first.y else first.y
        yield [Point(x, edge), Point(x, side.y), side]


def _inside(first: Rect, then: Rect) -> Iterator[Way]:
    """Ways to other places of a bar's top or bottom."""
    y = then.y if then.y > first.y else then.bottom
    for share in (0.25, 0.5, 0.75):
        x = then.x + share * then.width
        if x >= first.right + TURN:
            yield [Point(first.right, first.center.y), Point(x, first.center.y), Point(x, y)]


def _plain(first: Rect, then: Rect, is_diamond: bool) -> Way:
    """From the end of a bar, level, then down or up to another."""
    x = then.center.x if is_diamond else then.x + min(INSET, then.width / 2)
    # A diamond reaches beyond its instant.
    beyond = first.right + TURN
    x = beyond if x < beyond <= then.right and not is_diamond else x
    end = Point(x, then.y if then.y > first.y else then.bottom)
    if x <= first.right:
        return [Point(x, first.bottom if then.y > first.y else first.y), end]
    return [Point(first.right, first.center.y), Point(x, first.center.y), end]


def _line(brush: Brush, key: str, points: Way) -> Iterator[Painted]:
    look = brush.mode.edges.side
    line, head = with_head(points, "arrow", HEAD, 0.0)
    paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
    yield brush.mark(key, "side-edge", Path.polyline(line), paint, LINE)
    if isinstance(head, Head):
        outline, paint = head.outline, Paint(look.stroke)
        yield brush.mark(f"{key}:head", "side-edge-head", outline, paint, LINE)
