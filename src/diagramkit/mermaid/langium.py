"""What the grammars that Mermaid keeps in langium have in common (`common.langium`, 11.17)."""

from __future__ import annotations

import re

from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token, Tokens

DESCRIPTIONS = (
    r"[\t ]*accDescr(?:[\t ]*:(?P<description>[^\n]*?(?=%%)|[^\n]*)|\s*\{(?P<block>[^}]*)\})"
    r"|[\t ]*accTitle[\t ]*:(?P<name>[^\n]*?(?=%%)|[^\n]*)"
    r"|[\t ]*title(?P<title>[\t ][^\n]*?(?=%%)|[\t ][^\n]*|)"
)
"""A pattern for a title and for the words for readers who cannot see, each a group."""

STRING = r""""(?:[^"\\]|\\[^\n])*"|'(?:[^'\\]|\\[^\n])*'"""
"""A pattern for words in quotes; they may run over several lines."""

_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}


def unquoted(written: str) -> str:
    """What a string says: without its quotes, and with what its backslashes stand for."""
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), written[1:-1])


_HIDDEN = re.compile(r"[\t ]+|%%[^\n]*")


class LangiumScanner(Tokens):
    """Tokens of a pattern whose groups are their kinds, spaces and comments between them passed
    over; those of words hold what they say, without quotes and keywords."""

    def __init__(self, source: Source, pattern: re.Pattern[str]) -> None:
        super().__init__(source)
        self._pattern = pattern

    def scan(self) -> Token:
        start = self.place
        while hidden := _HIDDEN.match(self.text, start):
            start = hidden.end()
        match = self._pattern.match(self.text, start)
        if match is None:
            return Token("eof", "", start, start)
        kind = match.lastgroup or ""
        said = unquoted(match[0]) if kind == "string" else match[kind]
        return Token(kind, said, start, match.end())
