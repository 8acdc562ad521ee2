"""The label of an edge stands nearer to another edge than to its own, or far from both.

Why: a reader gives words to the nearest line.

Example: a label between two parallel lines, nearer to the wrong one.

Use instead: a place right beside its own line, and lines further apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from diagramkit.lint.encounters import distances, room_of
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

FAR, SLACK = 24.0, 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Measure from all the words of an edge to the lines around."""
    for line, words in sheet.label_blocks:
        room = room_of(words)
        others = distances(sheet, room, FAR)
        own = others.pop(line, inf)
        nearest = min(others, key=lambda other: others[other], default=line)
        keys = (*(item.key for item in words), line.key)
        if own > FAR:
            message = f"the label of {sheet.name(line)} is more than {FAR:.0f} from its line"
            yield Fault(message, keys, room)
        elif others.get(nearest, inf) < own - SLACK:
            message = (
                f"the label of {sheet.name(line)} is {own:.1f} from its own line, but "
                f"{others[nearest]:.1f} from {nearest.key}"
            )
            yield Fault(message, (*keys, nearest.key), room)
