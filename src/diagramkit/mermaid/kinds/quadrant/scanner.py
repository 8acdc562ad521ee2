"""Characters to tokens, as Mermaid's grammar of quadrant charts divides them.

The order in which tokens are tried matters and follows `quadrant.jison` of Mermaid 11.17; upper
and lower case are the same, and spaces are tokens.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import SPACES, WHITE, skip_white
from diagramkit.mermaid.tokens import Token, Tokens

FIRST_WORD_KINDS = frozenset(("letters", "foreign", "comma", "sign", "digits"))
"""Tokens that words without quotes begin with."""
WORD_KINDS = FIRST_WORD_KINDS | {"space", "minus"}
"""Tokens that they go on with."""

# These take the white space before them; it is measured once, so that time goes with length.
_BEHIND_SPACES = re.compile(
    r"(?P<x_axis>x-axis *)|(?P<y_axis>y-axis *)|(?P<arrow>--+> *)|(?P<quadrant>quadrant-[1-4] *)"
    r"|(?P<chart>quadrantChart *)",
    re.ASCII | re.IGNORECASE,
)
_SPACES = re.compile(" +")
_BEHIND_WHITE = re.compile(rf"(?P<point>:{WHITE}*\[{WHITE}*)", re.ASCII)
_TOKEN = re.compile(
    r"(?P<comment>%%(?!\{)[^\n]*|[^}]%%[^\n]*)|(?P<newline>\n+)|(?P<title>title\b)"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)|(?P<class_def>classDef\b)"
    r'|(?P<markdown>"`[^`"]*`")|(?P<string>"[^"]*")'
    r"|:::(?P<class_name>\w+)|(?P<letters>[A-Za-z]+)|(?P<foreign>[^\x00-\x7f]+)"
    r"|(?P<colon>:)|(?P<comma>,)|(?P<minus>-)|(?P<digits>[0-9]+)"
    rf"|(?P<space>[{SPACES}])|(?P<semi>;)|(?P<sign>[+=*#_.&!$%'`?\\/])|(?P<unknown>.)",
    re.ASCII | re.IGNORECASE,
)
_FIRST = frozenset(["comment", "newline", "title", "acc_title", "acc_descr", "acc_block"])
"""Kinds that are tried before those behind white space."""


class Scanner(Tokens):
    """Tokens of a chart; those of words in quotes hold what stands between the quotes."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._spaces_end = self._white_end = -1

    def scan(self) -> Token:
        start = self.place
        while match := _TOKEN.match(self.text, start):
            kind = match.lastgroup or ""
            if kind not in _FIRST and (behind := self._behind(start)):
                return Token(behind.lastgroup or "", behind[0], start, behind.end())
            # Quotes with nothing between them say nothing in Mermaid either.
            if kind != "comment" and match[0] != '""':
                return Token(kind, _said(match, kind), start, match.end())
            start = match.end()
        return Token("eof", "", start, start)

    def _behind(self, place: int) -> re.Match[str] | None:
        """What stands at `place`, or behind the spaces or the white space there, and takes them."""
        if place >= self._spaces_end:
            spaces = _SPACES.match(self.text, place)
            self._spaces_end = spaces.end() if spaces else place
        if place >= self._white_end:
            self._white_end = skip_white(self.text, place)
        return _BEHIND_SPACES.match(self.text, self._spaces_end) or _BEHIND_WHITE.match(
            self.text, self._white_end
        )

    def go_to(self, place: int) -> None:
        """Go on from `place`, after someone else has read up to there."""
        self._next = None
        self.place = place

    def skip_spaces(self) -> None:
        """Pass over spaces."""
        while self.take_if("space"):
            pass


def _said(match: re.Match[str], kind: str) -> str:
    quotes = {"markdown": '"`', "string": '"'}
    return match[kind].strip(quotes[kind]) if kind in quotes else match[kind]
