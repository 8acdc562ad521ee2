"""Comments that speak to diagramkit: `%% diagram: name checkout`. Mermaid passes over them."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*%%[ \t]*diagram:[ \t]*([a-z-]+)\b(.*)$", re.MULTILINE)


def said(text: str, word: str) -> str | None:
    """What the first comment `%% diagram: <word> …` of a source says after the word; None where
    there is none."""
    if "diagram:" not in text:
        return None
    return next((found[2].strip() for found in _COMMENT.finditer(text) if found[1] == word), None)
