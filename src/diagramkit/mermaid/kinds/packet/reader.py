"""The statements of a packet: `0-15: "Source Port"`, `+16: "Length"`, a title, descriptions.

Follows the grammar of Mermaid 11.17 (`packet.langium`) and what it asks of fields: each begins
where the one before ends.
"""

from __future__ import annotations

import re

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import critical_names
from diagramkit.mermaid.kinds.packet.model import Field, Packet
from diagramkit.mermaid.label import words
from diagramkit.mermaid.langium import DESCRIPTIONS, STRING, LangiumScanner
from diagramkit.mermaid.settings import read_settings
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.tokens import Token

MAX_BITS = 10_000
"""The most bits of a packet, as in Mermaid."""
MAX_IN_A_ROW = 128

_TOKEN = re.compile(
    rf"(?P<packet>packet(?:-beta)?(?=%%|\s|$))|{DESCRIPTIONS}|(?P<colon>:)|(?P<plus>\+)|(?P<to>-)"
    rf"|(?P<number>(?:0|[1-9][0-9]*)(?!\.))|(?P<string>{STRING})|(?P<newline>\n)|(?P<unknown>.)",
    re.DOTALL,
)


def read(source: Source) -> Packet:
    """Read a packet. Raises DiagramError where Mermaid would not read it."""
    scanner = LangiumScanner(source, _TOKEN)
    scanner.need("packet", '"packet"')
    fields: list[Field] = []
    while scanner.peek().kind != "eof":
        if scanner.take_blank_or_title():
            continue
        fields.append(_field(scanner, fields[-1].last + 1 if fields else 0))
        scanner.need(("newline", "eof"), "the end of the line")
    critical = critical_names(source, (field.label for field in fields))
    settings = read_settings(source, "packet")
    row = settings.get("bitsPerRow", "32")
    return Packet(
        tuple(fields),
        min(int(row), MAX_IN_A_ROW) if row.isdecimal() and len(row) < 9 and int(row) else 32,
        bool(settings.get("showBits", "true")),
        critical,
        **scanner.titles.fields(),
    )


def _field(scanner: LangiumScanner, next_bit: int) -> Field:
    """`0-15: "label"` or `+16: "label"`; the next bit that is free is where it begins."""
    if scanner.take_if("plus"):
        token = scanner.need("number", "how many bits, as in +16")
        count = _number(scanner, token)
        if not count:
            raise scanner.error(token.start, "a field has one bit at least")
        first, last = next_bit, next_bit + count - 1
    else:
        token = scanner.need("number", 'bits such as 0-15: "Source Port", or +16: "Length"')
        first = last = _number(scanner, token)
        if scanner.take_if("to"):
            last = _number(scanner, scanner.need("number", "the number of the last bit"))
        if first != next_bit:
            message = f"this field begins at bit {first}, and the next free one is {next_bit}"
            raise scanner.error(token.start, message)
        if last < first:
            raise scanner.error(token.start, f"the last bit, {last}, is before the first, {first}")
    if last >= MAX_BITS:
        raise scanner.source.limit(token.start, f"a packet has {MAX_BITS} bits at most")
    scanner.need("colon", "a colon before the label")
    label = scanner.need("string", "a label in double quotes")
    return Field(words(label.text), first, last)


def _number(scanner: LangiumScanner, token: Token) -> int:
    if len(token.text) > 9:
        raise _too_long(scanner, token)
    return int(token.text)


def _too_long(scanner: LangiumScanner, token: Token) -> DiagramError:
    return scanner.source.error(token.start, "a number of this length", "mermaid-limit")
