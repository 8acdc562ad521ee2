"""Words as Mermaid reports them, and as a reader sees them, to compare the two.

Mermaid reports a label as it is written, with tags, entities and marks of emphasis. `seen` turns
that into words by its own, simpler means (tags out, entities in), and white space is levelled on
both sides, since a line break and a space are the same word boundary. Where a label is Markdown,
stars, underscores and backticks are left out on both sides.
"""

from __future__ import annotations

import html
import re

SUBSCRIPTS = {"0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇"}
SUBSCRIPTS |= {"8": "₈", "9": "₉", "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎"}
SUPERSCRIPTS = {"0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷"}
SUPERSCRIPTS |= {"8": "⁸", "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾"}
SUPERSCRIPTS |= {"n": "ⁿ"}


def level(text: str, markdown: bool = False) -> str:
    text = re.sub(r"[*_`]", "", text) if markdown else text
    return " ".join(text.split())


def seen(raw: str, markdown: bool = False) -> str:
    """The words in a text as Mermaid reports it, which has its entities in a form of its own."""
    text = raw.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    text = re.sub(r"(?<!&)#(\d+);", r"&#\1;", text)
    text = re.sub(r"(?<!&)#(\w+);", r"&\1;", text)
    text = re.sub(r"<li>", " • ", text)
    text = re.sub(r"<(?:br\s*/?|/?(?:hr|p|div|ul|li))>", " ", text)
    # In a formula `\\nu` is a letter.
    text = re.sub(r"(\$\$.*?\$\$)|\\n", lambda found: found[1] or " ", text)
    text = re.sub(r"<(sub|sup)>([^<>]*)</\1>", _script, text)
    text = re.sub(r"</?\w[^<>]*>", "", text)
    return level(html.unescape(text), markdown)


def _script(found: re.Match[str]) -> str:
    """Sub- and superscripts as they are drawn: in characters of their own, or in plain text."""
    words = html.unescape(found[2]).strip()
    table = SUBSCRIPTS if found[1] == "sub" else SUPERSCRIPTS
    if all(sign in table for sign in words):
        return "".join(table[sign] for sign in words)
    sign = "_" if found[1] == "sub" else "^"
    return f"{sign}{words}" if words.isalnum() else f"{sign}({words})"
