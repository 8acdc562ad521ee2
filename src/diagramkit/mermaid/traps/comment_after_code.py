"""A comment stands behind a statement in the same line.

Why: Mermaid knows comments only in lines of their own; behind a statement they are read as part
of it, or stop the diagram.

Example: `A --> B %% the usual way`.

Use instead: the comment in a line above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.trap import Lines, Trap

SEVERITY: Severity = "error"
_COMMENT = re.compile(r"[ \t]*%%(?!\{)(?P<words>.*)$")


def check(source: Lines) -> Iterator[Trap]:
    """Look for `%%` behind code, outside of quotes."""
    for row in source.code():
        found = _COMMENT.search(row.text)
        if not found or not row.text[: found.start()].strip():
            continue
        indent = row.text[: len(row.text) - len(row.text.lstrip())]
        comment = source.text[row.start + found.start() : row.start + len(row.text)].strip()
        code = source.text[row.start : row.start + found.start()]
        repair = f"{indent}{comment}\n{code}"
        message = "a comment behind a statement is read as part of it"
        yield Trap(message, row.start, row.start + len(row.text), repair)
