"""A box, a line or a mark reaches beyond the edge of the drawing.

Why: what is outside the canvas is cut off where the drawing is shown.

Words belong to `text-clipped-by-viewbox`. What lies further outside than the canvas is large was
put out of sight, as Mermaid does with the line of today.

Example: a line whose lane is outside of the outermost box.

Use instead: a larger canvas, or a place further inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import STEPS, Drawn, Line, Owner
from diagramkit.lint.sheet import Sheet

SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the room that everything takes with its strokes and heads."""
    canvas = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    things: tuple[Owner, ...] = (*sheet.shapes, *sheet.painted_lines, *sheet.marks)
    for thing in things:
        ink = _painted(thing)
        by = max(-ink.x, -ink.y, ink.right - canvas.right, ink.bottom - canvas.bottom)
        if by > SLACK and canvas.grown(max(canvas.size)).overlaps(ink):
            message = f"{sheet.name(thing)} reaches {by:.1f} beyond the canvas"
            yield Fault(message, (thing.key,), ink, by, "0 beyond the canvas")


def _painted(thing: Owner) -> Rect:
    """The room of a thing with its stroke, of which a straight line has none beyond its ends."""
    ink = thing.ink
    if isinstance(thing, Drawn):
        width, points = thing.mark.paint.stroke_width, thing.mark.path.flattened(STEPS)
    elif isinstance(thing, Line) and not thing.connector.heads:
        width, points = thing.connector.paint.stroke_width, thing.path
    else:
        return ink
    if len(points) != 2:
        return ink
    x, y, wide, high = Rect.between(*points)
    along = hypot(wide, high) or 1.0
    across, down = width / 2 * high / along, width / 2 * wide / along
    return Rect(x - across, y - down, wide + 2 * across, high + 2 * down)
