"""A connector has more than three bends.

Why: each corner has to be followed; after the third the eye has lost where the line came from.

Example: a line that steps out of a column, past a label, back, and out again.

Use instead: another side of a box to end at, a free channel, boxes in another order.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet
from diagramkit.lint.ways import joining, turns

SEVERITY: Severity = "style"
MOST = 3


def check(sheet: Sheet) -> Iterator[Fault]:
    """Count the corners of each connector between boxes."""
    for line in joining(sheet):
        count = len(turns(line)) - 2
        if count > MOST:
            yield Fault(f"{line.key} has {count} bends", (line.key,), line.rect)


def population(sheet: Sheet) -> int:
    """The connectors between boxes."""
    return len(joining(sheet))
