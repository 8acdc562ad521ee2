"""A connector ends away from the box or the mark that it points at, or inside it.

Why: a line that stops in the air leaves open what it joins; a head that stabs into the box hides
its border and looks like a slip.

The border is the one that is painted: of a diamond, not of the rectangle around it. A gap of a
few units before a head is meant, and no fault; so is a line without a head that ends inside, as
leaders do. Marks are what a message of a sequence diagram
meets: a life line for as long as it lives, or a bar on it.

Example: a head at the top right corner of the rectangle around a diamond.

Use instead: an end on the outline, or a head a few units short of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import End, Line
from diagramkit.lint.sheet import Sheet

GAP, DEPTH = 3.0, 3.0
# Of a line that does not say what it joins: many draw by hand with a gap at both ends.
GUESSED_GAP = 8.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at both ends of each connector."""
    for line in sheet.lines:
        for end, which in ((line.start, "starts"), (line.end, "ends")):
            yield from _fault(sheet, line, end, which)


def _fault(sheet: Sheet, line: Line, end: End, which: str) -> Iterator[Fault]:
    thing = end.shape or end.mark
    if thing is None:
        return
    distance, within = _off(end)
    if within and is_leader(line, end):
        return
    said = line.connector.source if which == "starts" else line.connector.target
    if distance > (DEPTH if within else GAP if said else GUESSED_GAP):
        where = "inside" if within else "away from"
        message = f"{line.key} {which} {distance:.1f} {where} {sheet.name(thing)}"
        yield Fault(message, (line.key, thing.key), Rect(*end.tip, 0, 0).grown(GAP))


def is_leader(line: Line, end: End) -> bool:
    """Whether a line shows what it means by ending inside of it."""
    said = line.connector.source if end is line.start else line.connector.target
    return not (said or end.head)


def _off(end: End) -> tuple[float, bool]:
    """How far an end is from the border of what it meets, and whether it is inside."""
    if end.shape:
        return end.shape.distance(end.tip), end.shape.holds(end.tip)
    assert end.mark
    room, (x, y) = end.mark.ink, end.tip
    depth = min(x - room.x, room.right - x, y - room.y, room.bottom - y)
    return (depth, True) if depth > 0 else (room.distance(Rect(x, y, 0, 0)), False)
