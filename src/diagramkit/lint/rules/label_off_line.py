"""The label of an edge stands nearer to another edge than to its own, or far from both.

Why: a reader gives words to the nearest line.

Example: a label between two parallel lines, nearer to the wrong one.

Use instead: a place right beside its own line, and lines further apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import inf

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Owner, Stroke
from diagramkit.lint.sheet import Sheet

FAR, SLACK = 24.0, 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Measure from all the words of an edge to the lines around."""
    for line, words in sheet.labels.items():
        room = words[0].rect
        for more in words[1:]:
            room = room.union(more.rect)
        distances = _distances(room, sheet.legs_at.near(room, FAR))
        own = distances.pop(line, inf)
        nearest = min(distances, key=lambda other: distances[other], default=line)
        keys = (*(item.key for item in words), line.key)
        if own > FAR:
            message = f"the label of {sheet.name(line)} is more than {FAR:.0f} from its line"
            yield Fault(message, keys, room)
        elif distances.get(nearest, inf) < own - SLACK:
            message = (
                f"the label of {sheet.name(line)} is {own:.1f} from its own line, but "
                f"{distances[nearest]:.1f} from {nearest.key}"
            )
            yield Fault(message, (*keys, nearest.key), room)


def _distances(room: Rect, legs: Iterable[Stroke]) -> dict[Owner, float]:
    found: defaultdict[Owner, float] = defaultdict(lambda: inf)
    for leg in legs:
        found[leg.of] = min(found[leg.of], room.distance_to_segment(leg.start, leg.end))
    return found
