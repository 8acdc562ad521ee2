"""So much lies over each other that a rule would take too long; it is left out for the drawing.

Why: what that rule finds is not told here, so that its silence says nothing.

Example: thousands of translucent areas of a map over each other.

Use instead: fewer shapes, or pixels for what nobody can tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Name the rules that have given up, which is known once all others have been asked."""
    if sheet.left_out:
        place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
        names = ", ".join(sheet.left_out)
        message = f"too much lies over each other for these rules, which are left out: {names}"
        yield Fault(message, (), place)
