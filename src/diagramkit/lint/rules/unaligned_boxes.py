"""A box is a few units out of line with its row or column.

Why: what is meant to be a row and is not looks careless, and slants every line along it.

Example: five boxes in a row, one of them 6 units lower.

Use instead: the same middle, or the same edge.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.alignment import rows
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at rows and columns of boxes that are alike."""
    if sheet.reading is None:
        return
    for row in rows(sheet):
        for shape, off in row.strays():
            message = (
                f"{sheet.name(shape)} is {off:.1f} out of line with the {len(row.shapes) - 1} "
                f"others of its {row.name}"
            )
            yield Fault(message, (shape.key,), shape.rect, round(off, 1), "0")
