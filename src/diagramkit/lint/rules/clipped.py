"""A box, a line or a mark reaches beyond the edge of the drawing.

Why: what is outside the canvas is cut off where the drawing is shown.

Words belong to `text-clipped-by-viewbox`.

Example: a line whose lane is outside of the outermost box.

Use instead: a larger canvas, or a place further inside.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Owner
from diagramkit.lint.sheet import Sheet

SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the room that everything takes with its strokes and heads."""
    canvas = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    things: tuple[Owner, ...] = (*sheet.shapes, *sheet.painted_lines, *sheet.marks)
    for thing in things:
        ink = thing.ink
        by = max(-ink.x, -ink.y, ink.right - canvas.right, ink.bottom - canvas.bottom)
        if by > SLACK:
            message = f"{sheet.name(thing)} reaches {by:.1f} beyond the canvas"
            yield Fault(message, (thing.key,), ink, by, "0 beyond the canvas")
