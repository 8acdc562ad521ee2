"""Statements about the diagram as a whole: `title`, `accTitle`, `accDescr`, `autonumber`."""

from __future__ import annotations

from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.scanner import Scanner, Token
from diagramkit.mermaid.label import plain_words

MAX_DIGITS = 12
"""The most digits of a number behind `autonumber`."""


def read_title(scanner: Scanner, builder: Builder) -> None:
    """`title words`, `title: words`."""
    scanner.take()
    builder.heading = plain_words(scanner.rest_of_line().text)


def read_description(scanner: Scanner, builder: Builder) -> None:
    """`accTitle: …`, `accDescr: …` to the end of the line, `accDescr { … }`."""
    token = scanner.take()
    block = token.kind == "acc_block"
    end = scanner.text.find("}" if block else "\n", token.end)
    end = len(scanner.text) if end < 0 else end
    said = plain_words(scanner.text[token.end : end])
    if token.kind == "acc_title":
        builder.title = said
    else:
        builder.description = said
    scanner.go_to(min(end + block, len(scanner.text)))


def read_autonumber(scanner: Scanner, builder: Builder) -> None:
    """`autonumber`, `autonumber 10`, `autonumber 10 5`, `autonumber off`."""
    scanner.take()
    if scanner.peek().kind == "off":
        scanner.take()
        builder.numbering.is_shown = False
        return
    numbers = []
    while scanner.peek().kind == "number" and len(numbers) < 2:
        numbers.append(_hundredths(scanner, scanner.take()))
    # With a start alone the step is 1 again.
    builder.numbering.begin(*(numbers + [100] if len(numbers) == 1 else numbers))


def _hundredths(scanner: Scanner, number: Token) -> int:
    whole, _, rest = number.text.partition(".")
    if len(whole) > MAX_DIGITS:
        message = f"a number has {MAX_DIGITS} digits at most"
        raise scanner.error(number.start, message, "mermaid-limit")
    return int(whole or "0") * 100 + int(rest.ljust(2, "0"))
