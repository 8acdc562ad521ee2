"""Characters to tokens, as Mermaid's grammar of quadrant charts divides them.

The order in which tokens are tried matters and follows `quadrant.jison` of Mermaid 11.17; upper
and lower case are the same, and spaces are tokens.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.text import SPACES, WHITE
from diagramkit.mermaid.tokens import Token, Tokens

FIRST_WORD_KINDS = frozenset(("letters", "foreign", "comma", "sign", "digits"))
"""Tokens that words without quotes begin with."""
WORD_KINDS = FIRST_WORD_KINDS | {"space", "minus"}
"""Tokens that they go on with."""

_TOKEN = re.compile(
    r"(?P<comment>%%(?!\{)[^\n]*|[^}]%%[^\n]*)|(?P<newline>\n+)|(?P<title>title\b)"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    r"|(?P<x_axis> *x-axis *)|(?P<y_axis> *y-axis *)|(?P<arrow> *--+> *)"
    r"|(?P<quadrant> *quadrant-[1-4] *)|(?P<class_def>classDef\b)"
    r'|(?P<markdown>"`[^`"]*`")|(?P<string>"[^"]*")'
    rf"|:::(?P<class_name>\w+)|(?P<point>{WHITE}*:{WHITE}*\[{WHITE}*)"
    r"|(?P<chart> *quadrantChart *)|(?P<letters>[A-Za-z]+)|(?P<foreign>[^\x00-\x7f]+)"
    r"|(?P<colon>:)|(?P<comma>,)|(?P<minus>-)|(?P<digits>[0-9]+)"
    rf"|(?P<space>[{SPACES}])|(?P<semi>;)|(?P<sign>[+=*#_.&!$%'`?\\/])|(?P<unknown>.)",
    re.ASCII | re.IGNORECASE,
)


class Scanner(Tokens):
    """Tokens of a chart; those of words in quotes hold what stands between the quotes."""

    def scan(self) -> Token:
        start = self.place
        while match := _TOKEN.match(self.text, start):
            kind = match.lastgroup or ""
            # Quotes with nothing between them say nothing in Mermaid either.
            if kind != "comment" and match[0] != '""':
                return Token(kind, _said(match, kind), start, match.end())
            start = match.end()
        return Token("eof", "", start, start)

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
