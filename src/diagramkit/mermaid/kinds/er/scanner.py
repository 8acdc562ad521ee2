"""Characters to tokens, as Mermaid's grammar of ER diagrams divides them.

What a character means depends on where it stands: among the statements, between the braces of an
entity, or in a line of style. The order in which tokens are tried follows `erDiagram.jison` of
Mermaid 11.17; capitals and small letters are alike. Every step costs time in proportion to what it
reads.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.directions import Directions
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import SPACES, WHITE, skip_white
from diagramkit.mermaid.tokens import Token, Tokens

_WORDS = (
    r"(?P<style>style\b)|(?P<class_def>classDef\b)|(?P<class>class\b)|(?P<subgraph>subgraph\b)"
    rf"|(?P<end>end\b{WHITE}*)"
)
_CARDINALITIES = (
    r"(?P<zero_or_one>one or zero\b|\|o\b|zero or one\b|o\|)"
    r"|(?P<one_or_more>one or more\b|one or many\b|1\+|many\(1\)|\}\||\|\{)"
    r"|(?P<zero_or_more>zero or more\b|zero or many\b|0\+|\}o\b|many\(0\)|many\b|o\{)"
    r"|(?P<one>one\b|only one\b|\|\|)"
)
_NUMBERS = (
    r"(?P<decimal>[0-9]+\.[0-9]+)"
    rf"|(?P<one_>1(?={WHITE}+[A-Za-z0-9_\"']|--|\.\.|\.-|-\.))"
    r"|(?P<number>1\b|[0-9]+)"
)
_STATEMENTS = re.compile(
    rf"(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    r'|(?P<quoted>"[^"%\r\n\v\b\\]+")|(?P<words>"[^"]*")|(?P<header>erDiagram\b)'
    rf"|(?P<start>\{{)|(?P<comma>,)|(?P<separator>:::)|(?P<colon>:)|(?P<open>\[)|(?P<close>\])"
    rf"|{_WORDS}|{_CARDINALITIES}|{_NUMBERS}"
    r"|(?P<parent>u(?=[.\-|]))|(?P<dotted>\.\.|optionally to\b|\.-|-\.)|(?P<line>--|to\b)"
    r"|(?P<name>(?:[^\x00-\x7f]|[A-Za-z0-9_*.\-])+)",
    re.ASCII | re.IGNORECASE,
)
_KEY = re.compile(r"(?P<key>(?:PK|FK|UK)\b)", re.ASCII | re.IGNORECASE)
_BLOCK = re.compile(
    rf"{_KEY.pattern}"
    r"|(?P<word>[*A-Za-z_\u00c0-\U0010ffff][A-Za-z0-9\-_\[\]().,*\u00c0-\U0010ffff]*)"
    r'|(?P<comment>"[^"]*")|(?P<stop>\})|(?P<comma>,)|(?P<optional>\?)',
    re.ASCII | re.IGNORECASE,
)
_STYLE = re.compile(
    r"(?P<colon>:)|(?P<comma>,)|(?P<hash>\#)|(?P<name>(?:[^\x00-\x7f]|[A-Za-z0-9_*\-])+)"
    r"|(?P<semi>;)"
)
_PATTERNS = {"statements": _STATEMENTS, "block": _BLOCK, "style": _STYLE}
_SPACES = re.compile(r"[ \t\r]+")
_BREAKS = re.compile(r"\n+")
_NOT_WHITE = re.compile(rf"[^{SPACES}\n]*")


class Scanner(Tokens):
    """Tokens of an ER diagram; its state says how the next characters are divided."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._state = "statements"
        self._directions = Directions(self.text, ("TB", "BT", "RL", "LR"), ignore_case=True)
        self._line_end = -1
        self._word_end = -1
        self._last_tilde = -1
        self._tilde = self.text.find("~")

    def scan(self) -> Token:
        """The token that begins at `place` or behind what is passed over there."""
        while (token := self._try(self.place)) is None:
            pass
        if token.kind == "start":
            self._state = "block"
        elif token.kind in ("style", "class_def"):
            self._state = "style"
        elif token.kind == "stop" or (token.kind == "newline" and self._state == "style"):
            self._state = "statements"
        return token

    def _try(self, place: int) -> Token | None:
        """The token at `place`; None where something has been passed over."""
        text = self.text
        if place >= len(text):
            return Token("eof", "", place, place)
        if self._state == "statements" and (found := self._directions.at(place)):
            return Token("direction", found[0], place, found[1])
        if self._state != "block" and text[place] == "\n":
            return Token("newline", "\n", place, self._end(_BREAKS, place))
        if (end := self._white_end(place)) > place:
            self.place = end
            return None
        if self._state == "block":
            if text[place] == "`":
                return self._literal(place)
            if not _KEY.match(text, place) and (generic := self._generic(place)):
                return generic
        match = _PATTERNS[self._state].match(text, place)
        if match is None:
            return Token("unknown", text[place], place, place + 1)
        return Token((match.lastgroup or "").rstrip("_"), match[0], place, match.end())

    def _white_end(self, place: int) -> int:
        """The end of white space that says nothing. In a line of style that is a line break too,
        if a space comes before it: Mermaid reads on in the next line."""
        if self._state != "statements":
            return skip_white(self.text, place)
        return self._end(_SPACES, place)

    def _literal(self, place: int) -> Token | None:
        """What is between backticks; nothing at all where nothing is between them."""
        end = self.text.find("`", place + 1)
        if end < 0:
            raise self.error(place, "this ` is never closed; expected another one")
        if end == place + 1:
            self.place = end + 1
            return None
        return Token("word", self.text[place + 1 : end], place, end + 1)

    def _generic(self, place: int) -> Token | None:
        """A type with `~` in it, which reaches up to the last `~` of its line and the word that
        this is in. What is found out about a line and a word is kept while they last."""
        text = self.text
        if place >= self._line_end:
            end = text.find("\n", place)
            self._line_end = end if end >= 0 else len(text)
            self._last_tilde = text.rfind("~", place, self._line_end)
        if place >= self._word_end:
            self._word_end = self._end(_NOT_WHITE, place)
        if place > self._tilde >= 0:
            self._tilde = text.find("~", place)
        if not 0 <= self._tilde < min(self._word_end, self._last_tilde):
            return None
        end = self._end(_NOT_WHITE, self._last_tilde)
        return Token("word", text[place:end], place, end)

    def _end(self, pattern: re.Pattern[str], place: int) -> int:
        """Where what fits the pattern at `place` ends."""
        match = pattern.match(self.text, place)
        return match.end() if match else place
