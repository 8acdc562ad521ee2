"""Characters to tokens, as Mermaid's grammars of mind maps and kanban boards divide them.

Follows `mindmap.jison` and `kanban.jison` of Mermaid 11.17: the first pattern that fits is taken,
not the longest, and which ones are tried depends on where the last token left off: between nodes,
inside the brackets of one, inside its quotes, behind `:::` or inside `::icon(`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diagramkit.mermaid.text import WHITE


class Token(NamedTuple):
    """A piece of the text: what it is, how it is written, where it begins."""

    kind: str
    text: str
    start: int


_SKIP = frozenset(("to_class", "to_icon", "to_string", "to_markdown", "back"))
_NODES = (
    rf"(?P<blank>{WHITE}*%%[^\n]*)|(?P<keyword>mindmap\b|kanban\b)|(?P<to_class>:::)"
    rf"|(?P<to_icon>::icon\()|(?P<blank_lines>{WHITE}+\n)|(?P<newline>\n)"
    rf"|(?P<open>-\)|\(-|\)\)|\)|\(\(|\{{\{{|\(|\[)|(?P<indent>{WHITE}+)"
)
_STATES = {
    "between": _NODES + r"|(?P<id>[^(\[\n)\{}]+)",
    "board": rf'@\{{(?P<data>(?:"[^"]*"|[^}}^"])*)\}}|{_NODES}' + r"|(?P<id>[^(\[\n)\{}@]+)",
    "class": r"(?P<class>[^\n]+)|(?P<back>\n)",
    "icon": r"(?P<icon>[^)]+)|(?P<back>\))",
    "markdown": r'(?P<words>[^`"]+)|(?P<back>`")',
    "string": r'(?P<words>[^"]+)|(?P<back>")',
    "brackets": (
        r'(?P<to_markdown>"`)|(?P<to_string>")|(?P<close>\)\)|\)|\]|\}\}|\(-|-\)|\(\(|\()'
        r"|(?P<words>[^)\](}]+)|(?P<rest>[^\n]+)"
    ),
}
_PATTERNS = {
    state: re.compile(pattern, re.ASCII | re.IGNORECASE) for state, pattern in _STATES.items()
}
_NAMES = {"blank_lines": "blank", "rest": "words"}


def tokens(text: str, state: str = "between") -> Iterator[Token]:
    """The tokens of a mind map, the last of kind `end`; or `unfinished`, inside brackets, or
    `unknown`, before a character that may not stand there. In the state `board` they are those of
    a kanban board: what stands in `@{ … }` is one, without the braces."""
    place, states = 0, [state]
    while place < len(text):
        match = _PATTERNS[states[-1]].match(text, place)
        if match is None:
            yield Token("unknown", text[place], place)
            return
        kind = match.lastgroup or ""
        if kind not in _SKIP:
            written = match[kind] if kind == "data" else match[0]
            yield Token(_NAMES.get(kind, kind), written, match.start(kind))
        _go_on(kind, states)
        place = match.end()
    yield Token("end" if len(states) == 1 else "unfinished", "", place)


def _go_on(kind: str, states: list[str]) -> None:
    """Enter or leave what a token opens or closes."""
    if kind.startswith("to_"):
        states.append(kind.removeprefix("to_"))
    elif kind == "open":
        states.append("brackets")
    elif kind in ("back", "close", "class"):
        states.pop()
