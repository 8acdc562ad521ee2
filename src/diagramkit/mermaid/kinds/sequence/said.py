"""The words of messages, notes and frames, and whether they are to be wrapped."""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.mermaid.label import plain_words
from diagramkit.mermaid.text import WHITE_CHARACTERS

_WRAP = re.compile(r":?(no)?wrap:")


class Said(NamedTuple):
    """Words, and what the source says about wrapping them; None if it says nothing."""

    text: str
    wrap: bool | None = None


def said(raw: str) -> Said:
    """`wrap: words`, `nowrap: words` or just words, as they stand behind the colon."""
    text = raw.strip(WHITE_CHARACTERS)
    wrap = _WRAP.match(text)
    if wrap is None:
        return Said(plain_words(text))
    return Said(plain_words(text[wrap.end() :]), wrap[1] is None)
