"""The words in the middle of a link, `A -- words --> B`, and the half behind them."""

from __future__ import annotations

import re

from diagramkit.mermaid.kinds.flowchart.labels import Label, first_string, stray_quote
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner, Token
from diagramkit.mermaid.text import WHITE_CHARACTERS, back_over_white

_STOP = {
    "solid": re.compile(r'--|"'),
    "thick": re.compile(r'[="]'),
    "dotted": re.compile(r'[."]'),
}
_EXAMPLE = {"solid": "-->", "thick": "==>", "dotted": ".->"}


def on_link(scanner: Scanner, start: Token) -> tuple[Label, str]:
    """The words behind the first half of a link, and its second half as it is written.

    Raises DiagramError where no second half of the same line follows.
    """
    text = scanner.text
    stroke = start.kind.removesuffix("_start")
    raw, wording, place = first_string(scanner, start.end)
    stop = _STOP[stroke].search(text, place)
    if stop is None:
        message = (
            f'the words behind "{start.text}" never end; expected "{_EXAMPLE[stroke]}" after them'
        )
        raise scanner.error(start.start, message)
    if stop[0] == '"':
        raise stray_quote(scanner, stop.start())
    links = scanner.links
    first = _begin_of_half(text, stop.start(), place, stroke, links.marks)
    end = links.second[stroke].match(text, first)
    if end is None:
        message = f'expected "{_EXAMPLE[stroke]}" to end the words on the link'
        raise scanner.error(stop.start(), f"{message}, or double quotes around them")
    half = end[0].rstrip(WHITE_CHARACTERS)
    raw += text[place : back_over_white(text, first, place)]
    if not raw:
        raise scanner.error(first, f'expected words between "{start.text}" and "{half}"')
    return Label(raw, wording, end.end()), half


def _begin_of_half(text: str, stop: int, floor: int, stroke: str, marks: str) -> int:
    """Where the second half begins: a mark of its other end may stand before the line."""
    if stroke == "dotted" and stop > floor and text[stop - 1] == "-":
        stop -= 1
    if stop > floor and text[stop - 1] in marks:
        stop -= 1
    return stop
