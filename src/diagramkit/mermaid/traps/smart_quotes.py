"""Words stand in typographic quotes where Mermaid wants straight ones.

Why: they are no quotes to Mermaid: it shows them, and brackets between them break the diagram.

Example: `A[“read (cached)”]`, written by a word processor.

Use instead: `A["read (cached)"]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines, Trap

_QUOTED = re.compile(r"(?<=[\[({|])\s*(?P<words>[“”„«][^“”„«»\n]*[“”»])\s*(?=[\])}|])")


def check(source: Lines) -> Iterator[Trap]:
    """Look at words whose first and last character are such quotes."""
    if not source.is_flowchart:
        return
    for row in source.rows:
        for found in _QUOTED.finditer(row.text):
            start, end = found.span("words")
            repair = '"' + found["words"][1:-1] + '"'
            message = f"{found['words']} stands in typographic quotes"
            yield Trap(message, row.start + start, row.start + end, repair)
