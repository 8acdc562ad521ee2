"""Two icons overlap: small shapes without words, each drawn by an element of its own.

Why: one hides a part of the other, and neither can be told by its outline any more.

Example: the copies of a server's icon moved by less than its width.

Use instead: room between them. One `<g>` around what is a single icon; shapes in it may overlap,
as may circles, sheets of a stack and marks of data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.diagnostics import Severity
from diagramkit.geometry import crossing, sides
from diagramkit.index import Index
from diagramkit.lint.finding import Fault
from diagramkit.lint.icons import Icon, icons
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
_SLACK = 2.0
# One of two that is more than so many times smaller is a badge.
_UNLIKE = 4.0
# Alike ones of which more is shared are sheets of a stack.
_STACKED = 0.45
_STEP = 1.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at each icon with those near it."""
    if sheet.reading is None:
        return
    found = icons(sheet, sheet.reading)
    index = Index((icon.room, (order, icon)) for order, icon in enumerate(found))
    for order, icon in enumerate(found):
        for place, other in index.near(icon.room, -_SLACK):
            if place > order and _overlap(icon, other) and not _is_meant(icon, other, found):
                shared = icon.room.intersection(other.room)
                size = f"{shared.width:.1f} × {shared.height:.1f}"
                message = f"{icon.key} and {other.key}, without words, overlap by {size}"
                yield Fault(message, (icon.key, other.key), shared)


def _overlap(icon: Icon, other: Icon) -> bool:
    """Whether two icons have a part in common, and neither holds the other."""
    one, two = icon.room, other.room
    if one.contains(two, _SLACK) or two.contains(one, _SLACK):
        return False
    return min(one.intersection(two).size) > _SLACK and any(
        crossing(a, b, c, d)
        for outline in icon.outlines
        for against in other.outlines
        for a, b in sides(outline)
        for c, d in sides(against)
    )


def _is_meant(icon: Icon, other: Icon, all_icons: Sequence[Icon]) -> bool:
    """Whether a picture is made of both: a badge on an icon, sets, a stack, a row of overlapping
    ones, or a shape put together from unlike ones."""
    small, large = sorted((icon.area, other.area))
    if large > _UNLIKE * small or (icon.is_round and other.is_round):
        return True
    if icon.look != other.look:
        return not (icon.is_group and other.is_group)
    shared = icon.room.intersection(other.room)
    return shared.width * shared.height > _STACKED * small or _goes_on(icon, other, all_icons)


def _goes_on(icon: Icon, other: Icon, all_icons: Sequence[Icon]) -> bool:
    """Whether a third one follows two at the same distance."""
    dx, dy = other.room.x - icon.room.x, other.room.y - icon.room.y
    return any(
        abs(third.room.x - at.room.x - dx * way) + abs(third.room.y - at.room.y - dy * way) <= _STEP
        for third in all_icons
        if third.look == icon.look
        for at, way in ((other, 1), (icon, -1))
    )
