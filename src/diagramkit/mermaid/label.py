"""The words of a label as the reader sees them."""

from __future__ import annotations

import re
from typing import Literal

from diagramkit.mermaid.address import safe_address
from diagramkit.mermaid.emphasis import closing, opening, spanned, unmarked, with_marks
from diagramkit.mermaid.entities import resolve
from diagramkit.text.styled import SpanKind

Wording = Literal["text", "string", "markdown"]
"""How a label was written: bare, in double quotes, or as a Markdown string."""

_COMMENT = re.compile(r"<!--(?:.*?-->|.*)|<[!?][^>]*>?", re.DOTALL)
_HIDDEN = re.compile(
    r"<(script|style|iframe|noscript|noembed|noframes|template|title|xmp)\b", re.IGNORECASE
)
# As in HTML, a ">" in a quoted value ends no tag, and a tag that is never closed runs to the end.
_TAG = re.compile(
    r"""</?([A-Za-z][^\s/>]*)(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*(?:>|$)|</>|</[^A-Za-z>][^>]*>?"""
)
_BREAKS = frozenset(
    {
        *("br", "p", "div", "table", "tr", "pre", "blockquote", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
_SET: dict[str, SpanKind] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
_ELEMENT = re.compile(
    r"<(b|strong|i|em|code|kbd|samp|tt|sub|sup)>([^<>]{1,400})</\1\s*>", re.IGNORECASE
)
NESTED = 4
"""So deep, elements are read that stand in each other in plain words."""
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ICON = re.compile(r"(?<![\w:])fa[bklrs]?:fa-[\w-]+")
"""The name of an icon, which Mermaid draws from a font of a web page."""
_SCRIPT = re.compile(r"<(sub|sup)\b[^>]*>([^<>]{1,40})</\1\s*>", re.IGNORECASE)
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF))
del _CONTROLS[0x09], _CONTROLS[0x0A]


def words(raw: str, wording: Wording = "text") -> str:
    """The words of a label: tags and entities resolved, each line break as `\\n`; what is bold,
    code, a script or a link as spans.

    Icons (`fa:fa-car`) and formulas (`$$x$$`) stay as they are written.
    """
    text = unmarked(raw.strip())
    targets: list[str] = []
    if "<" in text:
        text = _without_tags(text, targets)
    if "\\n" in text:
        text = _broken(text)
    if wording == "markdown":
        text = with_marks(text)
    return spanned(_levelled(text), targets)


def _broken(text: str) -> str:
    """The text with a line break for each `\\n`, but not in a formula: `\\nu` is a letter there."""
    parts = text.split("$$")
    if len(parts) % 2:
        parts[::2] = [part.replace("\\n", "\n") for part in parts[::2]]
    else:
        parts = [part.replace("\\n", "\n") for part in parts]
    return "$$".join(parts)


def without_icons(text: str) -> str:
    """The words without names of icons, and without the spaces beside them."""
    if not ICON.search(text):
        return text
    lines = [" ".join(ICON.sub(" ", line).split()) for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def without_quotes(raw: str) -> str:
    """What stands between the double quotes that a text begins and ends with, or all of it."""
    text = raw.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def plain_words(raw: str) -> str:
    """The words of a text that is hardly HTML: `<br>` breaks the line, what stands in `<b>`,
    `<code>` and the like is set so, any other `<` is a character.

    Entities are resolved.
    """
    if "<" not in raw:
        return _levelled(raw)
    text = _LINE_BREAK.sub("\n", unmarked(raw))
    for _ in range(NESTED):
        text, count = _ELEMENT.subn(_element, text)
        if not count:
            break
    return spanned(_levelled(text))


def _element(match: re.Match[str]) -> str:
    name = match[1].lower()
    if name in ("sub", "sup"):
        return _in_script(name, match[2])
    return f"{opening(_SET[name])}{match[2]}{closing(_SET[name])}"


def _levelled(text: str) -> str:
    """Entities resolved, nothing that cannot be seen, one space between words."""
    text = resolve(text)
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    if "  " not in text and "\t" not in text and "\n" not in text:
        return text.strip()
    lines = [" ".join(re.split(r"[ \t]+", line.strip())) for line in text.split("\n")]
    return "\n".join(lines).strip()


def _without_tags(text: str, targets: list[str]) -> str:
    """The words of a piece of HTML; elements that begin a line are a line break, an item of a list
    a dot. What is set in another way is marked; `targets` takes the addresses of its links."""
    if "<!" in text or "<?" in text:
        text = _COMMENT.sub("", text)
    if "<su" in text or "<SU" in text:
        text = _SCRIPT.sub(_script, text)
    return _TAG.sub(lambda tag: _in_place_of(tag, targets), _without_hidden(text))


def _script(match: re.Match[str]) -> str:
    """A subscript or superscript in the characters that there are for it, else as it is written in
    plain text: `h_R`, `x^(a+b)`."""
    return _in_script(match[1].lower(), match[2])


def _in_script(name: str, words: str) -> str:
    is_sub, inner = name == "sub", words.strip()
    table = _SUBSCRIPTS if is_sub else _SUPERSCRIPTS
    if all(ord(character) in table for character in inner):
        return inner.translate(table)
    sign = "_" if is_sub else "^"
    plain = f"{sign}{inner}" if inner.isalnum() else f"{sign}({inner})"
    kind: SpanKind = "sub" if is_sub else "super"
    return f"{opening(kind)}{plain}{closing(kind)}"


def _in_place_of(tag: re.Match[str], targets: list[str]) -> str:
    name, is_end = (tag[1] or "").lower(), tag[0].startswith("</")
    if name == "li":
        return "" if is_end else "\n• "
    if name in ("ul", "ol"):
        return "\n" if is_end else ""
    if name in _BREAKS:
        return "\n"
    if kind := _SET.get(name):
        return closing(kind) if is_end else opening(kind)
    if name == "a":
        return closing("link") if is_end else _link(tag[0], targets)
    return ""


def _link(tag: str, targets: list[str]) -> str:
    """A link that a reader may follow; the words of any other are words."""
    found = _HREF.search(tag)
    address = safe_address(found[1] or found[2]) if found else None
    if not address:
        return ""
    targets.append(address)
    return opening("link")


def _without_hidden(text: str) -> str:
    """The text without the elements that show nothing of what is in them."""
    kept: list[str] = []
    place = 0
    while hidden := _HIDDEN.search(text, place):
        kept.append(text[place : hidden.start()])
        end = re.compile(rf"</{hidden[1]}\b[^>]*>", re.IGNORECASE).search(text, hidden.end())
        place = end.end() if end else len(text)
    return "".join([*kept, text[place:]])
