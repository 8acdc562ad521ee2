"""Words are smaller than the theme's `budget.min_text`.

Why: type below that size is a strain at natural size already.

Example: a footnote of 9 units in a theme whose floor is 12.

Use instead: the size of the words' role; fewer words.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at every text."""
    least = sheet.theme.budget.min_text
    for words in sheet.words:
        if words.text.size < least:
            message = f"{sheet.name(words)} is {words.text.size:g} high, less than {least:g}"
            yield Fault(message, (words.key,), words.rect)
