"""Characters to tokens, as Mermaid's grammar of histories divides them.

Follows `gitGraph.langium` and `common.langium` of Mermaid 11.17: the first pattern that fits is
taken, words of the language before names, unless a name that begins so is longer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.langium import DESCRIPTIONS, STRING, unquoted
from diagramkit.mermaid.source import Source

_WORDS = (
    *("cherry-pick", "HIGHLIGHT", "checkout", "REVERSE", "commit", "NORMAL", "branch", "switch"),
    *("merge", "LR", "TB", "BT"),
)
_KEYS = ("gitGraph:", "parent:", "order:", "type:", "msg:", "tag:", "id:", ":")
_MORE = r"[-./A-Za-z0-9_]*[-A-Za-z0-9_]"
_NAME = rf"[A-Za-z0-9_](?:{_MORE})?"
_TOKEN = re.compile(
    rf"(?P<word>(?:{'|'.join(_WORDS)})(?!{_MORE})|gitGraph(?=%%|\s|$))"
    rf"|(?P<key>{'|'.join(_KEYS)})"
    rf"|{DESCRIPTIONS}"
    rf"|(?P<number>0|[1-9][0-9]*(?!\.))|(?P<string>{STRING})"
    r"|(?P<newline>\n)|(?P<white>[\t ]+)|(?P<comment>%%[^\n]*)"
    rf"|(?P<reference>{_NAME})",
    re.ASCII,
)
_HIDDEN = ("white", "comment")


class Token(NamedTuple):
    """A piece of the text: what it is, what it says, where it begins."""

    kind: str
    text: str
    start: int


class Scanner:
    """Tokens of a source: `peek` looks at the next, `take` consumes it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._place = 0
        self._next = self._scan()

    def peek(self) -> Token:
        return self._next

    def take(self) -> Token:
        token = self._next
        self._next = self._scan()
        return token

    def takes(self, *words: str) -> bool:
        """Whether the next token is one of these words or keys."""
        return self._next.kind in ("word", "key") and self._next.text in words

    def error(self, wanted: str) -> DiagramError:
        """The error at the next token: `wanted` should stand there."""
        token = self._next
        if token.kind in ("newline", "end"):
            return self.source.error(token.start, f"expected {wanted}, found the end of the line")
        message = f"expected {wanted}, found {_shown(token)}{_hint(token)}"
        return self.source.error(token.start, message)

    def _scan(self) -> Token:
        text = self.source.text
        while self._place < len(text):
            start = self._place
            match = _TOKEN.match(text, start)
            if match is None:
                return Token("unknown", text[start], start)
            token, self._place = _token(match)
            if token.kind not in _HIDDEN:
                return token
        return Token("end", "", self._place)


def _token(match: re.Match[str]) -> tuple[Token, int]:
    kind = match.lastgroup or ""
    if kind == "string":
        return Token(kind, unquoted(match[0]), match.start()), match.end()
    if kind in ("description", "block", "name", "title"):
        return Token(kind, match[kind], match.start()), match.end()
    return Token(kind, match[0], match.start()), match.end()


def _shown(token: Token) -> str:
    if token.kind == "string":
        return f'the words "{token.text[:40]}"'
    return f'"{token.text.strip()[:40]}"'


def _hint(token: Token) -> str:
    if token.text.startswith(('"', "'")):
        return "; this quote is never closed"
    if token.kind in ("word", "number", "title"):
        return "; a name that is a word or a number of Mermaid stands in quotes"
    return ""
