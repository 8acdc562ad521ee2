"""The label of an edge stands beside a stretch that its edge shares with another.

Why: a reader takes the words for a label of both.

Example: "yes" beside the trunk of a decision's two ways out, before they part.

Use instead: a place beside the edge's own branch.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.encounters import distances, room_of
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
FAR, SLACK = 24.0, 0.5


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look for lines that are as near to a label as its own."""
    for line, words in sheet.label_blocks:
        room = room_of(words)
        others = distances(sheet, room, FAR)
        own = others.pop(line, None)
        for other, distance in others.items():
            same = own is not None and abs(distance - own) <= SLACK
            if same and _wording(sheet, other) != _wording(sheet, line):
                message = f"the label of {sheet.name(line)} stands beside {other.key} just as well"
                yield Fault(message, (*(item.key for item in words), line.key, other.key), room)
                break


def _wording(sheet: Sheet, line: Line) -> list[str]:
    return [words.text.text for words in sheet.labels.get(line, [])]
