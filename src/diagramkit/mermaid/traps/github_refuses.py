"""GitHub shows this otherwise than Mermaid would.

Why: GitHub runs Mermaid in its strict mode: no functions of the page, no scripts, and nothing
longer than 50,000 characters.

Example: `click A call show()`.

Use instead: `click A "https://…"`, and two diagrams for a very long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines, Trap

MOST = 50_000
_CALL = re.compile(
    r"^\s*(?:click|link|callback)\s+\S+\s+(?P<what>call\s+\w+|callback\b|\w+\s*\(|(?:href\s+)?\"javascript:[^\"]*\")",
    re.IGNORECASE,
)


def check(source: Lines) -> Iterator[Trap]:
    """Look at clicks, and at the length."""
    if len(source.text) > MOST:
        message = f"{len(source.text)} characters; GitHub shows at most {MOST}"
        yield Trap(message, 0, min(80, len(source.text)))
    for row in source.rows:
        found = _CALL.match(row.text)
        if found:
            start, end = found.span("what")
            message = "a click that runs a function does nothing on GitHub"
            yield Trap(message, row.start + start, row.start + end)
