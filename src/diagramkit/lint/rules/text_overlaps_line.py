"""A line runs through words: a connector, the border of another box, a frame, a rule.

Why: struck words are hard to read, and a line that is hidden behind words seems to end there. A
rim or a plate behind the words does not help: it breaks the line instead. What a box painted
later hides does not count.

The border of the words' own box belongs to `text-overflows-box`, connectors through the title of
a group to `connector-crosses-title`. An edge's own line through its label counts.

Example: a label centred on the line that it belongs to.

Use instead: words beside the line, and a line around words.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.encounters import struck
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line, Stroke, Words
from diagramkit.lint.sheet import Sheet


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at everything painted as a line near each text."""
    for words in sheet.words:
        strokes = [
            stroke
            for stroke in sheet.strokes_at.near(words.rect)
            if not _belongs_elsewhere(words, stroke)
        ]
        for thing, length in struck(sheet, words, strokes).items():
            message = f"{sheet.name(thing)} runs through {sheet.name(words)} for {length:.1f}"
            yield Fault(message, (thing.key, words.key), words.rect)


def _belongs_elsewhere(words: Words, stroke: Stroke) -> bool:
    own_border = stroke.border and stroke.of is words.home
    return own_border or (words.is_title and isinstance(stroke.of, Line))
