"""Two connectors run on top of each other, or their heads merge.

Why: where the lines lie on each other nobody can tell which way each goes. Edges that leave the
same box, or enter the same one, may share a trunk and its head; two edges between the same boxes
may not.

Example: two long edges in one channel.

Use instead: channels and ports of their own, `spacing.parallel` apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.index import Index
from diagramkit.lint.encounters import share_trunk, stretches
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

GAP, LENGTH = 4.0, 6.0
# Heads are about 7 wide; tips this far apart or more stand apart, tips this near are one.
APART, ONE = 5.0, 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at each pair of connectors that run side by side, and at each pair of heads."""
    found: set[tuple[str, str]] = set()
    for run in stretches(sheet, GAP):
        if run.length > LENGTH and not share_trunk(sheet, run.line, run.other):
            keys = (run.line.key, run.other.key)
            found.add(keys)
            message = (
                f"{keys[0]} and {keys[1]} cannot be told apart for {run.length:.1f}: they run "
                f"{run.gap:.1f} apart"
            )
            yield Fault(message, keys, run.place)
    yield from (fault for fault in _merged_heads(sheet) if fault.keys not in found)


def _merged_heads(sheet: Sheet) -> Iterator[Fault]:
    ends = [
        (end, line)
        for line in sheet.lines
        for end in (line.start, line.end)
        if end.head and end.shape
    ]
    index = Index((Rect(*end.tip, 0, 0), (end, line)) for end, line in ends)
    for end, line in ends:
        for near, other in index.near(Rect(*end.tip, 0, 0), APART):
            distance = end.tip.distance(near.tip)
            if line.order < other.order and ONE < distance < APART:
                message = f"the heads of {line.key} and {other.key} are {distance:.1f} apart"
                place = Rect.between(end.tip, near.tip).grown(end.head)
                yield Fault(message, (line.key, other.key), place)
