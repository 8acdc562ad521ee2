"""What the grammars that Mermaid keeps in langium have in common (`common.langium`, 11.17)."""

from __future__ import annotations

import re

from diagramkit.mermaid.source import Source
from diagramkit.mermaid.titles import Titles
from diagramkit.mermaid.tokens import Token, Tokens

DESCRIPTIONS = (
    r"[\t ]*accDescr(?:[\t ]*:(?P<description>[^\n]*?(?=%%)|[^\n]*)|\s*\{(?P<block>[^}]*)\})"
    r"|[\t ]*accTitle[\t ]*:(?P<name>[^\n]*?(?=%%)|[^\n]*)"
    r"|[\t ]*title(?P<title>[\t ][^\n]*?(?=%%)|[\t ][^\n]*|)"
)
"""A pattern for a title and for the words for readers who cannot see, each a group."""

STRING = r""""(?:[^"\\]|\\[^\n])*"|'(?:[^'\\]|\\[^\n])*'"""
"""A pattern for words in quotes; they may run over several lines."""

NUMBER = r"(?:[0-9]+\.[0-9]+|0|[1-9][0-9]*)(?!\.)"
"""A pattern for a number of 0 or more."""

NAME = r"\w(?:[-\w]*\w)?"
"""A pattern for a name without quotes."""

WORD_END = r"(?!-*\w)"
"""What follows a keyword, which otherwise is the beginning of a name."""

_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}


def unquoted(written: str) -> str:
    """What a string says: without its quotes, and with what its backslashes stand for."""
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), written[1:-1])


HIDDEN = re.compile(r"[\t ]+|%%[^\n]*")


class LangiumScanner(Tokens):
    """Tokens of a pattern whose groups are their kinds, what is `hidden` between them passed over:
    spaces and comments, unless told; those of words hold what they say, without quotes and
    keywords."""

    def __init__(
        self, source: Source, pattern: re.Pattern[str], hidden: re.Pattern[str] = HIDDEN
    ) -> None:
        super().__init__(source)
        self._pattern, self._hidden = pattern, hidden
        self.titles = Titles(source)

    def scan(self) -> Token:
        start = self.place
        while hidden := self._hidden.match(self.text, start):
            start = hidden.end()
        match = self._pattern.match(self.text, start)
        if match is None:
            return Token("eof", "", start, start)
        kind = match.lastgroup or ""
        said = unquoted(match[0]) if kind == "string" else match[kind]
        return Token(kind, said, start, match.end())

    def take_sign(self, sign: str) -> bool:
        """Whether a token of the kind `sign` with this text comes next; it is consumed."""
        return self.peek().text == sign and self.take_if("sign") is not None

    def need_sign(self, sign: str, wanted: str = "") -> None:
        """Consume a sign, which `wanted` names in messages: as itself in quotes if left out.

        Raises:
            DiagramError: something else comes next.
        """
        if not self.take_sign(sign):
            raise self.expected(wanted or f'"{sign}"')

    def take_title(self) -> bool:
        """Whether a title or words for readers who cannot see come next; they are consumed and
        kept in `titles`."""
        token = self.take_if("title", "name", "description", "block")
        if token is not None:
            self.titles.add(token.kind, token.text)
        return token is not None

    def take_blank_or_title(self) -> bool:
        """Whether an empty line comes next, or a title that is the last of its line."""
        if self.take_if("newline"):
            return True
        is_title = self.take_title()
        if is_title:
            self.need(("newline", "eof"), "the end of the line")
        return is_title
