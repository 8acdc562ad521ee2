"""Entities: `#quot;`, `#9829;`, `&amp;`.

Mermaid hides its own form `#name;` before it reads a diagram, so that `;` and `#` do not end a
statement. Here each is marked by two private characters in place of `#` and `;`, which keeps
every offset as it was.
"""

from __future__ import annotations

import re

_OPEN = "\ue000"
_CLOSE = "\ue001"
_ENTITY = re.compile(r"#([A-Za-z0-9_]+);")
_MARKED = re.compile(f"{_OPEN}([A-Za-z0-9_]+){_CLOSE}")


def mark(text: str) -> str:
    """The text with each `#name;` marked; as long as before."""
    return _ENTITY.sub(rf"{_OPEN}\1{_CLOSE}", text) if "#" in text else text


def unmark(text: str) -> str:
    """The text as it was before `mark`."""
    return text.replace(_OPEN, "#").replace(_CLOSE, ";")


def resolve(text: str) -> str:
    """The text with marked entities and those of HTML as the characters they stand for."""
    if _OPEN in text:
        text = _MARKED.sub(_as_html, text)
    if "&" not in text:
        return text
    import html

    try:
        return html.unescape(text)
    except ValueError:  # a number of thousands of digits: Python will not read it
        return text


def _as_html(match: re.Match[str]) -> str:
    return f"&#{match[1]};" if match[1].isdecimal() else f"&{match[1]};"
