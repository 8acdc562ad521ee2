"""Characters to tokens, as Mermaid's grammar of state diagrams divides them.

The order in which tokens are tried matters (the first that fits is taken, not the longest) and
follows `stateDiagram.jison` of Mermaid 11.17. What is a token depends on the level: at the top a
line break may be one, inside braces none is. What follows `state`, `note`, `class` and the like is
read elsewhere, by its own rules. Every step costs time in proportion to what it reads.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.directions import Directions
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import SPACES, WHITE
from diagramkit.mermaid.tokens import Token, Tokens

COMMENT = r"#[^\n]*|%%(?!\{)[^\n]*"
"""A pattern for a comment behind something else in a line."""

_LOOKS = (
    rf"(?P<class_def>classDef{WHITE}+)|(?P<class>class{WHITE}+)|(?P<style>style{WHITE}+)"
    rf"|(?P<state>state{WHITE}+)"
)
_NOTE = rf"(?P<note>note{WHITE}+)"
_WORDS = (
    rf"(?P<edge>\[\*\])|(?P<id>[^:\n{SPACES}\-{{]+)"
    r"|(?P<words>:(?:[^:\n;]|:[^:\n;])+)|(?P<arrow>-->)"
)
_FLAGS = re.IGNORECASE | re.ASCII

_TOP_FIRST = re.compile(
    r'(?P<click>click\b)|(?P<href>href\b)|(?P<string>"[^"]*")|(?P<default>default\b)', _FLAGS
)
_TOP = re.compile(
    rf"(?P<newline>\n+)|(?P<blank>{WHITE}+|{COMMENT})|(?P<scale>scale{WHITE}+)"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)|{_LOOKS}|(?P<open>\{{)|{_NOTE}"
    rf"|(?P<header>stateDiagram(?:-v2)?{WHITE}+)|(?P<hide>hide empty description\b)"
    rf"|{_WORDS}|(?P<separator>:::)",
    _FLAGS,
)
_INNER_FIRST = re.compile(rf"(?P<blank>[{SPACES}]+|{COMMENT})|{_LOOKS}", _FLAGS)
_INNER = re.compile(
    rf"(?P<close>\}})|(?P<blank>\n+)|{_NOTE}|{_WORDS}|(?P<divider>--)|(?P<separator>:::)", _FLAGS
)
_WORD = re.compile(rf"[^{SPACES}\n]+")


class Scanner(Tokens):
    """Tokens of a source. `depth` is how many braces are open at the place."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.depth = 0
        self._directions = Directions(self.text, ("TB", "BT", "RL", "LR"), ignore_case=True)

    def go_to(self, place: int) -> None:
        """Go on from `place`, after someone else has read up to there."""
        self._next = None
        self.place = place

    def take_match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What `pattern` finds right here, consumed; None, and nothing consumed, without it."""
        match = pattern.match(self.text, self.place)
        if match:
            self.go_to(match.end())
        return match

    def word(self) -> Token:
        """The next token is what stands right here up to a space, whatever the grammar says."""
        match = _WORD.match(self.text, self.place)
        self._next = Token(
            "word", match[0] if match else "", self.place, match.end() if match else self.place
        )
        return self._next

    def scan(self) -> Token:
        token = self._scan(self.place)
        while token.kind == "blank":
            token = self._scan(token.end)
        return token

    def _scan(self, place: int) -> Token:
        text = self.text
        if place >= len(text):
            return Token("eof", "", place, place)
        first, rest = (_INNER_FIRST, _INNER) if self.depth else (_TOP_FIRST, _TOP)
        match = first.match(text, place)
        if match is None and self._directions.waiting and (found := self._directions.at(place)):
            return Token("direction", found[0], place, found[1])
        match = match or rest.match(text, place)
        if match is None:
            return Token("unknown", text[place], place, place + 1)
        if match.lastgroup == "id":
            return _id(match)
        return Token(match.lastgroup or "", match[0], place, match.end())


def _id(match: re.Match[str]) -> Token:
    """A name ends where a comment begins; one that is nothing else is passed over."""
    written = match[0].partition("%%")[0]
    if not written:
        return Token("blank", match[0], match.start(), match.end())
    return Token("id", written, match.start(), match.start() + len(written))
