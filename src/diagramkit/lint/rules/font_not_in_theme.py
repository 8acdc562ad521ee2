"""Words are set in a font that the theme does not have.

Why: the reader may not have it either, and then the words get another width than was planned.

Example: `font-family: "Comic Sans MS"`.

Use instead: the theme's stacks `fonts.sans`, `fonts.heading` and `fonts.mono`.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Words
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "style"
GENERIC = frozenset({"sans-serif", "monospace", "system-ui", "ui-sans-serif", "ui-monospace"})


def check(sheet: Sheet) -> Iterator[Fault]:
    """One fault a font: the first name of a stack counts."""
    if sheet.reading is None:
        return
    fonts = sheet.theme.fonts
    known = {name.lower() for name in (*fonts.sans, *fonts.heading, *fonts.mono)} | GENERIC
    found: dict[str, list[Words]] = {}
    for words in sheet.words:
        asked = sheet.reading.sources[words.key].families
        first = asked[0] if asked else "none, so a serif font"
        if first.lower() not in known:
            found.setdefault(first, []).append(words)
    for name, all_words in found.items():
        others = f" and {len(all_words) - 1} more" if len(all_words) > 1 else ""
        message = f"{sheet.name(all_words[0])}{others} asks for the font {name}"
        keys = tuple(words.key for words in all_words)
        yield Fault(message, keys, all_words[0].rect, None, ", ".join(fonts.sans))
