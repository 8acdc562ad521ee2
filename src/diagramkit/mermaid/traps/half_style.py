"""A style sets a fill and leaves the border or the words to Mermaid.

Why: Mermaid takes those from its theme, light or dark: dark words on a dark fill on one of the
pages.

Example: `classDef accent fill:#F5F1EA`.

Use instead: `fill`, `stroke` and `color` together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines, Trap

_STYLE = re.compile(
    r"^\s*(?P<statement>classDef|style)\s+(?P<name>[\w,.-]+)\s+(?P<style>.+?);?\s*$"
)
_WANTED = ("stroke", "color")


def check(source: Lines) -> Iterator[Trap]:
    """Look at the statements that set a fill."""
    if not source.is_flowchart and not source.kind.startswith("state"):
        return
    for row in source.rows:
        found = _STYLE.match(row.text)
        if not found:
            continue
        keys = {part.partition(":")[0].strip() for part in found["style"].split(",")}
        lacks = [key for key in _WANTED if key not in keys]
        if "fill" in keys and lacks:
            message = (
                f"{found['statement']} {found['name']} sets a fill and no {' and no '.join(lacks)}"
            )
            start = row.start + found.start("statement")
            yield Trap(message, start, row.start + len(row.text.rstrip()))
