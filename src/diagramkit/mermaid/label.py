"""The words of a label as the reader sees them."""

from __future__ import annotations

import re
from typing import Literal

from diagramkit.mermaid.entities import resolve

Wording = Literal["text", "string", "markdown"]
"""How a label was written: bare, in double quotes, or as a Markdown string."""

_BREAK = re.compile(r"<br\s*/?>|<br\s[^<>]*>|\\n|\n", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|table|tr|pre|blockquote|hr|h[1-6])(?:[\s/][^<>]*)?>", re.IGNORECASE
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_RUN = re.compile(r"\*+|_+")
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF))
del _CONTROLS[0x09], _CONTROLS[0x0A]


def words(raw: str, wording: Wording = "text") -> str:
    """The words of a label: tags and entities resolved, each line break as `\\n`.

    Icons (`fa:fa-car`) and formulas (`$$x$$`) stay as they are written.
    """
    text = raw.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    if "<" in text:
        text = _without_tags(text)
    if "\n" in text or "\\n" in text:
        text = _BREAK.sub("\n", text)
    if wording == "markdown":
        text = _without_emphasis(text)
    text = resolve(text)
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    lines = [" ".join(re.split(r"[ \t]+", line.strip())) for line in text.split("\n")]
    return "\n".join(lines).strip()


def _without_tags(text: str) -> str:
    text = _BREAK.sub("\n", text)
    text = _between(text, "<!--", "-->")
    while hidden := _HIDDEN.search(text):
        close = re.compile(rf"</{hidden[1]}\b[^<>]*>", re.IGNORECASE).search(text, hidden.end())
        text = text[: hidden.start()] + (text[close.end() :] if close else "")
    return _TAG.sub("", _BLOCK.sub("\n", text))


def _between(text: str, opening: str, closing: str) -> str:
    """The text without what stands between two marks, or from the first on if never closed."""
    kept: list[str] = []
    place = 0
    while (start := text.find(opening, place)) >= 0:
        kept.append(text[place:start])
        end = text.find(closing, start + len(opening))
        place = len(text) if end < 0 else end + len(closing)
    return "".join([*kept, text[place:]])


def _without_emphasis(text: str) -> str:
    """Markdown without its stars and underscores of emphasis, by pairs as CommonMark has them."""
    dropped: list[tuple[int, int]] = []
    waiting: dict[str, list[tuple[int, int]]] = {"*": [], "_": []}
    for run in _RUN.finditer(text):
        start, end = run.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        opens = bool(after.strip()) and not (run[0][0] == "_" and before.isalnum())
        closes = bool(before.strip()) and not (run[0][0] == "_" and after.isalnum())
        stack = waiting[run[0][0]]
        if closes and stack:
            opened = stack.pop()
            size = min(end - start, opened[1] - opened[0])
            dropped += [(opened[1] - size, opened[1]), (start, start + size)]
        elif opens:
            stack.append((start, end))
    kept: list[str] = []
    place = 0
    for start, end in sorted(dropped):
        kept.append(text[place:start])
        place = end
    return "".join([*kept, text[place:]])
