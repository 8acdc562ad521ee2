"""The words of a line out of a decision are more than 64 units from where it begins.

Why: a question and its answers are read together.

Example: "yes" at the far end of a long line, beside the box that it leads to.

Use instead: a place within 32 units of the tip of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.line_words import answers
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "style"
MOST = 64.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Measure from the words to the start of their line."""
    for words in answers(sheet):
        if words.from_tip > MOST:
            message = f"the words of {sheet.name(words.line)} are {words.from_tip:.0f} from its tip"
            yield Fault(message, (*words.keys, words.line.key), words.room)


def population(sheet: Sheet) -> int:
    """The lines with words that come out of decisions."""
    return sum(1 for _ in answers(sheet))
