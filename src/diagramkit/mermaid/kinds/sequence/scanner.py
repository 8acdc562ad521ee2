"""Characters to tokens, one at a time, as Mermaid's grammar of sequence diagrams divides them.

The order in which tokens are tried matters (the first that fits is taken, not the longest) and
follows `sequenceDiagram.jison` of Mermaid 11.17; upper and lower case are the same. Behind some
words the grammar divides the text in another way: `identity` and `rest_of_line` read that. Every
step costs time in proportion to what it reads.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.sequence.arrows import ARROW
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import SPACES, WHITE, WHITE_CHARACTERS


class Token(NamedTuple):
    """A piece of the text: what it is, how it is written, where it begins and ends.

    The kind of a keyword is the keyword itself.
    """

    kind: str
    text: str
    start: int
    end: int


class Identity(NamedTuple):
    """A name behind `participant`, `activate` …, and what follows it: `@{` or `as`."""

    name: str
    start: int
    before: str


_KEYWORDS = (
    *("box", "participant", "actor", "create", "destroy", "loop", "rect", "opt", "alt", "else"),
    *("par", "par_over", "and", "critical", "option", "break", "end", "left of", "right of"),
    *("links", "link", "properties", "details", "over", "note", "activate", "deactivate"),
    *("sequenceDiagram", "autonumber", "off"),
)
KEYWORDS = frozenset(keyword.lower() for keyword in _KEYWORDS)
"""The words that Mermaid keeps for itself, in lower case."""

# A "-" may stand inside a name unless it begins an arrow.
_NO_ARROW = r"(?!-x|--|-\)|-\|?[/\\]|[/\\]\|-|//-|\\\\-|\(\))"
_NAME = rf"[^/\\+()<>\-:\n,;]+(?:{_NO_ARROW}-*[^+<>\-:\n,;]+)*"
_SKIPPED = re.compile(rf"(?:[{SPACES}]{WHITE}*|#[^\n]*|%(?!\{{)[^\n]*|[^}}\n]%%[^\n]*)+", re.ASCII)
_TOKEN = re.compile(
    r"(?P<newline>\n+|;)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]{1,2})?|\.[0-9]{1,2})(?=[ \n]))"
    rf"|(?P<keyword>(?:{'|'.join(_KEYWORDS)})\b)"
    rf"|(?P<title>title:?{WHITE})(?=[^#\n;])"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    rf"|(?P<comma>,)|(?P<name>{_NAME})|(?P<arrow>{ARROW})|(?P<words>:[^#\n;]*)"
    r"|(?P<plus>\+)|(?P<minus>-)|(?P<circle>\(\))|(?P<stray>.)",
    re.ASCII | re.IGNORECASE,
)
_SKIPPED_IN_LINE = re.compile(rf"(?:[{SPACES}]+|#[^\n]*)*")
_REST = re.compile(r"[^#\n;]*")
_CONFIGURED = re.compile(rf"[^<=>\-:\n,;@{SPACES}]+(?=@\{{)")
_ALIASED = re.compile(rf"[^<>:\n,;@{SPACES}]+(?={WHITE}+as{WHITE})", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(r"[^<>:\n,;@]+")
_AS = re.compile(rf"[{SPACES}]*as\b", re.ASCII | re.IGNORECASE)
_ALIAS_FOLLOWS = re.compile(rf"{WHITE}+as{WHITE}", re.ASCII | re.IGNORECASE)


class Scanner:
    """Tokens of a source, from the beginning on: `peek` looks at the next, `take` consumes it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.place = 0
        self._next: Token | None = None

    def error(self, offset: int, message: str) -> DiagramError:
        return self.source.error(offset, message)

    def peek(self) -> Token:
        """The next token; reading it again gives the same."""
        if self._next is None:
            self._next = self._scan()
        return self._next

    def take(self) -> Token:
        """The next token, consumed."""
        token = self.peek()
        self.go_to(token.end)
        return token

    def go_to(self, place: int) -> None:
        """Go on from `place`, after someone else has read up to there."""
        self._next = None
        self.place = place

    def rest_of_line(self) -> Token:
        """What stands behind a word such as `loop`, up to a line break, `;` or `#`; consumed."""
        start = self._skip_in_line()
        rest = _REST.match(self.text, start)
        end = rest.end() if rest else start
        self.go_to(end)
        return Token("words", self.text[start:end].strip(WHITE_CHARACTERS), start, end)

    def identity(self) -> Identity | None:
        """A name behind `participant`, `actor`, `destroy`, `activate` or `deactivate`, consumed;
        None where none stands."""
        start = self._skip_in_line()
        for pattern, before in ((_CONFIGURED, "@{"), (_ALIASED, "as")):
            if found := pattern.match(self.text, start):
                self.go_to(found.end())
                return Identity(found[0], start, before)
        end = self._end_of_plain(start)
        if end == start:
            return None
        self.go_to(end)
        return Identity(self.text[start:end].strip(WHITE_CHARACTERS), start, "")

    def alias(self) -> Token | None:
        """The words behind `as` on this line, consumed with it; None without `as`."""
        begins = _AS.match(self.text, self.place)
        if begins is None:
            return None
        self.go_to(begins.end())
        return self.rest_of_line()

    def alias_follows(self) -> bool:
        """Whether `as` stands here with white space on both sides."""
        return _ALIAS_FOLLOWS.match(self.text, self.place) is not None

    def _scan(self) -> Token:
        skipped = _SKIPPED.match(self.text, self.place)
        place = skipped.end() if skipped else self.place
        found = _TOKEN.match(self.text, place)
        if found is None:
            return Token("eof", "", place, place)
        kind = found.lastgroup or ""
        text = found[0].strip(WHITE_CHARACTERS) if kind == "name" else found[0]
        return Token(text.lower() if kind == "keyword" else kind, text, place, found.end())

    def _skip_in_line(self) -> int:
        """Behind the spaces and the comment that follow on this line."""
        skipped = _SKIPPED_IN_LINE.match(self.text, self.place)
        return skipped.end() if skipped else self.place

    def _end_of_plain(self, start: int) -> int:
        """Behind a name that runs to the end of the line, to `;`, or to the last `#` before a
        character that no name has; `start` where there is none."""
        plain = _PLAIN.match(self.text, start)
        if plain is None:
            return start
        if self.text[plain.end() : plain.end() + 1] in ("\n", ";", ""):
            return plain.end()
        return max(self.text.rfind("#", start, plain.end()), start)
