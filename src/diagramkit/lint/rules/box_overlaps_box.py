"""Two boxes overlap, or a group does not hold what is in it and nothing else.

Why: boxes that overlap hide each other, and say that the two things are partly the same. A box
that sticks out of its group, or stands in a foreign one, says something wrong.

Example: a box that grew with its words over its neighbour.

Use instead: room between them; a group as large as its members. Round areas that no line leads
to may overlap: they are sets, and what they share is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import crossing, sides
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Shape
from diagramkit.lint.regions import is_round
from diagramkit.lint.sheet import Sheet

SLACK = 1.0
# How far the sheets of a stack are apart at most.
SHEETS = 14.0
# How wide a badge on the border of a box is at most.
BADGE = 32.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at each box with its group, and with the boxes near it."""
    alone = {shape for shape in sheet.shapes if is_round(shape)} - {
        shape for line in sheet.painted_lines for shape in line.ends
    }
    for shape in sheet.shapes:
        owner = sheet.shape_of.get(shape.box.owner)
        if owner and not owner.rect.contains(shape.rect, SLACK):
            message = f"{sheet.name(shape)} sticks out of its group {sheet.name(owner)}"
            yield Fault(message, (shape.key, owner.key), shape.rect)
        for other in sheet.shapes_at.near(shape.rect, -SLACK):
            are_sets = shape in alone and other in alone
            if other.order > shape.order and not are_sets and _clash(sheet, shape, other):
                shared = shape.rect.intersection(other.rect)
                message = (
                    f"{sheet.name(shape)} and {sheet.name(other)} overlap by "
                    f"{shared.width:.1f} × {shared.height:.1f}"
                )
                yield Fault(message, (shape.key, other.key), shared)


def _clash(sheet: Sheet, shape: Shape, other: Shape) -> bool:
    if not shape.rect.grown(-SLACK).overlaps(other.rect):
        return False
    if _is_stack(shape, other) or _is_badge(other, shape):
        return False
    if other.key in sheet.owners(shape) or shape.key in sheet.owners(other):
        return False
    for outer, inner in ((shape, other), (other, shape)):
        if _within(inner, outer):
            # Who is in the group is known, and this one is not.
            return outer.key in sheet.declared_frames
    plain = shape.box.outline is None and other.box.outline is None
    return plain or _outlines_meet(shape, other)


def _is_stack(shape: Shape, other: Shape) -> bool:
    """Whether two boxes are sheets of one stack: alike, a few units apart."""
    one, two = shape.rect, other.rect
    alike = shape.box.paint == other.box.paint and abs(one.width - two.width) < SLACK
    near = max(abs(one.x - two.x), abs(one.y - two.y)) <= SHEETS
    return alike and near and shape.opaque and abs(one.height - two.height) < SLACK


def _is_badge(badge: Shape, shape: Shape) -> bool:
    """Whether a small round box stands on the border of another one, painted over it."""
    width, height = badge.rect.size
    is_small = max(width, height) <= BADGE and abs(width - height) < SLACK and is_round(badge)
    center, room = badge.rect.center, shape.rect
    near = min(width / 2, min(room.size) / 4)
    return is_small and badge.opaque and shape.distance(center) <= near


def _within(inner: Shape, outer: Shape) -> bool:
    if not outer.rect.contains(inner.rect, SLACK):
        return False
    return outer.box.outline is None or all(map(outer.holds, inner.outline))


def _outlines_meet(shape: Shape, other: Shape) -> bool:
    return any(
        crossing(a, b, c, d) for a, b in sides(shape.outline) for c, d in sides(other.outline)
    )
