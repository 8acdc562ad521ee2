"""Words stick out of the outline of their box.

Why: words on a border, or over it, are the first thing that looks broken, and a reader cannot
tell which box they belong to.

What counts is the outline as it is painted: the corner of a line of words may leave a diamond or
a circle although it is well inside the rectangle around it.

Example: a diamond 96 wide around a question of 90.

Use instead: a wider box, a line break, or a shape whose sides are straight.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect, sides
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Shape
from diagramkit.lint.sheet import Sheet

SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at all words whose home is a box."""
    for words in sheet.words:
        home = words.home
        if isinstance(home, Shape) and (by := _overflow(words.rect.grown(-SLACK), home)):
            message = f"{sheet.name(words)} sticks {by + SLACK:.1f} out of its box {home.key}"
            yield Fault(message, (words.key, home.key), words.rect)


def _overflow(room: Rect, shape: Shape) -> float:
    """How far a corner is outside the outline; a dent of the outline counts as a little."""
    if shape.box.outline is None and shape.rect.grown(-shape.box.radius / 3).contains(room):
        return 0.0
    outside = [shape.distance(corner) for corner in room.corners if not shape.holds(corner)]
    dented = any(room.crossed_by(a, b) for a, b in sides(shape.outline))
    return max(outside, default=SLACK if dented else 0.0)
