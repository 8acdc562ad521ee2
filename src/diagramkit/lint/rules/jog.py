"""A connector steps aside by less than `edge.jog` between two parallel stretches.

Why: so small a step looks like a slip of the hand, and says nothing. A curve has no steps: only
corners count.

Example: a line down, 5 units to the right, and on down.

Use instead: a port or a box moved by the width of the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect, angle, simplified
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
SLACK, PARALLEL, CORNER = 0.01, 5.0, 30.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at each stretch that has a stretch before and after it."""
    least = sheet.theme.edge.jog
    for line in sheet.lines:
        source = sheet.reading.sources.get(line.key) if sheet.reading else None
        if source and "curved" in source.effects:
            continue
        points = simplified(line.connector.points)
        for a, b, c, d in zip(points, points[1:], points[2:], points[3:], strict=False):
            step = b.distance(c)
            corner = angle(a, b, b, c) > CORNER
            if SLACK < step < least - SLACK and corner and angle(a, b, c, d) < PARALLEL:
                message = f"{line.key} steps aside by {step:.1f}, less than {least:g}"
                yield Fault(message, (line.key,), Rect.between(b, c))
