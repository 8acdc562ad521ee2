"""A connector runs out to a side and back again though nothing is in its way.

Why: so long a way round says that there is something to be avoided.

Example: a line from a box to the one below it that runs around its own label.

Use instead: the straight way, with the label beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Point, Rect, segments
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet
from diagramkit.lint.ways import is_free, joining, turns

SEVERITY: Severity = "style"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look for a free way without the excursion in each connector that makes one."""
    for line in joining(sheet):
        points = turns(line)
        for place in range(len(points) - 5):
            part = points[place : place + 6]
            if not _turns_back(part):
                continue
            ways = ([*points[:place], *way, *points[place + 6 :]] for way in _shorter(part))
            if any(is_free(sheet, line, way) for way in ways):
                message = f"{line.key} runs out to a side and back around nothing"
                yield Fault(message, (line.key,), Rect.bounding(part[1:5]))
                break


def population(sheet: Sheet) -> int:
    """The connectors between boxes."""
    return len(joining(sheet))


def _turns_back(part: list[Point]) -> bool:
    """Whether the second and the fourth of five legs are opposed and the others run one way."""
    steps = [(b.x - a.x, b.y - a.y) for a, b in segments(part)]
    on, out, along, back, off = steps
    return _same(on, along) and _same(along, off) and _opposed(out, back)


def _same(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] * b[0] + a[1] * b[1] > 0 and abs(a[0] * b[1] - a[1] * b[0]) < 1


def _opposed(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] * b[0] + a[1] * b[1] < 0


def _shorter(part: list[Point]) -> Iterator[list[Point]]:
    """The same way with one step to the side at most, early or late."""
    first, out, _, back, returned, last = part
    if first.x == out.x:
        yield [first, out, Point(last.x, out.y), last]
        yield [first, Point(first.x, back.y), returned, last]
    else:
        yield [first, out, Point(out.x, last.y), last]
        yield [first, Point(back.x, first.y), returned, last]
