"""The marks at the ends of relations: triangles, diamonds, rings and crow's feet.

A mark is drawn pointing along x with its tip at the origin and its body at negative x, then
turned and moved to the end of its line. Hollow marks need no fill: the line stops behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diagramkit.geometry import Path, Point
from diagramkit.layout.graph.heads import OVERLAP, with_head
from diagramkit.layout.graph.record import Mark, Relation
from diagramkit.mermaid.kinds.flowchart.model import Edge
from diagramkit.scene import Head
from diagramkit.theme.measures import Records
from diagramkit.theme.model import Theme

Command = tuple[str | float, ...]
Strokes = tuple[Command, ...]
STEP = 4.0
"""Between the two bars of exactly one, and from a crow's foot to its bar."""


def extent(mark: Mark, theme: Theme) -> tuple[float, float]:
    """Length and width of a mark in user units; both 0 for `none`."""
    if mark == "none":
        return 0.0, 0.0
    if mark == "arrow":
        length, width = theme.edge.head.main
        return length + theme.edge.tip_gap, width
    record = theme.record
    if mark == "triangle":
        return record.triangle
    if mark in {"diamond", "filled-diamond"}:
        return record.diamond
    if mark == "lollipop":
        # Half as large again as the ring of zero.
        return 1.5 * record.ring, 1.5 * record.ring
    return _foot_length(mark, record), record.foot[1]


def _foot_length(mark: Mark, record: Records) -> float:
    """The length of one of the marks that say how many."""
    foot = record.foot[0]
    lengths: dict[Mark, float] = {
        "one": record.bar + STEP,
        "zero-or-one": record.bar + STEP / 2 + record.ring,
        "one-or-more": foot + STEP,
        "zero-or-more": foot + record.ring,
    }
    return lengths[mark]


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
    length, filled = extent(mark, theme)[0], mark == "filled-diamond"
    stop = min(length - OVERLAP if filled else length, span)
    line = [*points[:-1], border.moved(-ahead.x * stop, -ahead.y * stop)]
    strokes = _MARKS[mark](theme.record, length)
    path = Path(tuple(_placed(stroke, border, ahead) for stroke in strokes))
    return line, Head(path, border, filled)


def _placed(stroke: Command, tip: Point, ahead: Point) -> Command:
    """A pen stroke turned to a direction and moved to a tip."""
    name, *values = stroke
    if name == "Z":
        return stroke
    *curve, x, y = (float(value) for value in values)
    place = (tip.x + x * ahead.x - y * ahead.y, tip.y + x * ahead.y + y * ahead.x)
    return (str(name), *curve, *place)


def _polygon(points: Sequence[tuple[float, float]]) -> Strokes:
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest), ("Z",))


def _triangle(record: Records, length: float) -> Strokes:
    half = record.triangle[1] / 2
    return _polygon([(-length, -half), (0.0, 0.0), (-length, half)])


def _diamond(record: Records, length: float) -> Strokes:
    half = record.diamond[1] / 2
    return _polygon([(0.0, 0.0), (-length / 2, half), (-length, 0.0), (-length / 2, -half)])


def _lollipop(_: Records, length: float) -> Strokes:
    return _ring(0, length)


def _one(record: Records, length: float) -> Strokes:
    return (*_stem(length), *_bar(record.bar, record), *_bar(length, record))


def _zero_or_one(record: Records, length: float) -> Strokes:
    near = length - record.ring
    return (*_stem(near), *_bar(record.bar, record), *_ring(near, record.ring))


def _one_or_more(record: Records, length: float) -> Strokes:
    return (*_stem(length), *_foot(record), *_bar(length, record))


def _zero_or_more(record: Records, length: float) -> Strokes:
    foot = length - record.ring
    return (*_stem(foot), *_foot(record), *_ring(foot, record.ring))


def _stem(length: float) -> Strokes:
    """The end of the line itself, which is solid here even where the line is dashed."""
    return (("M", 0.0, 0.0), ("L", -length, 0.0))


def _bar(distance: float, record: Records) -> Strokes:
    half = record.foot[1] / 2
    return (("M", -distance, -half), ("L", -distance, half))


def _foot(record: Records) -> Strokes:
    """The two outer toes; the stem is the middle one."""
    length, width = record.foot
    return (("M", 0.0, -width / 2), ("L", -length, 0.0), ("L", 0.0, width / 2))


def _ring(start: float, diameter: float) -> Strokes:
    """A circle whose near side is `start` behind the tip."""
    radius = diameter / 2
    near, far = -start, -start - diameter
    return (
        ("M", near, 0.0),
        ("A", radius, radius, 0, 0, 1, far, 0.0),
        ("A", radius, radius, 0, 0, 1, near, 0.0),
        ("Z",),
    )


_MARKS: dict[Mark, Callable[[Records, float], Strokes]] = {
    "triangle": _triangle,
    "diamond": _diamond,
    "filled-diamond": _diamond,
    "lollipop": _lollipop,
    "one": _one,
    "zero-or-one": _zero_or_one,
    "one-or-more": _one_or_more,
    "zero-or-more": _zero_or_more,
}
