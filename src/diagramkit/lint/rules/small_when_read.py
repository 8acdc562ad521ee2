"""Words are too small once the drawing is shrunk to the width of the page.

Why: a page shows a drawing wider than `page.reading_width` at that width, words and all. What is
then smaller than `budget.min_read` pixels cannot be read without zooming in.

Example: words of 12 units in a drawing 1,200 wide, shown 830 wide: 8.3 pixels.

Use instead: a narrower drawing, or two.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """One fault a drawing: the smallest words stand for all."""
    page, least = sheet.theme.page.reading_width, sheet.theme.budget.min_read
    if not sheet.words or sheet.scene.width <= page:
        return
    scale = page / sheet.scene.width
    small = [words for words in sheet.words if words.text.size * scale < least]
    if small:
        worst = min(small, key=lambda words: words.text.size)
        others = f" and {len(small) - 1} more" if len(small) > 1 else ""
        message = (
            f"shown {page:g} wide, {sheet.name(worst)}{others} would be "
            f"{worst.text.size * scale:.1f} px high, less than {least:g}"
        )
        yield Fault(message, tuple(words.key for words in small), worst.rect)
