"""Two connectors cross.

Why: nothing makes a drawing harder to read (Purchase 1997).

Example: a box in the first row joined to the second of the next, and the other way round.

Use instead: boxes in another order, as far as there is one without crossings.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.encounters import crossings
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "style"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Name every crossing."""
    for met in crossings(sheet):
        keys = (met.line.key, met.other.key)
        yield Fault(f"{keys[0]} and {keys[1]} cross", keys, Rect(*met.point, 0, 0).grown(4))


def population(sheet: Sheet) -> int:
    """The connectors."""
    return len(sheet.lines)
