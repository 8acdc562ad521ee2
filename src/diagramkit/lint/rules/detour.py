"""A connector is longer than one and a half times the way between its boxes, and a shorter one is
free.

Why: a long line is read as something special, and takes the place of others.

Example: a line from the far side of a box around it to one that stands below.

Use instead: the side of each box that faces the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Point, Rect, length, simplified
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line
from diagramkit.lint.sheet import Sheet
from diagramkit.lint.ways import is_free, joining

SEVERITY: Severity = "style"
MOST, STUB = 1.5, 12.0
SIDES = ((0, -1), (1, 0), (0, 1), (-1, 0))
PORTS = (0.2, 0.5, 0.8)


def check(sheet: Sheet) -> Iterator[Fault]:
    """Try the simplest ways, with two bends at most, in place of each long connector."""
    for line in joining(sheet):
        start, end = _middles(sheet, line)
        direct = max(_steps(start, end), 1.0)
        full = _whole(start, line.connector.points, end)
        if full <= MOST * direct:
            continue
        shorter = (way for way in _simplest(line) if _whole(start, way, end) <= MOST * direct)
        if any(is_free(sheet, line, way) for way in shorter):
            message = f"{line.key} takes {full / direct:.1f} times the way between its boxes"
            yield Fault(message, (line.key,), line.rect)


def population(sheet: Sheet) -> int:
    """The connectors between boxes."""
    return len(joining(sheet))


def _middles(sheet: Sheet, line: Line) -> tuple[Point, Point]:
    """The middles of the boxes that a line joins; frames count from where they are nearest."""
    one, other = line.ends
    start, end = one.rect.center, other.rect.center
    return (
        _near(one.rect, end) if one.key in sheet.panels else start,
        _near(other.rect, start) if other.key in sheet.panels else end,
    )


def _whole(start: Point, way: Sequence[Point], end: Point) -> float:
    """How long a way is from the middle of a box to that of another."""
    return _steps(start, way[0]) + length(way) + _steps(way[-1], end)


def _near(rect: Rect, point: Point) -> Point:
    return Point(
        min(max(point.x, rect.x), rect.right),
        min(max(point.y, rect.y), rect.bottom),
    )


def _steps(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _simplest(line: Line) -> Iterator[list[Point]]:
    """The ways with two bends at most, between the middles of sides and places beside those."""
    one, other = (shape.rect for shape in line.ends)
    for (out_x, out_y), (in_x, in_y), first, last in product(SIDES, SIDES, PORTS, PORTS):
        start, end = _port(one, out_x, out_y, first), _port(other, in_x, in_y, last)
        corner = Point(end.x, start.y) if out_x else Point(start.x, end.y)
        ways = [[start, corner, end]]
        if bool(out_x) == bool(in_x):
            half = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
            bends = [Point(half.x, start.y), Point(half.x, end.y)]
            if out_y:
                bends = [Point(start.x, half.y), Point(end.x, half.y)]
            ways = [[start, *bends, end]]
        for way in ways:
            points = simplified(way)
            if len(points) > 1 and _leaves(points, out_x, out_y) and _enters(points, in_x, in_y):
                yield points


def _port(rect: Rect, dx: int, dy: int, share: float) -> Point:
    """The place at a share of the side of a rectangle that looks in a direction."""
    aside = share - 0.5
    x = rect.center.x + (dx / 2 if dx else aside) * rect.width
    y = rect.center.y + (dy / 2 if dy else aside) * rect.height
    return Point(x, y)


def _leaves(points: list[Point], dx: int, dy: int) -> bool:
    a, b = points[:2]
    return (b.x - a.x) * dx + (b.y - a.y) * dy >= STUB


def _enters(points: list[Point], dx: int, dy: int) -> bool:
    return _leaves(points[::-1], dx, dy)
