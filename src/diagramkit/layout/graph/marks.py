"""The marks at the ends of relations: triangles, diamonds, rings and crow's feet.

A mark is drawn pointing along x with its tip at the origin and its body at negative x, then
turned and moved to the end of its line. Hollow marks need no fill: the line stops behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Path, Point
from diagramkit.layout.graph.heads import with_head
from diagramkit.layout.graph.record import Mark, Relation
from diagramkit.mermaid.kinds.flowchart.model import Edge
from diagramkit.scene import Head
from diagramkit.theme.measures import Records
from diagramkit.theme.model import Theme

Command = tuple[str | float, ...]
STEP = 4.0
"""Between the two bars of exactly one, and from a crow's foot to its bar."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A mark before it is moved to its place: how long it is, how far from its tip the line
    stops, its pen strokes, and whether it is filled."""

    length: float
    stop: float
    strokes: tuple[Command, ...]
    filled: bool = False


def extent(mark: Mark, theme: Theme) -> tuple[float, float]:
    """Length and width of a mark in user units; both 0 for `none`."""
    if mark == "none":
        return 0.0, 0.0
    if mark == "arrow":
        length, width = theme.edge.head.main
        return length + theme.edge.tip_gap, width
    record = theme.record
    widths = {"triangle": record.triangle[1], "lollipop": _ball(record)}
    widths |= {"diamond": record.diamond[1], "filled-diamond": record.diamond[1]}
    return _MARKS[mark](record).length, widths.get(mark, record.foot[1])


def with_end(
    points: list[Point], edge: Edge, *, tail: bool, size: tuple[float, float], theme: Theme
) -> tuple[list[Point], Head | None]:
    """Put what an edge has at its tail, or at its head, at the last point of a line: the line,
    shortened to where it meets the mark, and the mark. `size` is that of an arrowhead."""
    kind = edge.tail if tail else edge.head
    if isinstance(edge, Relation):
        mark = edge.tail_mark if tail else edge.head_mark
        if mark in _MARKS:
            return _with_mark(points, mark, theme)
        kind = "arrow" if mark == "arrow" else "none"
    return with_head(points, kind, size, theme.edge.tip_gap)


def _with_mark(points: list[Point], mark: Mark, theme: Theme) -> tuple[list[Point], Head | None]:
    """A line with a mark that touches the border."""
    before, border = points[-2], points[-1]
    span = before.distance(border)
    if not span:
        return points, None
    ahead = Point((border.x - before.x) / span, (border.y - before.y) / span)
    drawing = _MARKS[mark](theme.record)
    stop = min(drawing.stop, span)
    line = [*points[:-1], border.moved(-ahead.x * stop, -ahead.y * stop)]
    path = Path(tuple(_placed(stroke, border, ahead) for stroke in drawing.strokes))
    return line, Head(path, border, drawing.filled)


def _placed(stroke: Command, tip: Point, ahead: Point) -> Command:
    """A pen stroke turned to a direction and moved to a tip."""
    name, *values = stroke
    if name == "Z":
        return stroke
    *curve, x, y = (float(value) for value in values)
    place = (tip.x + x * ahead.x - y * ahead.y, tip.y + x * ahead.y + y * ahead.x)
    return (str(name), *curve, *place)


def _polygon(points: Sequence[tuple[float, float]]) -> tuple[Command, ...]:
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest), ("Z",))


def _triangle(record: Records) -> _Drawing:
    length, width = record.triangle
    corners = [(-length, -width / 2), (0.0, 0.0), (-length, width / 2)]
    return _Drawing(length, length, _polygon(corners))


def _diamond(record: Records) -> _Drawing:
    length, width = record.diamond
    middle = -length / 2
    corners = [(0.0, 0.0), (middle, width / 2), (-length, 0.0), (middle, -width / 2)]
    return _Drawing(length, length, _polygon(corners))


def _filled_diamond(record: Records) -> _Drawing:
    hollow = _diamond(record)
    return _Drawing(hollow.length, hollow.stop - 1, hollow.strokes, True)


def _ball(record: Records) -> float:
    """The diameter of a provided interface: half as large again as the ring of zero."""
    return 1.5 * record.ring


def _lollipop(record: Records) -> _Drawing:
    return _Drawing(_ball(record), _ball(record), _ring(0, _ball(record)))


def _one(record: Records) -> _Drawing:
    second = record.bar + STEP
    strokes = (*_stem(second), *_bar(record.bar, record), *_bar(second, record))
    return _Drawing(second, second, strokes)


def _zero_or_one(record: Records) -> _Drawing:
    end = record.bar + STEP / 2 + record.ring
    near = end - record.ring
    strokes = (*_stem(near), *_bar(record.bar, record), *_ring(near, record.ring))
    return _Drawing(end, end, strokes)


def _one_or_more(record: Records) -> _Drawing:
    bar = record.foot[0] + STEP
    return _Drawing(bar, bar, (*_stem(bar), *_foot(record), *_bar(bar, record)))


def _zero_or_more(record: Records) -> _Drawing:
    length = record.foot[0]
    strokes = (*_stem(length), *_foot(record), *_ring(length, record.ring))
    return _Drawing(length + record.ring, length + record.ring, strokes)


def _stem(length: float) -> tuple[Command, ...]:
    """The end of the line itself, which is solid here even where the line is dashed."""
    return (("M", 0.0, 0.0), ("L", -length, 0.0))


def _bar(distance: float, record: Records) -> tuple[Command, ...]:
    half = record.foot[1] / 2
    return (("M", -distance, -half), ("L", -distance, half))


def _foot(record: Records) -> tuple[Command, ...]:
    """The two outer toes; the stem is the middle one."""
    length, width = record.foot
    return (("M", 0.0, -width / 2), ("L", -length, 0.0), ("L", 0.0, width / 2))


def _ring(start: float, diameter: float) -> tuple[Command, ...]:
    """A circle whose near side is `start` behind the tip."""
    radius = diameter / 2
    near, far = -start, -start - diameter
    return (
        ("M", near, 0.0),
        ("A", radius, radius, 0, 0, 1, far, 0.0),
        ("A", radius, radius, 0, 0, 1, near, 0.0),
        ("Z",),
    )


_MARKS: dict[Mark, Callable[[Records], _Drawing]] = {
    "triangle": _triangle,
    "diamond": _diamond,
    "filled-diamond": _filled_diamond,
    "lollipop": _lollipop,
    "one": _one,
    "zero-or-one": _zero_or_one,
    "one-or-more": _one_or_more,
    "zero-or-more": _zero_or_more,
}
