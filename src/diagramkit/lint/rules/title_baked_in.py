"""The drawing has a large title of its own.

Why: the page has the title already, as a heading or a caption; inside the drawing it takes room,
cannot be searched for as a heading, and is shown twice.

Example: a line of 34 units above everything else.

Use instead: the heading of the page, and `<title>` for those who cannot see the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
LEAST, LARGER, TOP = 18.0, 1.4, 0.2
"""The size in units, how much larger than the words in the middle, and the part of the height."""


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the largest words at the top that stand in no box."""
    if sheet.reading is None or len(sheet.words) < 3:
        return
    usual = median(words.text.size for words in sheet.words)
    tops = [
        words
        for words in sheet.words
        if words.home is None
        and not words.text.turn
        and words.rect.bottom < TOP * sheet.scene.height
        and words.text.size >= max(LEAST, LARGER * usual)
    ]
    others = [words for words in sheet.words if words not in tops]
    if tops and all(words.rect.y >= tops[0].rect.y for words in others):
        first = tops[0]
        message = f"{sheet.name(first)} is a title inside the drawing, {first.text.size:g} high"
        passes = "no title; the page has one"
        yield Fault(message, (first.key,), first.rect, first.text.size, passes)
