"""Characters to tokens, one at a time, as Mermaid's grammar of flowcharts divides them.

The order in which tokens are tried matters (the first that fits is taken, not the longest) and
follows `flow.jison` of Mermaid 11.17. Labels are not tokens: their own reader takes them, see
`labels`. Every step costs time in proportion to what it reads.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.directions import Directions
from diagramkit.mermaid.kinds.flowchart.links import Links
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import (
    SPACES,
    WHITE,
    WHITE_CHARACTERS,
    end_of_letters,
    is_white,
    skip_white,
)

_new = tuple.__new__
"""Makes tokens, of which there are many, in half the time that calling their class takes."""


class Token(NamedTuple):
    """A piece of the text: what it is, how it is written, where it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


ID_KINDS = frozenset(
    {
        *("number", "name", "letters", "down", "minus", "default"),
        *("comma", "colon", "amp", "hash", "star"),
    }
)
"""Tokens that an id may consist of."""

KEYWORDS = (
    rf"(?P<acc_title>accTitle{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    r"|(?P<attributes>@\{)"
    rf"|(?P<call>call{WHITE}+)"
    r'|(?P<quote>")'
    r"|(?P<style>style\b)|(?P<default>default\b)|(?P<link_style>linkStyle\b)"
    r"|(?P<interpolate>interpolate\b)|(?P<class_def>classDef\b)|(?P<class>class\b)"
    rf"|(?P<href>href{WHITE})|(?P<click>click{WHITE}+)"
    r"|(?P<target>(?:_self|_blank|_parent|_top)\b)"
)
"""A pattern for the words that flowcharts and what is written like them have in common."""

_KEYWORD = re.compile(
    rf"{KEYWORDS}|(?P<graph>(?:flowchart-elk|swimlane-beta|graph|flowchart)\b)"
    rf"|(?P<subgraph>subgraph\b)|(?P<end>end\b{WHITE}*)",
    re.ASCII,
)
_KEYWORD_STARTS = frozenset('a@c"sdlihgfe_')
NAME = r"""(?:[A-Za-z0-9!"#$%&'*+.`?\\_/]|-(?=[^>\-.]))+"""
"""A pattern for a run of the ASCII characters that names consist of."""

_SYMBOL = re.compile(
    r"(?P<number>[0-9]+)|(?P<hash>#)|(?P<separator>:::)|(?P<colon>:)|(?P<amp>&)|(?P<semi>;)"
    r"|(?P<comma>,)|(?P<star>\*)"
)
_SYMBOL_STARTS = frozenset("0123456789#:&;,*")
_REST = re.compile(
    r"(?P<open>\(-|\(\[|\[\[|\[\||>|\[\(|\(\(\(|\[/|\[\\|\(\((?![-\[])|\{\{)"
    r"|(?P<less><)|(?P<up>\^)|(?P<bar>\\\|)|(?P<down>v\b)"
    rf"|(?P<name>{NAME})"
    r"|(?P<minus>-)|(?P<pipe>\|)|(?P<open_one>[(\[{])",
    re.ASCII,
)
_DIRECTION_ORDER = ("TB", "BT", "RL", "LR", "TD")
_RUN_END = re.compile(rf'[{SPACES}\n"]')


class Scanner:
    """Tokens of a source, from the beginning on: `peek` looks at the next, `take` consumes it.

    What is written like a flowchart has words and links of its own.
    """

    keywords = _KEYWORD
    links = Links()

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.place = 0
        self._next: Token | None = None
        self._white_end = -1
        self._link_after_white: re.Match[str] | None = None
        self._has_at = "@" in self.text
        self._run_end = -1
        self._run_at = -1
        self._directions = Directions(self.text, _DIRECTION_ORDER)

    def error(self, offset: int, message: str) -> DiagramError:
        return self.source.error(offset, message)

    def mended(self, yaml: str) -> str:
        """Attributes that are not YAML, as they would be without what is forgiven: here nothing."""
        return yaml

    def peek(self) -> Token:
        """The next token; reading it again gives the same."""
        if self._next is None:
            self._next = self._scan(self.place)
        return self._next

    def take(self) -> Token:
        """The next token, consumed."""
        token = self._next if self._next is not None else self._scan(self.place)
        self._next = None
        self.place = token.end
        return token

    def go_to(self, place: int) -> None:
        """Go on from `place`, after someone else has read up to there."""
        self._next = None
        self.place = place

    def skip_spaces(self) -> int:
        """Consume tokens that are one space each, and say how many there were."""
        count = 0
        while self.peek().kind == "space":
            self.take()
            count += 1
        return count

    def _scan(self, place: int) -> Token:
        text = self.text
        if place >= len(text):
            return Token("eof", "", place, place)
        character = text[place]
        if is_white(character):
            return self._white(place)
        if character in _KEYWORD_STARTS and (match := self.keywords.match(text, place)):
            return _new(Token, (match.lastgroup or "", match[0], place, match.end()))
        if self._directions.waiting and (direction := self._direction(place)):
            return direction
        if self._has_at and (link_id := self._link_id(place)):
            return link_id
        if character in _SYMBOL_STARTS and (match := _SYMBOL.match(text, place)):
            return _new(Token, (match.lastgroup or "", match[0], place, match.end()))
        if character in self.links.starts and (match := self.links.first.match(text, place)):
            return self._link(match)
        if match := _REST.match(text, place):
            kind = match.lastgroup or ""
            kind = "open" if kind == "open_one" else kind
            return _new(Token, (kind, match[0], place, match.end()))
        if end := end_of_letters(text, place):
            return Token("letters", text[place:end], place, end)
        return Token("unknown", character, place, place + 1)

    def _white(self, place: int) -> Token:
        """A link with white space before it, a run of line breaks, or a single space."""
        text = self.text
        character = text[place]
        if character != "\n" and self._directions.waiting and (found := self._direction(place)):
            return found
        if place >= self._white_end:
            end = self._white_end = skip_white(text, place)
            begins = text[end : end + 1] in self.links.starts
            self._link_after_white = self.links.first.match(text, end) if begins else None
        if self._link_after_white:
            return self._link(self._link_after_white)
        if character != "\n":
            return _new(Token, ("space", character, place, place + 1))
        end = place
        while text.startswith("\n", end):
            end += 1
        return _new(Token, ("newline", "\n", place, end))

    def _link(self, match: re.Match[str]) -> Token:
        kind = match.lastgroup or ""
        kind = kind if kind.endswith("_start") else "link"
        text = match[0].rstrip(WHITE_CHARACTERS)
        return _new(Token, (kind, text, match.start(), match.end()))

    def _direction(self, place: int) -> Token | None:
        """`direction LR`: anything before it on its line, and after it, belongs to it."""
        found = self._directions.at(place)
        return Token("direction", found[0], place, found[1]) if found else None

    def _link_id(self, place: int) -> Token | None:
        """`e1@` before a link.

        Mermaid takes any run of characters up to an `@` as such an id and then fails where no
        link follows, as in `A[pass@K]`; here it is an id only if a link follows.
        """
        if place >= self._run_end:
            end = _RUN_END.search(self.text, place)
            self._run_end = end.start() if end else len(self.text)
            self._run_at = self._last_at(place, self._run_end)
        if place >= self._run_at:
            return None
        end_of_id = self._run_at + 1
        return Token("link_id", self.text[place : self._run_at], place, end_of_id)

    def _last_at(self, start: int, end: int) -> int:
        at = self.text.rfind("@", start, end)
        while at >= 0 and self.text[at + 1 : at + 2] in ("{", '"', ""):
            at = self.text.rfind("@", start, at)
        if at >= 0 and self.links.first.match(self.text, skip_white(self.text, at + 1)):
            return at
        return -1
