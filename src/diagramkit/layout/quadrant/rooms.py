"""Where the words of the quadrants stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect
from diagramkit.layout.charts.chart import worded
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.quadrant.model import Quadrant

Leader = tuple[Point, Point]
"""A piece of a line that leads to words."""

INSET = 12.0
"""From the border of a quadrant to its words."""
STEP = 12.0
"""How far apart places are tried."""
CLEAR = 10.0
"""Between the words and a dot."""


@dataclass(frozen=True, slots=True)
class Room:
    """The words of a quadrant by its number, and the room that they take."""

    number: int
    block: Label
    rect: Rect


def named_inside(
    model: Quadrant, kit: Kit, field: Rect, dots: Sequence[Point], lines: Sequence[Leader] = ()
) -> list[Room]:
    """Words in the middle of their quadrants where there are no dots, else near the outer corner,
    clear of them and of `lines`; a quadrant that is too full for its words is left out."""
    kind: LineKind = "group" if dots else "title"
    rooms: list[Room] = []
    for number, words, part in _parts(model, field):
        block = kit.block(worded(words, kind), part.width - 2 * INSET)
        rect = _free(block, part, field, dots, lines) if dots else _middle(block, part)
        if rect:
            rooms.append(Room(number, block, rect))
    return rooms


def named_outside(model: Quadrant, kit: Kit, field: Rect) -> list[Room]:
    """Words above the upper quadrants and below the lower ones."""
    rooms: list[Room] = []
    for number, words, part in _parts(model, field):
        block = kit.block(worded(words, "group"), part.width - 2 * INSET)
        above = field.y - INSET - block.ink_height
        top = above if part.y < field.center.y else field.bottom + INSET
        x = part.center.x - block.size.width / 2
        rooms.append(Room(number, block, Rect(x, top, block.size.width, block.ink_height)))
    return rooms


def _parts(model: Quadrant, field: Rect) -> Iterator[tuple[int, str, Rect]]:
    """The quadrants that have words, in Mermaid's order."""
    middle, wide, high = field.center, field.width / 2, field.height / 2
    corners = (
        (middle.x, field.y),
        (field.x, field.y),
        (field.x, middle.y),
        (middle.x, middle.y),
    )
    for place, (x, y) in enumerate(corners):
        if model.quadrants[place]:
            yield place + 1, model.quadrants[place], Rect(x, y, wide, high)


def _middle(block: Label, part: Rect) -> Rect:
    width, height = block.size.width, block.ink_height
    return Rect(part.center.x - width / 2, part.center.y - height / 2, width, height)


def _free(
    block: Label, part: Rect, field: Rect, dots: Sequence[Point], lines: Sequence[Leader]
) -> Rect | None:
    """The free place that is nearest to the outer corner of a quadrant: along its outer side
    first, then further in."""
    width, height = block.size.width, block.ink_height
    room = part.grown(-INSET)
    is_left, is_upper = part.x < field.center.x, part.y < field.center.y
    rows, columns = (
        int((a - b) / STEP) + 1 for a, b in ((room.height, height), (room.width, width))
    )
    for row in range(rows):
        y = room.y + row * STEP if is_upper else room.bottom - height - row * STEP
        for column in range(columns):
            x = room.x + column * STEP if is_left else room.right - width - column * STEP
            rect = Rect(x, y, width, height)
            around = rect.grown(CLEAR)
            if not any(_holds(around, dot) for dot in dots) and not any(
                rect.grown(INSET / 2).crossed_by(*line) for line in lines
            ):
                return rect
    return None


def _holds(rect: Rect, point: Point) -> bool:
    return rect.x < point.x < rect.right and rect.y < point.y < rect.bottom
