"""Where the words of lines stand along them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, distance_to_segment
from diagramkit.lint.encounters import room_of
from diagramkit.lint.parts import Line, Shape, Stroke
from diagramkit.lint.sheet import Sheet

AT_END = ("head:", "tail:")
"""What the keys of words begin with that belong to one end of a line."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """The words along a connector between two boxes, and the room that they take."""

    line: Line
    keys: tuple[str, ...]
    room: Rect

    @property
    def from_tip(self) -> float:
        """How far the words are from where the line begins."""
        return self.room.distance(Rect(*self.line.start.tip, 0, 0))


def along(sheet: Sheet) -> Iterator[LineWords]:
    """The words of each connector between two boxes, but for those at its ends."""
    for line, words in sheet.label_blocks:
        keys = tuple(item.key for item in words)
        one, other = line.start.shape, line.end.shape
        if one and other and one is not other and not keys[0].startswith(AT_END):
            yield LineWords(line, keys, room_of(words))


def answers(sheet: Sheet) -> Iterator[LineWords]:
    """The words of the lines that come out of decisions."""
    return (words for words in along(sheet) if is_decision(words.line.start.shape))


def is_decision(shape: Shape | None) -> bool:
    """Whether a box has a tip in the middle of each end: a diamond, or a box with pointed ends."""
    if shape is None or shape.box.outline is None or len(shape.outline) > 8:
        return False
    rect, middle = shape.rect, shape.rect.center
    tips = (Point(rect.x, middle.y), Point(rect.right, middle.y))
    return all(any(tip.distance(point) < 1 for point in shape.outline) for tip in tips)


def off_middle(sheet: Sheet, words: LineWords) -> float:
    """How far the middle of words is from the middle of the straight stretch that they are
    beside, along it."""
    center = words.room.center
    leg = min(
        sheet.legs[words.line],
        key=lambda leg: (distance_to_segment(center, leg.start, leg.end), -_length(leg)),
    )
    length = _length(leg)
    ux, uy = (leg.end.x - leg.start.x) / length, (leg.end.y - leg.start.y) / length
    along_leg = (center.x - leg.start.x) * ux + (center.y - leg.start.y) * uy
    return abs(along_leg - length / 2)


def _length(leg: Stroke) -> float:
    return leg.start.distance(leg.end)
