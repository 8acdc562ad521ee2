"""A mindmap is indented with tabs in some lines and with spaces in others.

Why: depth says what belongs to what, and Mermaid counts a tab as one space.

Example: a branch under a tab between branches under four spaces.

Use instead: spaces throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.traps.trap import Lines, Trap

_KINDS = ("mindmap", "kanban", "treemap")
_INDENT = re.compile(r"[ \t]*")


def check(source: Lines) -> Iterator[Trap]:
    """Look at how lines begin."""
    if source.kind not in _KINDS:
        return
    indents = []
    for row in source.rows[1:]:
        found = _INDENT.match(row.text)
        indents.append((row, found[0] if found else ""))
    if not any(" " in indent for _, indent in indents):
        return
    for row, indent in indents:
        if "\t" in indent:
            repair = indent.expandtabs(4)
            message = "a tab among lines indented with spaces counts as one space"
            yield Trap(message, row.start, row.start + len(indent), repair, is_safe=False)
