"""Two connectors run on top of each other.

Why: where the lines lie on each other nobody can tell which way each goes. Edges that leave the
same box, or enter the same one, may share a trunk; two edges between the same boxes may not.

Example: two long edges in one channel.

Use instead: channels of their own, `spacing.parallel` apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

GAP, LENGTH = 4.0, 6.0


def check(sheet: Sheet) -> Iterator[Fault]:
    for line, other, length, gap, place in sheet.parallels(GAP):
        if length > LENGTH and not sheet.share_trunk(line, other):
            message = f"{line.key} and {other.key} run {gap:.1f} apart for {length:.1f}"
            yield Fault(message, (line.key, other.key), place)
