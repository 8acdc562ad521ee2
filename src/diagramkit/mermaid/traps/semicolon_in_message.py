"""A message or a note of a sequence diagram has a `;` or a `#` in its words, or a transition of a
state diagram a `;`.

Why: Mermaid ends the words there: what follows is lost, or taken for a statement of its own.

Example: `A->>B: read; then write`.

Use instead: `#59;` for the semicolon, `#35;` for the hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.mermaid.traps.trap import Lines, Row, Trap

SEVERITY: Severity = "error"
_WORDS = re.compile(r"(?:-{1,2}[>x)]|>>|-\)|\bnote\b)[^:]*:(?P<words>.*)", re.IGNORECASE)
_TRANSITION = re.compile(r"-->[^:]*:(?P<words>.*)")
_ENTITY = re.compile(r"#(?:\d+|\w+);")
_CODES = {";": "#59;", "#": "#35;"}


def check(source: Lines) -> Iterator[Trap]:
    """Look at what stands behind the colon of messages, notes and transitions."""
    if source.kind == "sequenceDiagram":
        for row in source.rows:
            yield from _in_row(row, _WORDS, "#;", "a message")
    elif source.kind.startswith("stateDiagram"):
        for row in source.rows:
            yield from _in_row(row, _TRANSITION, ";", "a transition")


def _in_row(row: Row, pattern: re.Pattern[str], ending: str, what: str) -> Iterator[Trap]:
    found = pattern.search(row.text)
    if not found:
        return
    start = found.start("words")
    words = _ENTITY.sub(lambda each: " " * len(each[0]), found["words"])
    for place, character in enumerate(words.rstrip(" ;")):
        if character in ending:
            at = row.start + start + place
            message = f"{character} ends the words of {what}: the rest is lost"
            yield Trap(message, at, at + 1, _CODES[character])
