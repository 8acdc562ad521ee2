"""What is there to stand behind other things: grid lines, faint strokes, plates of labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diagramkit.color import contrast
from diagramkit.geometry import Point, Rect
from diagramkit.index import Index
from diagramkit.svg.read.areas import CLOSED, Grounds, Thing

FAINT = 0.35
"""How opaque a stroke is at most that counts as faint."""
GRID_CONTRAST, GRID_LINES = 1.9, 3
PLATE_HEIGHT = 2.4
"""How high a plate is at most, in heights of its words."""


def backdrops(marks: Sequence[Thing], lines: Sequence[Thing], grounds: Grounds) -> dict[Thing, str]:
    """The roles of lines that words may stand on: `gridline` and `faint`."""
    found = {thing: "faint" for thing in (*marks, *lines) if _is_faint(thing)}
    counts = Counter(look for thing in marks for look in _grid_looks(thing))
    for thing in marks:
        looks = _grid_looks(thing)
        if looks and max(counts[look] for look in looks) >= GRID_LINES and _is_pale(thing, grounds):
            found[thing] = "gridline"
    return found


def _is_faint(thing: Thing) -> bool:
    return thing.is_stroked and not thing.is_filled and thing.item.stroke.alpha < FAINT


def _grid_looks(thing: Thing) -> list[tuple[object, ...]]:
    """For each straight line of a mark its paint and direction; none if others are among them."""
    if thing.is_closed or not thing.is_stroked:
        return []
    looks: list[tuple[object, ...]] = []
    for piece in thing.pieces:
        rect = Rect.bounding(piece)
        if min(rect.size) > CLOSED:
            return []
        looks.append((thing.item.stroke.hex, thing.item.width, rect.width > rect.height))
    return looks


def _is_pale(thing: Thing, grounds: Grounds) -> bool:
    if grounds.canvas == "none":
        return False
    return contrast(thing.item.stroke.hex, grounds.canvas) < GRID_CONTRAST


def plates(boxes: Sequence[Thing], lines: Sequence[Thing], words: Sequence[Rect]) -> set[Thing]:
    """Filled areas no larger than the one line of words in them that lie over a line."""
    rooms = Index((room, room) for room in words)
    pieces = Index(
        (Rect.between(a, b), (line, a, b))
        for line in lines
        for a, b in zip(line.pieces[0], line.pieces[0][1:], strict=False)
    )
    return {box for box in boxes if _holds_one(box, rooms) and _lies_over(box, pieces)}


def _holds_one(box: Thing, rooms: Index[Rect]) -> bool:
    inside = [
        room for room in rooms.near(box.rect) if box.rect.overlaps(Rect(*room.center, 0.1, 0.1))
    ]
    return box.is_filled and len(inside) == 1 and box.rect.height <= PLATE_HEIGHT * inside[0].height


def _lies_over(box: Thing, pieces: Index[tuple[Thing, Point, Point]]) -> bool:
    """Whether a line goes through the middle of a box, below it, and does not end at it."""
    inner = box.rect.grown(-min(box.rect.size) / 4)
    lines = {
        line
        for line, a, b in pieces.near(box.rect)
        if line.order < box.order and inner.crossed_by(a, b)
    }
    room = box.rect.grown(2)
    ends = ((line.pieces[0][0], line.pieces[0][-1]) for line in lines)
    return any(not any(room.contains(Rect(*end, 0, 0)) for end in pair) for pair in ends)
