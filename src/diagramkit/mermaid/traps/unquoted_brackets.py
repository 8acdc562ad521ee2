"""The words of a node or a link have brackets or quotes in them and no quotes around them.

Why: Mermaid takes the bracket for the end of the words, or for another shape, and stops.

Example: `A[read (cached)]`.

Use instead: `A["read (cached)"]`, with `#quot;` for quotes in the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.trap import Lines, Row, Trap

SEVERITY: Severity = "error"
_ID = r"(?<![\w-])[\w][\w.-]*"
_PATTERNS = (
    re.compile(rf"{_ID}\[(?![\[(/\\\"<])(?P<words>[^\]\n]*?[(){{}}\"][^\]\n]*)\](?![\])])"),
    re.compile(rf"{_ID}\((?![(\[\"])(?P<words>[^)\n]*?[\[\]{{}}\"][^)\n]*)\)(?![\])])"),
    re.compile(rf"{_ID}\{{(?![{{\"!])(?P<words>[^}}\n]*?[()\[\]\"][^}}\n]*)\}}(?!\}})"),
    re.compile(r"\|(?!\s*\")(?P<words>[^|\n]*[()\[\]{}\"][^|\n]*)\|"),
)


def check(source: Lines) -> Iterator[Trap]:
    """Look at the labels of flowcharts."""
    if source.is_flowchart:
        for row in source.rows:
            if not re.match(r"\s*(?:classDef|style|linkStyle|click|class)\b", row.text):
                yield from _in_row(row)


def _in_row(row: Row) -> Iterator[Trap]:
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for found in pattern.finditer(row.text):
            start, end = found.span("words")
            if any(start < last and first < end for first, last in taken):
                continue
            words = found["words"]
            if words.startswith('"') and words.endswith('"'):
                continue
            taken.append((start, end))
            quoted = '"' + words.strip().replace('"', "#quot;") + '"'
            message = f"“{words.strip()}” has brackets or quotes in it and no quotes around it"
            yield Trap(message, row.start + start, row.start + end, quoted)
