"""A connector ends away from the box that it points at, or inside it.

Why: a line that stops in the air leaves open what it joins; a head that stabs into the box hides
its border and looks like a slip.

The border is the one that is painted: of a diamond, not of the rectangle around it. A gap of a
few units before a head is meant, and no fault.

Example: a line to the middle of the top of the rectangle around a hexagon turned on its tip.

Use instead: an end on the outline, or a few units short of it with a head.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import End, Line, Sheet

GAP, DEPTH = 3.0, 1.5


def check(sheet: Sheet) -> Iterator[Fault]:
    for line in sheet.lines:
        for end, which in ((line.start, "starts"), (line.end, "ends")):
            fault = _fault(sheet, line, end, which)
            if fault:
                yield fault


def _fault(sheet: Sheet, line: Line, end: End, which: str) -> Fault | None:
    shape = end.shape
    if shape is None:
        return None
    distance = shape.distance(end.tip)
    within = shape.holds(end.tip)
    if distance <= (DEPTH if within else GAP):
        return None
    where = "inside" if within else "away from"
    message = f"{line.key} {which} {distance:.1f} {where} {sheet.name(shape)}"
    return Fault(message, (line.key, shape.key), Rect(*end.tip, 0, 0).grown(GAP))
