"""The drawing is wider than the theme's `page.max_width`.

Why: it is shown smaller than it was drawn, and its words with it.

Example: a chain of nine boxes in one row.

Use instead: rows, another direction, or two drawings.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Compare one number with another."""
    width, most = sheet.scene.width, sheet.theme.page.max_width
    if width > most:
        message = f"the drawing is {width:.0f} wide, {width - most:.0f} more than {most:g}"
        yield Fault(message, (), Rect(0, 0, width, sheet.scene.height))
