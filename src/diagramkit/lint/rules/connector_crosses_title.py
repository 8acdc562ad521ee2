"""A connector runs through the title of a group.

Why: the title names everything in the group; struck, it cannot be read, and the line seems to
end at it.

Example: an edge that enters a group from above in the middle of its title.

Use instead: an edge that enters below the title's strip or right of its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.encounters import struck
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line
from diagramkit.lint.sheet import Sheet


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the connectors near each title."""
    for words in sheet.words:
        if not words.is_title:
            continue
        near = sheet.strokes_at.near(words.rect)
        strokes = [stroke for stroke in near if isinstance(stroke.of, Line)]
        for line, length in struck(sheet, words, strokes).items():
            message = f"{line.key} runs through the title {sheet.name(words)} for {length:.1f}"
            yield Fault(message, (line.key, words.key), words.rect)
