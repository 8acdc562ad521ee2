"""An arrowhead sits on a bend: the straight run into it is shorter than the head.

Why: the line seems to enter the head from the side, and the head to point past its box.

Example: a bend of radius 8 that ends 3 units before the border.

Use instead: a straight run of `edge.lead_corner` before the head.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Point, Rect, angle, simplified
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
SLACK, CORNER = 0.5, 30.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Measure the last stretch without a corner before each head."""
    for line in sheet.lines:
        points = simplified(line.connector.points)
        for end, path in ((line.start, points[::-1]), (line.end, points)):
            run = _run([*path[:-1], end.tip], line.connector.radius)
            if end.head and run < end.head - SLACK:
                message = f"{line.key} runs straight for {run:.1f} into a head of {end.head:.1f}"
                yield Fault(message, (line.key,), Rect(*end.tip, 0, 0).grown(end.head))


def _run(path: list[Point], radius: float) -> float:
    """From the last point back to where the last bend ends, or to the start."""
    total = 0.0
    for place in range(len(path) - 1, 0, -1):
        corner, after = path[place - 1], path[place]
        total += corner.distance(after)
        if place > 1 and angle(path[place - 2], corner, corner, after) > CORNER:
            return max(0.0, total - radius)
    return total
