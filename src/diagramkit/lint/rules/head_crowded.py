"""An arrowhead sits on a bend: the straight run into it is shorter than the head.

Why: the line seems to enter the head from the side, and the head to point past its box.

Example: a bend of radius 8 that ends 3 units before the border.

Use instead: a straight run of `edge.lead_corner` before the head.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Point, Rect, simplified
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import End, Line
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Measure the last straight stretch before each head."""
    for line in sheet.lines:
        points = simplified(line.connector.points)
        for end, path in ((line.start, points[::-1]), (line.end, points)):
            run = _run(line, end, path)
            if end.head and run < end.head - SLACK:
                message = (
                    f"{line.key} runs straight for {max(0.0, run):.1f} into a head of "
                    f"{end.head:.1f}"
                )
                yield Fault(message, (line.key,), Rect(*end.tip, 0, 0).grown(end.head))


def _run(line: Line, end: End, path: list[Point]) -> float:
    """From the tip back to where the last bend ends."""
    if len(path) < 2:
        return end.tip.distance(path[0])
    before = path[-2]
    # A bend takes at most half of a stretch that has another bend at its other end.
    bend = min(line.connector.radius, before.distance(path[-1])) if len(path) > 2 else 0.0
    return before.distance(end.tip) - bend
