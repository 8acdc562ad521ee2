"""Two lines of words run into each other.

Why: neither can be read.

Example: the labels of two edges placed at the same crossing.

Use instead: more room between them, or a shorter wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.encounters import words_meet
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Words
from diagramkit.lint.sheet import Sheet

SLACK = 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the texts near each text."""
    for words in sheet.words:
        for other in sheet.words_at.near(words.rect):
            if other.order <= words.order or _painted_twice(words, other):
                continue
            if shared := words_meet(words, other):
                message = (
                    f"{sheet.name(words)} and {sheet.name(other)} overlap by "
                    f"{shared.width:.1f} × {shared.height:.1f}"
                )
                yield Fault(message, (words.key, other.key), shared)


def _painted_twice(words: Words, other: Words) -> bool:
    """A rim of the ground's colour is sometimes drawn as a second text below the first."""
    same_words = words.text.text == other.text.text
    return same_words and words.rect.center.distance(other.rect.center) < SLACK
