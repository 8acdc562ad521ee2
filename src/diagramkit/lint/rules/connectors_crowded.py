"""Two connectors run side by side with less than `spacing.parallel` between them.

Why: lines that nearly touch merge into one to the eye, and neither can be followed. Lines on top
of each other belong to `connectors-overlap`; a shared trunk is meant.

Example: two lines 5 units apart down the whole drawing.

Use instead: ports and channels further apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.encounters import stretches
from diagramkit.lint.finding import Fault
from diagramkit.lint.rules.connectors_overlap import GAP
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at each pair of connectors that run side by side."""
    least = sheet.theme.spacing.parallel
    for run in stretches(sheet, least - SLACK):
        if run.gap > GAP and run.length > least:
            message = (
                f"{run.line.key} and {run.other.key} run {run.gap:.1f} apart for "
                f"{run.length:.1f}, less than {least:g}"
            )
            yield Fault(message, (run.line.key, run.other.key), run.place)
