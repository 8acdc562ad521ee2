"""Words reach beyond the edge of the drawing, or of the room that clips them.

Why: what is outside is cut off where the drawing is shown; half a word is worse than none.

Example: the turned label of an axis that begins above the canvas.

Use instead: a larger `viewBox`, or a place further inside.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Words
from diagramkit.lint.sheet import Sheet

SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the room that all words take."""
    for words in sheet.words:
        room = _room(sheet, words)
        ink = words.ink
        by = max(room.x - ink.x, room.y - ink.y, ink.right - room.right, ink.bottom - room.bottom)
        if by > SLACK and ink.width > 0:
            message = f"{sheet.name(words)} reaches {by:.1f} beyond {_edge(sheet, room)}"
            yield Fault(message, (words.key,), ink, by, "0 beyond the edge")


def _room(sheet: Sheet, words: Words) -> Rect:
    """The canvas, or the part of it in which the words show."""
    canvas = Rect(0, 0, sheet.scene.width, sheet.scene.height)
    source = sheet.reading.sources.get(words.key) if sheet.reading else None
    return canvas.intersection(source.clip) if source and source.clip else canvas


def _edge(sheet: Sheet, room: Rect) -> str:
    return "the canvas" if room.size == (sheet.scene.width, sheet.scene.height) else "what clips it"
