"""The statements of a C4 diagram, one after the other.

Follows the grammar of Mermaid 11.17 (`c4Diagram.jison`). Where things stand is left to the layout:
offsets of words and the numbers of `UpdateLayoutConfig` say nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.kinds.c4.builder import Builder
from diagramkit.mermaid.kinds.c4.model import C4Diagram, Form, Kind, Scope, Side, Way
from diagramkit.mermaid.kinds.c4.scanner import Argument, Scanner
from diagramkit.mermaid.kinds.flowchart.model import Style
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest
from diagramkit.mermaid.tokens import Token

_SCOPES: dict[str, Scope] = {
    "C4Context": "Context",
    "C4Container": "Container",
    "C4Component": "Component",
    "C4Dynamic": "Dynamic",
    "C4Deployment": "Deployment",
}
_ELEMENTS: dict[str, tuple[Kind, Form, bool]] = {
    "Person": ("person", "box", False),
    "Person_Ext": ("person", "box", True),
}
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("System", "system"),
    ("Container", "container"),
    ("Component", "component"),
)
_FORMS: tuple[tuple[str, Form], ...] = (("", "box"), ("Db", "database"), ("Queue", "queue"))
for _word, _kind in _KINDS:
    for _suffix, _form in _FORMS:
        _ELEMENTS[_word + _suffix] = (_kind, _form, False)
        _ELEMENTS[f"{_word}{_suffix}_Ext"] = (_kind, _form, True)
_RELATIONSHIPS: dict[str, tuple[Way, Side | None]] = {
    "Rel": ("forward", None),
    "BiRel": ("both", None),
    "Rel_Back": ("back", None),
    **dict.fromkeys(("Rel_Up", "Rel_U"), ("forward", "up")),
    **dict.fromkeys(("Rel_Down", "Rel_D"), ("forward", "down")),
    **dict.fromkeys(("Rel_Left", "Rel_L"), ("forward", "left")),
    **dict.fromkeys(("Rel_Right", "Rel_R"), ("forward", "right")),
    "RelIndex": ("forward", None),
}
_BOUNDARIES = ("Boundary", "Enterprise_Boundary", "System_Boundary", "Container_Boundary")
_NODES = ("Deployment_Node", "Node", "Node_L", "Node_R")
_UPDATES = ("UpdateElementStyle", "UpdateRelStyle", "UpdateLayoutConfig")
_KNOWN = [*_ELEMENTS, *_RELATIONSHIPS, *_BOUNDARIES, *_NODES, *_UPDATES]

_LINE = ("from", "to", "label", "techn", "descr", "sprite", "tags", "link")
_BOX = ("alias", "label", "descr", "sprite", "tags", "link")
_BUILT = ("alias", "label", "techn", "descr", "sprite", "tags", "link")
_FRAME = ("alias", "label", "type", "tags", "link")
_NODE = ("alias", "label", "type", "descr", "sprite", "tags", "link")
_PAINT = ("elementName", "bgColor", "fontColor", "borderColor", "shadowing", "shape", "sprite")
_STROKE = ("from", "to", "textColor", "lineColor", "offsetX", "offsetY")


def read(source: Source) -> C4Diagram:
    """Read a C4 diagram. Raises DiagramError where Mermaid would not read it, and where a
    relationship has an end that is no element."""
    scanner = Scanner(source)
    header = scanner.need("word", '"C4Context"')
    if header.text not in _SCOPES:
        raise scanner.error(header.start, f'"{header.text[:40]}" begins no C4 diagram')
    builder = Builder(source, _SCOPES[header.text])
    scanner.need("newline", "the end of the line")
    while not _is_over(scanner, builder):
        _read_statement(scanner, builder)
    if not builder.names():
        raise scanner.expected('an element, as in Person(alias, "name")')
    return builder.diagram(read_critical(source, builder.names()))


def _is_over(scanner: Scanner, builder: Builder) -> bool:
    """Whether the diagram ends here; the boundaries that end here are closed."""
    scanner.take_if("newline")
    while scanner.peek().kind == "close":
        end = scanner.take()
        if builder.groups.innermost is None:
            raise scanner.error(end.start, 'a "}" that ends nothing: no boundary is open here')
        builder.groups.close()
        scanner.take_if("newline")
    if scanner.peek().kind != "eof":
        return False
    if group := builder.groups.innermost:
        raise scanner.error(group.offset, 'this boundary is never closed; expected "}"')
    return True


def _read_statement(scanner: Scanner, builder: Builder) -> None:
    """A statement and the end of its line."""
    token = scanner.peek()
    if token.kind in ("title", "acc_title"):
        title = scanner.line() if token.kind == "title" else scanner.description()
        builder.title = title
    elif token.kind in ("acc_descr", "acc_block"):
        builder.description = scanner.description()
    elif token.kind == "old_descr":
        builder.description = scanner.line()
    elif token.kind == "word" and token.text in (*_BOUNDARIES, *_NODES):
        # What stands inside begins on the next line, and is read like all others.
        _read_boundary(scanner, builder, scanner.take())
        return
    elif token.kind == "word":
        _read_word(scanner, builder, scanner.take())
    else:
        raise scanner.expected("an element, a relationship or a boundary")
    if scanner.peek().kind not in ("newline", "eof", "close"):
        raise scanner.expected("the end of the line", "a statement has a line of its own")


def _read_word(scanner: Scanner, builder: Builder, word: Token) -> None:
    if word.text not in _KNOWN:
        raise _unknown(scanner, word)
    arguments = scanner.arguments()
    if element := _ELEMENTS.get(word.text):
        kind, form, is_external = element
        names = _BUILT if kind in ("container", "component") else _BOX
        fields = _fields(scanner, word, names, arguments)
        builder.element(fields, kind, form, word.start, is_external=is_external)
    elif relationship := _RELATIONSHIPS.get(word.text):
        if word.text == "RelIndex":
            arguments = arguments[1:]
        builder.relate(_fields(scanner, word, _LINE, arguments), *relationship, word.start)
    elif word.text == "UpdateElementStyle":
        fields = _fields(scanner, word, _PAINT, arguments)
        builder.style_element(fields, _box_style(fields), word.start)
    elif word.text == "UpdateRelStyle":
        fields = _fields(scanner, word, _STROKE, arguments)
        builder.style_relationship(fields, _line_style(fields), word.start)


def _unknown(scanner: Scanner, word: Token) -> DiagramError:
    hint = nearest(word.text, _KNOWN)
    return scanner.error(word.start, f'"{word.text[:40]}" is no word of C4 diagrams{hint}')


def _read_boundary(scanner: Scanner, builder: Builder, word: Token) -> None:
    """The beginning of a boundary, up to its first statement; there is one at least."""
    names = _NODE if word.text in _NODES else _FRAME
    fields = _fields(scanner, word, names, scanner.arguments())
    is_below = scanner.take_if("newline") is not None
    scanner.need("open", '"{" after a boundary')
    if not scanner.take_if("newline") and not is_below:
        raise scanner.expected('the end of the line after "{"')
    if scanner.peek().kind != "word":
        raise scanner.expected("an element inside of the boundary")
    builder.open_boundary(fields, word.start)


def _fields(
    scanner: Scanner, word: Token, names: Sequence[str], arguments: Sequence[Argument]
) -> dict[str, str]:
    """Arguments by their names; one that is named in the source keeps its own name."""
    fields = {
        argument.name or name: argument.text
        for name, argument in zip(names, arguments, strict=False)
    }
    if not fields.get(names[0]):
        raise scanner.error(word.start, f"{word.text} needs a name as its first argument")
    return fields


def _box_style(fields: dict[str, str]) -> Style:
    pairs = (("fill", "bgColor"), ("color", "fontColor"), ("stroke", "borderColor"))
    return tuple((name, fields[key]) for name, key in pairs if fields.get(key))


def _line_style(fields: dict[str, str]) -> Style:
    pairs = (("stroke", "lineColor"), ("color", "textColor"))
    return tuple((name, fields[key]) for name, key in pairs if fields.get(key))
