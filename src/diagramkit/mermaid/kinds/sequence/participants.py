"""The statements about participants: who they are, when they come, are busy and go."""

from __future__ import annotations

from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.colors import divide_color
from diagramkit.mermaid.kinds.sequence.introductions import read_introduction, read_name
from diagramkit.mermaid.kinds.sequence.model import ParticipantType
from diagramkit.mermaid.kinds.sequence.said import said
from diagramkit.mermaid.kinds.sequence.scanner import Scanner

_TYPES: dict[str, ParticipantType] = {"participant": "participant", "actor": "actor"}


def read_participant(scanner: Scanner, builder: Builder, *, is_new: bool = False) -> None:
    """`participant A as Words`, `actor A`; one that `is_new` is made by the next message."""
    type_ = _TYPES[scanner.take().kind]
    introduction = read_introduction(scanner)
    if is_new:
        builder.create(introduction.mention)
    builder.cast.mention(introduction.mention, introduction.text, introduction.type or type_)


def read_create(scanner: Scanner, builder: Builder) -> None:
    """`create participant A`, `create actor A`."""
    scanner.take()
    if scanner.peek().kind not in _TYPES:
        raise scanner.expected('"participant" or "actor" behind "create"')
    read_participant(scanner, builder, is_new=True)


def read_destroy(scanner: Scanner, builder: Builder) -> None:
    """`destroy A`."""
    scanner.take()
    builder.destroy(read_name(scanner))


def read_activate(scanner: Scanner, builder: Builder) -> None:
    """`activate A`."""
    scanner.take()
    builder.activate(read_name(scanner))


def read_deactivate(scanner: Scanner, builder: Builder) -> None:
    """`deactivate A`."""
    scanner.take()
    builder.deactivate(read_name(scanner))


_ENDS = ("newline", "eof")
_IN_BOX = {
    **dict.fromkeys(_TYPES, read_participant),
    "destroy": read_destroy,
}


def read_box(scanner: Scanner, builder: Builder) -> None:
    """`box Aqua Words` with its participants, up to its `end`."""
    box = scanner.take()
    fill, words = divide_color(scanner.rest_of_line().text)
    builder.cast.open_frame(said(words).text, fill)
    while (kind := scanner.peek().kind) != "end":
        if statement := _IN_BOX.get(kind):
            statement(scanner, builder)
            end_statement(scanner)
        elif kind == "newline":
            scanner.take()
        elif kind == "eof":
            raise scanner.error(box.start, 'this box is never closed; expected "end"')
        else:
            raise scanner.expected('"participant", "actor" or "end" in a box')
    scanner.take()
    builder.cast.close_frame()


def end_statement(scanner: Scanner) -> None:
    """Consume the end of a line. Raises DiagramError where something else stands."""
    end, token = scanner.place, scanner.peek()
    if token.kind not in _ENDS and "\n" in scanner.text[end : token.start]:
        # To Mermaid the line break is one of the spaces then, and ends nothing.
        raise scanner.error(end, "expected the end of the line, found a space before it")
    scanner.need(_ENDS, "the end of the line")
