"""Statements about the diagram as a whole: `title`, `accTitle`, `accDescr`, `autonumber`."""

from __future__ import annotations

from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.scanner import Scanner
from diagramkit.mermaid.label import plain_words

MAX_DIGITS = 12
"""The most digits of a number behind `autonumber`."""


def read_title(scanner: Scanner, builder: Builder) -> None:
    """`title words`, `title: words`."""
    scanner.take()
    builder.heading = plain_words(scanner.rest_of_line().text)


def read_description(scanner: Scanner, builder: Builder) -> None:
    """`accTitle: …`, `accDescr: …` to the end of the line, `accDescr { … }`."""
    if scanner.peek().kind == "acc_title":
        builder.title = scanner.description()
    else:
        builder.description = scanner.description()


def read_autonumber(scanner: Scanner, builder: Builder) -> None:
    """`autonumber`, `autonumber 10`, `autonumber 10 5`, `autonumber off`."""
    scanner.take()
    if scanner.take_if("off"):
        builder.numbering.is_shown = False
        return
    start = _hundredths(scanner)
    builder.numbering.begin(start, _hundredths(scanner) if start is not None else None)


def _hundredths(scanner: Scanner) -> int | None:
    """The number that stands here, in hundredths; None where none does."""
    if scanner.peek().kind != "number":
        return None
    number = scanner.take()
    whole, _, rest = number.text.partition(".")
    if len(whole) > MAX_DIGITS:
        message = f"a number has {MAX_DIGITS} digits at most"
        raise scanner.source.error(number.start, message, "mermaid-limit")
    return int(whole or "0") * 100 + int(rest.ljust(2, "0"))
