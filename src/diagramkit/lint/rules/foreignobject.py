"""Words stand in a `foreignObject` alone.

Why: browsers show them; Word, Keynote, Inkscape, PDF converters and most rasterisers leave them
out, and GitHub shows them only in some places.

Example: node labels of Mermaid, which are HTML.

Use instead: `<text>` (in Mermaid `htmlLabels: false`), or a `switch` with `<text>` as its last
child.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """One fault a drawing: the first words stand for all."""
    if sheet.reading is None:
        return
    sources = sheet.reading.sources
    lost = [
        words
        for words in sheet.words
        if "foreign" in (effects := sources[words.key].effects) and "fallback" not in effects
    ]
    if lost:
        count = f"{len(lost)} lines of words are" if len(lost) > 1 else "a line of words is"
        message = f"{count} HTML in a foreignObject, lost outside a browser: {sheet.name(lost[0])}"
        yield Fault(message, tuple(words.key for words in lost), lost[0].rect, len(lost), "0")
