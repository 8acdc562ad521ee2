"""The words of a line are more than 24 units off the middle of the stretch that they are beside.

Why: words in the middle belong to the line; near an end they seem to say something about the box
there. An answer belongs near its decision and the words of a way back near its start, so these are
not looked at.

Example: words at the lower end of a long line down.

Use instead: the middle of the stretch.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.line_words import LineWords, along, is_decision, off_middle
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "style"
MOST = 24.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Compare the middle of the words with that of the stretch."""
    for words in _plain(sheet):
        off = off_middle(sheet, words)
        if off > MOST:
            message = f"the words of {sheet.name(words.line)} are {off:.0f} off the middle"
            yield Fault(message, (*words.keys, words.line.key), words.room)


def population(sheet: Sheet) -> int:
    """The words of lines that lead on, but not out of decisions."""
    return sum(1 for _ in _plain(sheet))


def _plain(sheet: Sheet) -> Iterator[LineWords]:
    return (
        words
        for words in along(sheet)
        if not is_decision(words.line.start.shape) and not sheet.network.runs_back(words.line)
    )
