"""A node of a flowchart is called `end`.

Why: Mermaid takes the word for the end of a subgraph and stops.

Example: `A --> end`.

Use instead: `End`, or another id with the word as its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.trap import Lines, Trap

SEVERITY: Severity = "error"
_LINK = r"(?:-{2,}>?|={2,}>?|-\.+->?|~~~|[&|])"
_END = re.compile(
    rf"(?:{_LINK}\s*(?P<target>end)\b(?!\w))|(?:^\s*(?P<source>end)(?=\s*(?:{_LINK}|[\[({{])))"
)


def check(source: Lines) -> Iterator[Trap]:
    """Look for the word where an id stands."""
    if not source.is_flowchart:
        return
    for row in source.code():
        for found in _END.finditer(row.text):
            name = "target" if found["target"] else "source"
            start, end = found.span(name)
            message = "a node called end: Mermaid takes it for the end of a subgraph"
            yield Trap(message, row.start + start, row.start + end, "End", is_safe=False)
