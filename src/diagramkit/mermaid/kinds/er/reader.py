"""The statements of an ER diagram, one after the other.

Follows the grammar of Mermaid 11.17 (`erDiagram.jison`), in which a statement needs no line of its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.declarations import declarations
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.er.builder import Builder
from diagramkit.mermaid.kinds.er.model import EntityDiagram
from diagramkit.mermaid.kinds.er.names import NAMES, read_ids, read_name
from diagramkit.mermaid.kinds.er.scanner import Scanner
from diagramkit.mermaid.kinds.er.statements import read_entity
from diagramkit.mermaid.kinds.flowchart.groups import OpenGroup
from diagramkit.mermaid.kinds.flowchart.model import DIRECTIONS, Style
from diagramkit.mermaid.label import words
from diagramkit.mermaid.limits import check_looks
from diagramkit.mermaid.source import Source

_STYLE_KINDS = ("name", "colon", "hash")


def read(source: Source) -> EntityDiagram:
    """Read an ER diagram. Raises DiagramError where Mermaid would not read it."""
    scanner, builder = Scanner(source), Builder(source)
    scanner.need("header", '"erDiagram"')
    while scanner.peek().kind != "eof":
        statement = _STATEMENTS.get(scanner.peek().kind)
        if statement is None:
            raise scanner.expected("an entity or a relationship", _hint(scanner))
        statement(scanner, builder)
    if group := builder.groups.innermost:
        raise scanner.error(group.offset, 'this subgraph is never closed; expected "end"')
    diagram = builder.diagram(read_critical(source, builder.names()))
    names = [*builder.names(), *builder.groups]
    pairs = [(each.source, each.target) for each in diagram.relationships]
    return replace(diagram, hints=read_hints(source, names, pairs))


def _hint(scanner: Scanner) -> str:
    if scanner.peek().kind in ("line", "dotted"):
        return "a relationship says how many there are at both ends, as in A ||--o{ B : words"
    word = scanner.peek().text.strip()
    if word.isalpha():
        return f'"{word}" is a word of Mermaid; in double quotes it is a name'
    return ""


def _read_newline(scanner: Scanner, _: Builder) -> None:
    scanner.take()


def _read_direction(scanner: Scanner, builder: Builder) -> None:
    direction = DIRECTIONS[scanner.take().text]
    if group := builder.groups.innermost:
        group.direction = direction
    else:
        builder.direction = direction


def _read_title(scanner: Scanner, builder: Builder) -> None:
    builder.title = scanner.description()


def _read_description(scanner: Scanner, builder: Builder) -> None:
    builder.description = scanner.description()


def _read_class(scanner: Scanner, builder: Builder) -> None:
    """`class a,b name`."""
    scanner.take()
    names = _read_entities(scanner)
    classes = read_ids(scanner, "the name of a class of styles")
    check_looks(scanner.source, names, classes, scanner.place)
    builder.add_classes(names, classes)


def _read_class_definition(scanner: Scanner, builder: Builder) -> None:
    """`classDef a,b fill:#fff`."""
    scanner.take()
    names = read_ids(scanner, "the name of a class of styles")
    builder.define_class(names, _style_of(scanner, names))


def _read_style(scanner: Scanner, builder: Builder) -> None:
    """`style a,b fill:#fff`."""
    scanner.take()
    names = _read_entities(scanner)
    builder.add_style(names, _style_of(scanner, names))


def _read_entities(scanner: Scanner) -> list[str]:
    start = scanner.peek().start
    names = read_ids(scanner, "the names of entities")
    scanner.source.mention(start, scanner.place, ",")
    return names


def _style_of(scanner: Scanner, names: Sequence[str]) -> Style:
    style = _style(scanner)
    check_looks(scanner.source, names, style, scanner.place)
    return style


def _style(scanner: Scanner) -> Style:
    """Declarations with commas between them, and the end of their line."""
    start = scanner.place
    pieces: list[str] = []
    while not pieces or scanner.take_if("comma"):
        pieces.append(scanner.need(_STYLE_KINDS, "a style such as fill:#eee").text)
        while more := scanner.take_if(*_STYLE_KINDS):
            pieces[-1] += more.text
    over = "\n" in scanner.text[start : scanner.peek().start]
    hint = "a space at the end of a line of style goes on in the next line" if over else ""
    scanner.need(("semi", "newline"), "the end of the line", hint)
    return declarations(pieces)


def _read_subgraph(scanner: Scanner, builder: Builder) -> None:
    """`subgraph name [a title]`."""
    start = scanner.take()
    token = read_name(scanner, "the name of the subgraph")
    scanner.source.mention(token.start, token.end)
    name = title = token.text
    if scanner.take_if("open"):
        pieces = [read_name(scanner, "a title").text]
        while scanner.peek().kind in NAMES:
            pieces.append(read_name(scanner, "a title").text)
        title = " ".join(pieces)
        scanner.need("close", '"]" after the title')
    scanner.need(("newline", "eof"), "the end of the line")
    builder.groups.open(OpenGroup(name, words(title), start.start))


def _read_end(scanner: Scanner, builder: Builder) -> None:
    token = scanner.take()
    if builder.groups.innermost is None:
        message = 'an "end" that ends nothing: no subgraph is open here'
        raise scanner.error(token.start, message)
    builder.groups.close()


_STATEMENTS: dict[str, Callable[[Scanner, Builder], None]] = {
    **dict.fromkeys(NAMES, read_entity),
    "newline": _read_newline,
    "direction": _read_direction,
    "class": _read_class,
    "class_def": _read_class_definition,
    "style": _read_style,
    "subgraph": _read_subgraph,
    "end": _read_end,
    "acc_title": _read_title,
    "acc_descr": _read_description,
    "acc_block": _read_description,
}
