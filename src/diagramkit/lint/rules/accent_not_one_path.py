"""Accent lines and boxes make more paths than `budget.accent_paths`; boxes without lines are none.

Why: accent is for the critical path; nobody can follow one whose parts do not touch each other.

Example: a red line from the first box to the second, another one from the fourth to the fifth.

Use instead: accent for the boxes of one path and the lines between them, primary for the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.index import Index
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import is_accent
from diagramkit.lint.parts import Line, Shape
from diagramkit.lint.sheet import Sheet
from diagramkit.lint.ways import joining

SEVERITY: Severity = "warning"
TOUCH = 4.0
"""How near accent things are that touch each other, in user units."""


def check(sheet: Sheet) -> Iterator[Fault]:
    """Count the connected parts of what is accent: boxes by their border, and lines."""
    if sheet.reading is None:
        return
    accent = sheet.theme.mode(sheet.scene.mode).accent
    tinted = {line for line in sheet.lines if is_accent(line.connector.paint.stroke, accent)}
    if not tinted:
        return
    boxes = [shape for shape in sheet.shapes if is_accent(shape.box.paint.stroke, accent)]
    lines = [line for line in joining(sheet) if line in tinted]
    between = [line for line in sheet.lines if line not in lines and _joins(line, boxes)]
    parts = _parts(boxes, [*lines, *between])
    most = sheet.theme.budget.accent_paths
    if lines and len(parts) > most:
        items = [item for part in parts for item in part]
        room = Rect.bounding(point for item in items for point in _room(item).corners)
        message = f"what is accent makes {len(parts)} paths that do not touch, more than {most}"
        keys = tuple(part[0].key for part in parts)
        yield Fault(message, keys, room, len(parts), f"at most {most}")


def _joins(line: Line, boxes: list[Shape]) -> bool:
    """Whether a line leads from one of the boxes to another."""
    return all(shape in boxes for shape in (line.start.shape, line.end.shape))


def _parts(boxes: list[Shape], lines: list[Line]) -> list[list[Shape | Line]]:
    """What touches each other, together."""
    items: list[Shape | Line] = [*boxes, *lines]
    by_place = Index((_room(item), item) for item in items)
    parts, seen = [], set[str]()
    for item in items:
        part, waiting = [], [item]
        while waiting:
            one = waiting.pop()
            if one.key not in seen:
                seen.add(one.key)
                part.append(one)
                near = by_place.near(_room(one), TOUCH)
                waiting += [other for other in near if _touch(one, other)]
        parts += [part] if part else []
    return parts


def _touch(one: Shape | Line, other: Shape | Line) -> bool:
    if isinstance(one, Line) and isinstance(other, Line):
        if any(shape and shape in other.ends for shape in one.ends):
            return True
        ends = [one.start.tip, one.end.tip]
        return any(a.distance(b) <= TOUCH for a in ends for b in (other.start.tip, other.end.tip))
    if isinstance(one, Shape) and isinstance(other, Shape):
        return one.rect.distance(other.rect) <= TOUCH
    line, shape = (one, other) if isinstance(one, Line) else (other, one)
    assert isinstance(line, Line)
    assert isinstance(shape, Shape)
    return shape in line.ends or any(
        shape.distance(end.tip) <= TOUCH or shape.holds(end.tip) for end in (line.start, line.end)
    )


def _room(item: Shape | Line) -> Rect:
    if isinstance(item, Shape):
        return item.rect
    ends = (corner for shape in item.ends for corner in shape.rect.corners)
    return Rect.bounding((*item.connector.points, *ends))
