"""What a group holds stands off the middle of its frame by more than 24 units.

Why: a frame with its contents in a corner looks as if something were missing.

Example: three boxes at the left of a frame that is twice as wide.

Use instead: a frame that fits, or contents in its middle, below the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.encounters import room_of
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Shape
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "style"
MOST, TITLE = 24.0, 48.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Compare the middle of each frame, below its title, with that of its contents."""
    for frame, contents in _frames(sheet):
        middle, other = _inside(sheet, frame).center, contents.center
        dx, dy = abs(middle.x - other.x), abs(middle.y - other.y)
        if max(dx, dy) > MOST:
            way = "across" if dx >= dy else "down"
            message = f"the contents of {sheet.name(frame)} are {max(dx, dy):.0f} off {way}"
            yield Fault(message, (frame.key,), frame.rect)


def population(sheet: Sheet) -> int:
    """The frames that hold something."""
    return sum(1 for _ in _frames(sheet))


def _frames(sheet: Sheet) -> Iterator[tuple[Shape, Rect]]:
    """Each group with what its boxes take, the lines between them, and the words of these."""
    rooms: dict[str, list[Rect]] = {}
    for shape in sheet.shapes:
        if shape.box.owner:
            rooms.setdefault(shape.box.owner, []).append(shape.rect)
    for line in sheet.lines:
        ends = line.ends
        owners = {shape.box.owner for shape in ends}
        if len(ends) == 2 and len(owners) == 1 and (owner := owners.pop()) in rooms:
            words = sheet.labels.get(line)
            rooms[owner] += [line.rect, *([room_of(words)] if words else [])]
    for shape in sheet.shapes:
        if shape.box.role == "group" and shape.key in rooms:
            yield shape, reduce(Rect.union, rooms[shape.key])


def _inside(sheet: Sheet, frame: Shape) -> Rect:
    """A frame without the room of its title."""
    rect = frame.rect
    titles = [
        words.rect.bottom
        for words in sheet.words_at.near(Rect(rect.x, rect.y, rect.width, TITLE))
        if words.home is frame and words.rect.bottom < rect.y + TITLE
    ]
    top = max(titles, default=rect.y)
    return Rect(rect.x, top, rect.width, rect.bottom - top)
