"""The colours that may stand behind `box`: those of CSS by name, and `rgb(…)` and the like."""

from __future__ import annotations

import re

from diagramkit.color import NAMES

_FUNCTION = re.compile(r"(?:rgb|hsl)a?\s*\([\d\s.,%/+deg-]*\)", re.IGNORECASE | re.ASCII)
_WORD = re.compile(r"\w+", re.ASCII)


def divide_color(text: str) -> tuple[str, str]:
    """The colour that a text begins with, and the words behind it; without one, all is words."""
    if found := _FUNCTION.match(text):
        return found[0], text[found.end() :]
    if (found := _WORD.match(text)) and found[0].lower() in NAMES:
        return found[0], text[found.end() :]
    return "", text
