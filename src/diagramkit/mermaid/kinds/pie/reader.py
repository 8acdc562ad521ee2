"""The statements of a pie chart: `"label" : value`, a title, descriptions.

Follows the grammar of Mermaid 11.17 (`pie.langium`): of two slices with one label the first
counts, and a value below zero is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.pie.model import Pie, Slice
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, STRING, LangiumScanner
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_SLICES = 200
"""The most slices of a pie chart."""

MAX_VALUE = 1e15
"""The greatest value of a slice."""

_TOKEN = re.compile(
    rf"(?P<pie>pie(?=%%|\s|$))|(?P<show_data>showData(?=%%|\s|$))|{DESCRIPTIONS}|(?P<colon>:)"
    r"|(?P<number>-?[0-9]+\.[0-9]+(?!\.)|-?(?:0|[1-9][0-9]*)(?!\.))"
    rf"|(?P<string>{STRING})|(?P<newline>\n)|(?P<unknown>.)",
    re.DOTALL,
)
_STATEMENT = 'a slice such as "Weights" : 14, or a title'


def read(source: Source) -> Pie:
    """Read a pie chart. Raises DiagramError where Mermaid would not read it."""
    scanner = LangiumScanner(source, _TOKEN)
    scanner.need("pie", '"pie"')
    shows_values = scanner.take_if("show_data") is not None
    slices: dict[str, Slice] = {}
    while scanner.peek().kind != "eof":
        if scanner.take_blank_or_title():
            continue
        part = _slice(scanner, slices)
        slices.setdefault(part.label, part)
        scanner.need(("newline", "eof"), "the end of the line")
    critical = critical_names(source, slices)
    return Pie(
        tuple(slices.values()),
        shows_values,
        critical,
        **scanner.titles.fields(),
    )


def _slice(scanner: LangiumScanner, slices: Mapping[str, Slice]) -> Slice:
    """`"label" : value`."""
    label = scanner.need("string", _STATEMENT, _quotes(scanner))
    scanner.need("colon", "a colon between the label and the value")
    number = scanner.need("number", "a number of 0 or more, such as 14 or 2.5")
    if len(slices) == MAX_SLICES:
        raise _limit(scanner, label, f"a pie chart has {MAX_SLICES} slices at most")
    value = float(number.text)
    if value < 0:
        message = f"a value below zero, {number.text}; the parts of a whole are 0 or more"
        raise scanner.error(number.start, message)
    if value > MAX_VALUE:
        raise _limit(scanner, number, f"a value is {MAX_VALUE:.0e} at most")
    return Slice(words(label.text), value, scanner.source.location(label.start))


def _limit(scanner: LangiumScanner, token: Token, message: str) -> DiagramError:
    return scanner.source.error(token.start, message, "mermaid-limit")


def _quotes(scanner: LangiumScanner) -> str:
    """A hint where words stand without quotes, or with one that is never closed."""
    token = scanner.peek()
    if token.text in ('"', "'"):
        return "this quote is never closed"
    return "a label stands in quotes" if token.kind == "unknown" and token.text.isalnum() else ""
