"""The statements of a sequence diagram, one after the other.

Follows the grammar of Mermaid 11.17 (`sequenceDiagram.jison`). The departures: Mermaid reads, and
then cannot draw, the activation of a participant that is nowhere else and a type of participant
that it does not know; here they are errors. So is `create destroy A`, which means nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.sequence.blocks import (
    DIVISIONS,
    OPENINGS,
    read_division,
    read_end,
    read_opening,
)
from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.links import read_link, read_links, read_other
from diagramkit.mermaid.kinds.sequence.model import Sequence
from diagramkit.mermaid.kinds.sequence.participants import (
    end_statement,
    read_activate,
    read_box,
    read_create,
    read_deactivate,
    read_destroy,
    read_participant,
)
from diagramkit.mermaid.kinds.sequence.scanner import Scanner
from diagramkit.mermaid.kinds.sequence.settings import (
    read_autonumber,
    read_description,
    read_title,
)
from diagramkit.mermaid.kinds.sequence.signals import read_message, read_note
from diagramkit.mermaid.source import Source

_Statement = Callable[[Scanner, Builder], None]
_LINES: dict[str, _Statement] = {
    "participant": read_participant,
    "actor": read_participant,
    "create": read_create,
    "destroy": read_destroy,
    "activate": read_activate,
    "deactivate": read_deactivate,
    "name": read_message,
    "note": read_note,
    "link": read_link,
    "links": read_links,
    "properties": read_other,
    "details": read_other,
    "autonumber": read_autonumber,
}
"""Statements that end with their line, by the kind of token that they begin with."""

_OTHERS: dict[str, _Statement] = {
    **dict.fromkeys(OPENINGS, read_opening),
    **dict.fromkeys(DIVISIONS, read_division),
    "end": read_end,
    "box": read_box,
    "title": read_title,
    "acc_title": read_description,
    "acc_descr": read_description,
    "acc_block": read_description,
}
"""Statements behind which another may stand on the same line."""

_BETWEEN = frozenset(("newline", "stray"))


def read(source: Source) -> Sequence:
    """Read a sequence diagram.

    Raises DiagramError where Mermaid would not read it, or where it is larger than the limits.
    """
    scanner = Scanner(source)
    builder = Builder(source)
    scanner.need("sequencediagram", '"sequenceDiagram"')
    while scanner.peek().kind != "eof":
        before = scanner.place - 1
        try:
            _statement(scanner, builder)
        except DiagramError as error:
            if not scanner.text.startswith(";", before):
                raise
            message = f'";" ends a statement; among words it is written "#59;" ({_brief(error)})'
            raise scanner.error(before, message) from None
    if fragment := builder.fragments.innermost:
        message = f'this "{fragment.kind}" is never closed; expected "end"'
        raise scanner.error(fragment.offset, message)
    return builder.sequence()


def _brief(error: DiagramError) -> str:
    """What is wrong with what follows, in short."""
    return error.diagnostics[0].message.partition("; ")[0]


def _statement(scanner: Scanner, builder: Builder) -> None:
    """One statement with what ends it, or what stands between statements."""
    kind = scanner.peek().kind
    if kind in _BETWEEN:
        scanner.take()
    elif statement := _OTHERS.get(kind):
        statement(scanner, builder)
    elif statement := _LINES.get(kind):
        statement(scanner, builder)
        end_statement(scanner)
    else:
        raise scanner.expected("a message, a participant, a note or a fragment")
