"""Characters to tokens, as Mermaid's grammar of bar and line charts divides them.

The order in which tokens are tried matters and follows `xychart.jison` of Mermaid 11.17; upper
and lower case are the same. What a sign or a number is depends on where it stands: behind the
name of an axis or of a series, or in the brackets there. White space at the end of a line takes
the line break with it, as it does in Mermaid.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE
from diagramkit.mermaid.tokens import Token, Tokens

WORD_KINDS = frozenset(("letters", "digits", "sign"))
"""Tokens that words without quotes consist of."""

_BEGINNING = (
    r"(?P<comment>%%(?!\{)[^\n]*|[^}]%%[^\n]*)|(?P<newline>\n+)|(?P<title>title\b)"
    rf"|(?P<acc_title>accTitle{WHITE}*:{WHITE}*)|(?P<acc_descr>accDescr{WHITE}*:{WHITE}*)"
    rf"|(?P<acc_block>accDescr{WHITE}*\{{{WHITE}*)"
    r"|(?P<xychart>xychart(?:-beta)?\b)|(?P<orientation>vertical|horizontal)"
    r"|(?P<x_axis>x-axis\b)|(?P<y_axis>y-axis\b)|(?P<line>line\b)|(?P<bar>bar\b)"
)
_NUMBER = r"|(?P<number>[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))"
_REST = (
    r'|(?P<string>"[^"]*")|(?P<open>\[)|(?P<close>\])|(?P<letters>[A-Za-z]+)|(?P<comma>,)'
    rf"|(?P<sign>[+=*#_.&-])|(?P<digits>[0-9]+)|(?P<white>{WHITE}+)|(?P<semi>;)|(?P<unknown>.)"
)


def _pattern(own: str) -> re.Pattern[str]:
    return re.compile(_BEGINNING + own + _REST, re.ASCII | re.IGNORECASE)


_PATTERNS = {
    "": _pattern(""),
    "axis": _pattern(rf"|(?P<arrow>-->){_NUMBER}"),
    "names": _pattern(""),
    "data": _pattern(""),
    "values": _pattern(_NUMBER),
}
_ENTERED = {"x_axis": "axis", "y_axis": "axis", "line": "data", "bar": "data"}
_INSIDE = {"axis": "names", "data": "values"}


class Scanner(Tokens):
    """Tokens of a chart; those of the kind `string` hold what stands between the quotes."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._states = [""]

    def scan(self) -> Token:
        """The next token that says something; `""` says nothing in Mermaid either."""
        start = self.place
        while match := _PATTERNS[self._states[-1]].match(self.text, start):
            kind, said = match.lastgroup or "", match[0]
            if kind not in ("comment", "white") and said != '""':
                return self._token(kind, said, start)
            start = match.end()
        return Token("eof", "", start, start)

    def _token(self, kind: str, said: str, start: int) -> Token:
        state = self._states[-1]
        if kind in _ENTERED:
            self._states.append(_ENTERED[kind])
        elif kind == "open" and state in _INSIDE:
            self._states.append(_INSIDE[state])
        elif (kind == "close" and state in _INSIDE.values()) or (
            kind == "newline" and state in _INSIDE
        ):
            self._states.pop()
        end = start + len(said)
        return Token(kind, said[1:-1] if kind == "string" else said, start, end)
