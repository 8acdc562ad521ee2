"""A connector ends away from the box that it points at, or inside it.

Why: a line that stops in the air leaves open what it joins; a head that stabs into the box hides
its border and looks like a slip.

The border is the one that is painted: of a diamond, not of the rectangle around it. A gap of a
few units before a head is meant, and no fault.

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


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at both ends of each connector."""
    for line in sheet.lines:
        for end, which in ((line.start, "starts"), (line.end, "ends")):
            yield from _fault(sheet, line, end, which)


def _fault(sheet: Sheet, line: Line, end: End, which: str) -> Iterator[Fault]:
    shape = end.shape
    if shape is None:
        return
    distance, within = shape.distance(end.tip), shape.holds(end.tip)
    if distance > (DEPTH if within else GAP):
        where = "inside" if within else "away from"
        message = f"{line.key} {which} {distance:.1f} {where} {sheet.name(shape)}"
        yield Fault(message, (line.key, shape.key), Rect(*end.tip, 0, 0).grown(GAP))
