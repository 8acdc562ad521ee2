"""Relations: `Animal "1" <|-- "many" Duck : is a`."""

from __future__ import annotations

from typing import Literal

from diagramkit.mermaid.kinds.class_diagram.builder import Builder
from diagramkit.mermaid.kinds.class_diagram.model import End, Relation
from diagramkit.mermaid.kinds.class_diagram.names import read_name
from diagramkit.mermaid.kinds.class_diagram.scanner import Scanner
from diagramkit.mermaid.label import words
from diagramkit.mermaid.tokens import Token

_ENDS: dict[str, End] = {
    "extension": "extension",
    "dependency": "dependency",
    "aggregation": "aggregation",
    "composition": "composition",
    "lollipop": "lollipop",
}
_LINES: dict[str, Literal["solid", "dotted"]] = {"line": "solid", "dotted": "dotted"}
_FIRST = ("string", *_ENDS, *_LINES)


def read_mention(scanner: Scanner, builder: Builder) -> None:
    """A statement that begins with the name of a class: a relation, a member, or nothing else,
    which says nothing."""
    name = read_name(scanner, "the name of a class")
    if member := scanner.take_if("label"):
        builder.add_member(name.text, member.text[1:], member.start)
    elif scanner.peek().kind in _FIRST:
        _read_relation(scanner, builder, name)


def _read_relation(scanner: Scanner, builder: Builder, source: Token) -> None:
    tail_text = scanner.take_if("string")
    tail = _end(scanner)
    written = scanner.need(_LINES, 'a line: "--" or ".."', 'relations are "-->", "<|--", "*--" …')
    head = _end(scanner)
    head_text = scanner.take_if("string")
    target = read_name(scanner, "the name of a class after the relation")
    label = scanner.take_if("label")
    relation = Relation(
        source.text,
        target.text,
        _bare(label),
        _LINES[written.kind],
        tail,
        head,
        _words(tail_text),
        _words(head_text),
        scanner.source.location(source.start),
    )
    builder.relate(relation, source.start)


def _end(scanner: Scanner) -> End:
    token = scanner.take_if(*_ENDS)
    return _ENDS[token.kind] if token else "none"


def _bare(label: Token | None) -> str:
    """The words behind a colon; quotes around them are shown."""
    return words(label.text[1:]) if label else ""


def _words(quoted: Token | None) -> str:
    """The words at an end; Mermaid shows no `none`."""
    shown = words(quoted.text) if quoted else ""
    return "" if shown == "none" else shown
