"""Two connectors run on top of each other.

Why: where the lines lie on each other nobody can tell which way each goes. Edges that leave the
same box, or enter the same one, may share a trunk; two edges between the same boxes may not.

Example: two long edges in one channel.

Use instead: channels of their own, `spacing.parallel` apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.encounters import share_trunk, stretches
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

GAP, LENGTH = 4.0, 6.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at each pair of connectors that run side by side."""
    for run in stretches(sheet, GAP):
        if run.length > LENGTH and not share_trunk(run.line, run.other):
            message = (
                f"{run.line.key} and {run.other.key} run on top of each other for "
                f"{run.length:.1f}, {run.gap:.1f} apart"
            )
            yield Fault(message, (run.line.key, run.other.key), run.place)
