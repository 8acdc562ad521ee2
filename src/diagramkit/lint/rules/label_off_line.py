"""The label of an edge stands nearer to another edge than to its own, or far from both.

Why: a reader gives words to the nearest line.

Example: a label between two parallel lines, nearer to the wrong one.

Use instead: a place right beside its own line, and lines further apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Line, Sheet, Stroke

FAR, SLACK = 24.0, 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    for line, room in sheet.labels():
        near = list(sheet.connector_strokes.near(room, FAR))
        own = _distance(room, [stroke for stroke in near if stroke.of is line])
        keys = tuple(words.key for words in sheet.words if words.home is line)
        if own > FAR:
            message = f"{sheet.name(line)} has its label more than {FAR:.0f} from its line"
            yield Fault(message, (*keys, line.key), room)
            continue
        for other, distance in _others(room, near, line).items():
            if distance < own - SLACK:
                message = (
                    f"the label of {sheet.name(line)} is {own:.1f} from its own line, but "
                    f"{distance:.1f} from {other.key}"
                )
                yield Fault(message, (*keys, line.key, other.key), room)
                break


def _others(room: Rect, near: list[Stroke], line: Line) -> dict[Line, float]:
    found: dict[Line, float] = {}
    for stroke in near:
        if stroke.of is not line and isinstance(stroke.of, Line):
            distance = room.distance_to_segment(stroke.start, stroke.end)
            found[stroke.of] = min(distance, found.get(stroke.of, distance))
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _distance(room: Rect, strokes: list[Stroke]) -> float:
    return min(
        (room.distance_to_segment(stroke.start, stroke.end) for stroke in strokes),
        default=float("inf"),
    )
