"""Boxes that are areas rather than boxes: the regions of sets, bands of flows, lanes."""

from __future__ import annotations

from diagramkit.color import difference, mixed
from diagramkit.geometry import Rect
from diagramkit.lint.parts import Drawn, Line, Shape, Words
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR

ROUND = 12
"""Points of an outline from which it is curved."""
_LEVEL, _BESIDE, _LONG = 1.0, 20.0, 4.0
"""How exactly lanes begin and end together, how far they are apart at most, in user units, and how
many times longer than wide they are at least."""


def is_round(shape: Shape) -> bool:
    """Whether the outline of a box is curved all around, as those of sets are."""
    return shape.box.outline is not None and len(shape.outline) >= ROUND


def is_area(item: Words | Shape | Line | Drawn) -> bool:
    """Whether a thing is a curved area without a border: its colour is a tint."""
    if isinstance(item, Shape):
        return is_round(item) and item.box.paint.stroke == NO_COLOR
    return isinstance(item, Drawn) and item.mark.paint.stroke == NO_COLOR


def is_tint(color: str, of: str, ground: str, most: float) -> bool:
    """Whether a colour is another one laid thinly over a ground, by at most so much difference."""
    over, full, under = (bytes.fromhex(one[1:]) for one in (color, of, ground))
    way = [b - a for a, b in zip(under, full, strict=True)]
    along = sum(step * (b - a) for step, a, b in zip(way, under, over, strict=True))
    whole = sum(step * step for step in way)
    share = along / whole if whole else 0.0
    return 0 < share < 1 and difference(color, mixed(of, share, ground)) <= most


def shared(sheet: Sheet, shape: Shape) -> bool:
    """Whether a round area is what two others have in common."""
    around = (
        other
        for other in sheet.shapes_at.near(shape.rect)
        if other is not shape and is_round(other) and other.rect.contains(shape.rect, _LEVEL)
    )
    return is_round(shape) and sum(1 for _ in around) > 1


def is_lane(sheet: Sheet, shape: Shape) -> bool:
    """Whether a box is a lane: long, holds others, and lies along one of its like."""
    if shape.box.role == "lane":
        return True
    room, is_level = shape.rect, shape.rect.width > shape.rect.height
    long, thin = max(room.size), min(room.size)
    return (
        shape.key in sheet.panels
        and long >= _LONG * thin
        and any(
            other is not shape and other.key in sheet.panels and _along(room, other.rect, is_level)
            for other in sheet.shapes_at.near(room, _BESIDE)
        )
    )


def _along(one: Rect, other: Rect, is_level: bool) -> bool:
    """Whether two rooms begin and end together, one beside the other."""
    if is_level:
        together = abs(one.x - other.x) + abs(one.right - other.right)
        apart = max(one.y, other.y) - min(one.bottom, other.bottom)
    else:
        together = abs(one.y - other.y) + abs(one.bottom - other.bottom)
        apart = max(one.x, other.x) - min(one.right, other.right)
    return together <= _LEVEL and -_LEVEL <= apart <= _BESIDE
