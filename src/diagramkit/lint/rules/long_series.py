"""Very many alike shapes follow each other; only the first of them are looked at.

Why: each is an element of its own, which makes a drawing slow to open and to scroll past, and
nobody can tell so many apart.

Example: a scatter plot of 40,000 points as SVG.

Use instead: pixels for the points alone (`rasterized=True` in matplotlib), a density, or a sample.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Say which rows of shapes were too long to be read whole."""
    if sheet.reading is None or not sheet.reading.rows:
        return
    from diagramkit.svg.read.series import LONGEST

    place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    for node, count in sheet.reading.rows.items():
        message = f"{count} <{node.name}> in a row, of which the first {LONGEST} are looked at"
        yield Fault(message, (), place, count, f"at most {LONGEST}", node.start)
