"""A connector runs through the inside of a box.

Why: a line that goes in at one side and out at the other says that the box is part of the way,
which it is not. A group is a box here, too, unless one of the line's ends is in it. So are the
line's own boxes: it ends at their border.

Example: an edge over two ranks, straight through the box between them.

Use instead: a way around, or another order of the boxes.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Point, Rect, segments, stretches_inside
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Line, Shape, Sheet

# A tip may touch the border, and a line may graze it.
DEPTH, LENGTH = 1.0, 3.0


def check(sheet: Sheet) -> Iterator[Fault]:
    for line in sheet.lines:
        allowed = sheet.entered(line)
        for shape in sheet.shapes_at.near(line.rect):
            if shape.key in allowed:
                continue
            inside = _inside(line, shape)
            length = sum(a.distance(b) for a, b in inside)
            if length > LENGTH:
                own = "its own box " if shape in line.ends else ""
                message = f"{line.key} runs through {own}{sheet.name(shape)} for {length:.1f}"
                place = Rect.bounding(point for part in inside for point in part)
                yield Fault(message, (line.key, shape.key), place)


def _inside(line: Line, shape: Shape) -> list[tuple[Point, Point]]:
    room = shape.rect.grown(-DEPTH)
    pieces = (room.clip(a, b) for a, b in segments(line.path))
    found: list[tuple[Point, Point]] = []
    for piece in pieces:
        if piece and shape.box.outline:
            found.extend(stretches_inside(*piece, shape.outline))
        elif piece:
            found.append(piece)
    return found
