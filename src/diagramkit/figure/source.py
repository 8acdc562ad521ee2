"""Whether a text is the source of a figure."""

from __future__ import annotations

import re

SUFFIXES = (".yaml", ".yml")
_KEYS = "figure|title|desc|row|column|grid|connect|critical|caption"
_START = re.compile(rf"(?:\ufeff|\s|#[^\n]*\n|---\n)*(?:{_KEYS})[ \t]*:")


def is_figure(text: str) -> bool:
    """Whether a text begins with a key of figures, and has the key `figure` at its top."""
    return _START.match(text) is not None and bool(re.search(r"^figure[ \t]*:", text, re.MULTILINE))
