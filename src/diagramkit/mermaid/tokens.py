"""Tokens: what the readers of several kinds have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source


class Token(NamedTuple):
    """A piece of the text: what it is, what it says, where it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


class Tokens(ABC):
    """Tokens of a source, from the beginning on: `peek` looks at the next, `take` consumes it.

    Behind the last there is one of the kind `eof`, again and again. Those that begin a
    description for readers who cannot see are called `acc_title`, `acc_descr` and `acc_block`.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.place = 0
        self._next: Token | None = None

    @abstractmethod
    def scan(self) -> Token:
        """The token that begins at `place` or behind what is passed over there; called once a
        token, and the next call begins behind it."""

    def peek(self) -> Token:
        """The next token; reading it again gives the same."""
        if self._next is None:
            self._next = self.scan()
        return self._next

    def take(self) -> Token:
        """The next token, consumed."""
        token = self.peek()
        self._next = None
        self.place = token.end
        return token

    def take_if(self, *kinds: str) -> Token | None:
        """The next token, consumed, if it is of one of these kinds."""
        return self.take() if self.peek().kind in kinds else None

    def need(self, kinds: str | Collection[str], wanted: str, hint: str = "") -> Token:
        """The next token, consumed. Raises DiagramError, naming what is `wanted`, if it is of
        another kind."""
        if self.peek().kind not in ((kinds,) if isinstance(kinds, str) else kinds):
            raise self.expected(wanted, hint)
        return self.take()

    def description(self) -> str:
        """The words behind `accTitle:` or `accDescr:` to the end of the line, or between the
        braces of `accDescr { … }`; all of it is consumed."""
        token = self.take()
        block = token.kind == "acc_block"
        end = self.text.find("}" if block else "\n", token.end)
        end = len(self.text) if end < 0 else end
        self.place = min(end + block, len(self.text))
        return words(self.text[token.end : end])

    def error(self, offset: int, message: str) -> DiagramError:
        """An error at a character of the text."""
        return self.source.error(offset, message)

    def expected(self, wanted: str, hint: str = "") -> DiagramError:
        """An error at the next token: `wanted` should stand there, and `hint` may help."""
        token = self.peek()
        line = self.text[token.start : token.end].strip().split("\n")[0][:40]
        written = line.strip('"') or line
        found = f'"{written}"' if written else "the end of the line"
        help_ = hint or _hint(self.text[token.start :][:4])
        message = f"expected {wanted}, found {found}{f'; {help_}' if help_ else ''}"
        return self.error(token.start, message)


def _hint(rest: str) -> str:
    if rest.startswith(("%%", "//")):
        return 'a comment begins with "%%" and stands on a line of its own'
    if rest[:1] and rest[0] in "“”„«»":
        return 'quotes are straight: "'
    return ""
