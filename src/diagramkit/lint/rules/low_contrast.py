"""Words or a line stand out too little from what is below them.

Why: words below 4.5:1 (3:1 from 24 units, or 18.66 in bold) cannot be read by many, lines that
carry meaning below 3:1 cannot be seen (WCAG 2.2, 1.4.3 and 1.4.11). Where the drawing has no
ground of its own, the page is what is below: white, or near-black in dark mode.

Borders of boxes are exempt: words and place say what they say.

Example: grey words `#a8a29a` on a cream ground, 2.3:1.

Use instead: a darker token of the theme, or a ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.color import contrast
from diagramkit.lint.encounters import UNOBTRUSIVE
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import ground_below
from diagramkit.lint.parts import Line, Words
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR
from diagramkit.theme.page import PAGES

WORDS, LARGE_WORDS, LINES = 4.5, 3.0, 3.0
LARGE, LARGE_BOLD = 24.0, 18.66


def check(sheet: Sheet) -> Iterator[Fault]:
    """Measure words and connectors of a drawing that diagramkit did not draw."""
    if sheet.reading is None:
        return
    for words in sheet.words:
        is_large = words.text.size >= LARGE or (
            words.text.size >= LARGE_BOLD and words.text.weight >= 700
        )
        ground = words.text.halo or ground_below(sheet, words.rect.center, words.order)
        least = LARGE_WORDS if is_large else WORDS
        yield from _measured(sheet, words, words.text.color, ground, least)
    for line in sheet.painted_lines:
        if line.is_free or line.connector.role in UNOBTRUSIVE:
            continue
        if line.connector.paint.stroke != NO_COLOR:
            middle = line.path[len(line.path) // 2]
            ground = ground_below(sheet, middle, line.order)
            yield from _measured(sheet, line, line.connector.paint.stroke, ground, LINES)


def _measured(
    sheet: Sheet, item: Words | Line, color: str, ground: str, least: float
) -> Iterator[Fault]:
    # A dark drawing stands on a dark page, others on either.
    below = PAGES[1:] if sheet.scene.mode == "dark" else PAGES
    pages = [ground] if ground != NO_COLOR else below
    worst = min(pages, key=lambda page: contrast(color, page))
    ratio = contrast(color, worst)
    if round(ratio, 2) < least:
        where = "the page " if ground == NO_COLOR else ""
        message = (
            f"{sheet.name(item)} in {color} has {ratio:.2f}:1 on {where}{worst}, "
            f"less than {least:g}:1"
        )
        yield Fault(message, (item.key,), item.ink, round(ratio, 2), f"at least {least:g}:1")
