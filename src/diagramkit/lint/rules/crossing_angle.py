"""Two connectors cross at a slant.

Why: the eye follows the wrong line out of a crossing the more easily, the smaller its angle.

Example: two diagonal lines that cross at 20 degrees.

Use instead: crossings at a right angle, or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.encounters import crossings
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
LEAST = 85.0
# In drawings by others lines at all angles are meant; so flat a crossing is not.
FLAT = 30.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at every crossing."""
    least = LEAST if sheet.reading is None else FLAT
    for met in crossings(sheet):
        if met.angle < least:
            message = f"{met.line.key} and {met.other.key} cross at {met.angle:.0f} degrees"
            place = Rect(*met.point, 0, 0).grown(4)
            yield Fault(message, (met.line.key, met.other.key), place)
