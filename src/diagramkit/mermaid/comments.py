"""Comments that speak to diagramkit: `%% diagram: name checkout`, in figures `# diagram: …`.
Mermaid and YAML pass over them."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*(?:%%|#)[ \t]*diagram:[ \t]*([a-z-]+)\b(.*)$", re.MULTILINE)


def said(text: str, word: str) -> str | None:
    """What the first comment `%% diagram: <word> …` of a source says after the word; None where
    there is none."""
    found = find(text, word)
    return found[0] if found else None


def find(text: str, word: str) -> tuple[str, int] | None:
    """The same, with the offset at which the comment stands."""
    if "diagram:" not in text:
        return None
    comments = (found for found in _COMMENT.finditer(text) if found[1] == word)
    return next(((found[2].strip(), found.start()) for found in comments), None)
