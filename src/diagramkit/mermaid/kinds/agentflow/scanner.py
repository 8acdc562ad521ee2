"""The tokens of an agentflow diagram: those of a flowchart with other words and fewer links.

Follows `agentflow.jison` of Mermaid 12.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diagramkit.mermaid.kinds.flowchart import scanner as flowchart
from diagramkit.mermaid.kinds.flowchart.links import Links
from diagramkit.mermaid.source import Span
from diagramkit.mermaid.text import WHITE

_WHOLE = rf"--+[x>]{WHITE}*"
_LINKS = Links(
    re.compile(rf"(?P<solid>{_WHOLE})|(?P<solid_start>--{WHITE}*)|(?P<dotted>-\.+-{WHITE}*)"),
    frozenset("-"),
    {"solid": re.compile(_WHOLE)},
    "",
)
_KEYWORD = re.compile(
    rf"{flowchart.KEYWORDS}|(?P<graph>agentflow-beta\b)|(?P<flow>flow\b)"
    r"|(?P<connector>connector\b)|(?P<global>global\b[ \t]*)|(?P<end>end\b[ \t]*)",
    re.ASCII,
)
_TRAILING_COMMA = re.compile(r",([ \t]*(?:#.*)?)$", re.MULTILINE)
_COMMENT = re.compile(r'"|@\{|(?<![A-Za-z0-9!#$%&\'*+.`?\\_/])%%(?!\{)')
_QUOTE_OR_BRACE = re.compile(r'["}]')


class Scanner(flowchart.Scanner):
    """Tokens of an agentflow diagram."""

    keywords = _KEYWORD
    links = _LINKS

    def mended(self, yaml: str) -> str:
        """Attributes over several lines may have commas at the ends of lines."""
        return _TRAILING_COMMA.sub(r"\1", yaml) if "\n" in yaml else yaml


def comments(text: str) -> Iterator[Span]:
    """The comments behind statements and inside words; in quotes and attributes there are none."""
    found = _COMMENT.search(text)
    while found:
        start, place = found.span()
        if found[0] == "%%":
            end = text.find("\n", place)
            yield start, end if end >= 0 else len(text)
        else:
            end = text.find('"', place) if found[0] == '"' else _end_of_attributes(text, place)
        if end < 0:
            return
        found = _COMMENT.search(text, end + 1)


def _end_of_attributes(text: str, place: int) -> int:
    """Where the brace stands that closes attributes; -1 where none does."""
    while found := _QUOTE_OR_BRACE.search(text, place):
        if found[0] == "}":
            return found.start()
        place = text.find('"', found.end()) + 1
        if not place:
            break
    return -1
