"""The statements of a class diagram, one after the other.

Follows the grammar of Mermaid 11.17 (`classDiagram.jison`). Two departures: a backtick that is
never closed is refused, and `A : <<word>>` is an annotation as it is between the braces of a class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.class_diagram.builder import Builder
from diagramkit.mermaid.kinds.class_diagram.looks import (
    read_callback,
    read_class_definition,
    read_click,
    read_css_class,
    read_link,
    read_style,
)
from diagramkit.mermaid.kinds.class_diagram.model import ClassDiagram
from diagramkit.mermaid.kinds.class_diagram.names import ALPHANUMERIC
from diagramkit.mermaid.kinds.class_diagram.relations import read_mention
from diagramkit.mermaid.kinds.class_diagram.scanner import Scanner
from diagramkit.mermaid.kinds.class_diagram.statements import (
    not_closed,
    read_annotation,
    read_class,
    read_namespace,
    read_note,
)
from diagramkit.mermaid.kinds.flowchart.model import DIRECTIONS
from diagramkit.mermaid.source import Source

_HINTS = {
    "label": 'a member is written "A : member", without "class"',
    "colon": 'a label has no ":" in it',
    "separator": 'a label has no ":" in it',
    ";": 'no line ends with ";", and no label has it',
    "=": 'relations are "-->", "<|--", "*--" …',
    "open": 'a label stands behind "class": class A["words"]',
}
"""What may help where a statement does not end, by what stands there instead."""
_Statement = Callable[[Scanner, Builder], None]


def read(source: Source) -> ClassDiagram:
    """Read a class diagram. Raises DiagramError where Mermaid would not read it."""
    scanner, builder = Scanner(source), Builder(source)
    scanner.need("header", '"classDiagram"')
    scanner.need("newline", 'the end of the line after "classDiagram"')
    more = True
    while more:
        _read_statement(scanner, builder)
        more = _read_end(scanner, builder)
    diagram = builder.diagram(read_critical(source, builder.names()))
    pairs = [(relation.source, relation.target) for relation in diagram.relations]
    return replace(diagram, hints=read_hints(source, builder.names(), pairs))


def _read_statement(scanner: Scanner, builder: Builder) -> None:
    while scanner.peek().kind == "namespace":
        read_namespace(scanner, builder)
        scanner.take_if("newline")
    inside = builder.namespaces.innermost is not None
    statement = (_INSIDE if inside else _STATEMENTS).get(scanner.peek().kind)
    if statement is None and inside:
        raise scanner.expected("a class, a note or a namespace", _inside_hint(scanner))
    if statement is None:
        raise scanner.expected("a class, a relation, a note or a namespace")
    statement(scanner, builder)


def _inside_hint(scanner: Scanner) -> str:
    if scanner.peek().kind in (*ALPHANUMERIC, "literal"):
        return 'relations and members of the form "A : member" stand outside of namespaces'
    return ""


def _read_end(scanner: Scanner, builder: Builder) -> bool:
    """What ends a statement: a line break, braces of namespaces, the end of the text. Whether
    more statements follow."""
    ended = False
    while True:
        token = scanner.peek()
        if token.kind == "newline" and not ended:
            ended = True
        elif token.kind == "stop" and builder.namespaces.innermost is not None:
            builder.namespaces.close()
            ended = False
        elif token.kind == "eof":
            break
        elif ended:
            return True
        else:
            raise scanner.expected("the end of the line", _end_hint(scanner))
        scanner.take()
    if builder.namespaces.innermost is not None:
        raise not_closed(scanner, builder.namespaces.opened_at)
    return False


def _end_hint(scanner: Scanner) -> str:
    return _HINTS.get(scanner.peek().kind, _HINTS.get(scanner.peek().text, ""))


def _read_direction(scanner: Scanner, builder: Builder) -> None:
    builder.direction = DIRECTIONS[scanner.take().text]


def _read_title(scanner: Scanner, builder: Builder) -> None:
    builder.title = scanner.description()


def _read_description(scanner: Scanner, builder: Builder) -> None:
    builder.description = scanner.description()


_INSIDE: dict[str, _Statement] = {
    "class": read_class,
    "note": read_note,
    "note_for": read_note,
}
_STATEMENTS: dict[str, _Statement] = {
    **_INSIDE,
    **dict.fromkeys((*ALPHANUMERIC, "literal"), read_mention),
    "annotation": read_annotation,
    "callback": read_callback,
    "class_def": read_class_definition,
    "click": read_click,
    "css_class": read_css_class,
    "direction": _read_direction,
    "link": read_link,
    "style": read_style,
    "acc_title": _read_title,
    "acc_descr": _read_description,
    "acc_block": _read_description,
}
