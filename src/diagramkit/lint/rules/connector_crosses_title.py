"""A connector runs through the title of a group.

Why: the title names everything in the group; struck, it cannot be read, and the line seems to
end at it.

Example: an edge that enters a group from above in the middle of its title.

Use instead: an edge that enters below the title's strip or right of its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Line, Sheet


def check(sheet: Sheet) -> Iterator[Fault]:
    for words in sheet.words:
        if not sheet.is_title(words):
            continue
        strokes = [
            stroke for stroke in sheet.strokes.near(words.rect) if isinstance(stroke.of, Line)
        ]
        for line, length in sheet.struck(words, strokes).items():
            message = f"{line.key} runs through the title {sheet.name(words)} for {length:.1f}"
            yield Fault(message, (line.key, words.key), words.rect)
