"""A connector passes foreign words by less than 3 units.

Why: another font, or the strokes of another program, and the line runs through them.

Example: a line 1 unit above the second line of a label.

Use instead: the theme's `spacing.label_clear`.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.encounters import distances
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
AIR = 3.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the connectors near each text that do not touch it."""
    for words in sheet.words:
        for line, gap in distances(sheet, words.rect, AIR).items():
            # A line that starts at a box is near the words in it.
            own = words.home in (line, *line.ends)
            if 0 < gap < AIR and not own:
                message = f"{sheet.name(words)} is only {gap:.1f} from {line.key}"
                yield Fault(message, (words.key, line.key), words.rect)
