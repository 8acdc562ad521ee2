"""The statements about classes: `class`, `<<interface>>`, `note`, `namespace`."""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.class_diagram.builder import Builder
from diagramkit.mermaid.kinds.class_diagram.names import ALPHANUMERIC, read_name
from diagramkit.mermaid.kinds.class_diagram.scanner import Scanner


def read_class(scanner: Scanner, builder: Builder) -> None:
    """`class name["label"]:::style { … }`."""
    scanner.take()
    name = read_name(scanner, "the name of a class")
    builder.declare(name.text, _label(scanner), name.start)
    must_have_members = False
    if scanner.take_if("separator"):
        style = scanner.need(ALPHANUMERIC, "the name of a class of styles")
        builder.add_css_class(name.text, style.text)
        must_have_members = True
    elif scanner.peek().kind == "annotation":
        builder.add_annotation(name.text, _annotation(scanner), name.start)
    if scanner.peek().kind == "start":
        _read_members(scanner, builder, name.text, must_have_members)


def _label(scanner: Scanner) -> str:
    """What stands between `["` and `"]`; empty if nothing does."""
    if not scanner.take_if("open"):
        return ""
    label = scanner.need("string", 'a label in double quotes, as in ["words"]')
    scanner.need("close", '"]" after the label')
    return label.text


def _read_members(scanner: Scanner, builder: Builder, name: str, needed: bool) -> None:
    start = scanner.take()
    while member := scanner.take_if("member"):
        builder.add_member(name, member.text, member.start)
        needed = False
    if scanner.peek().kind == "eof":
        raise not_closed(scanner, start.start)
    if needed:
        scanner.need("member", "a member; none at all is written without braces")
    scanner.need("stop", 'a member or "}"', "a member has no braces in it")


def _annotation(scanner: Scanner) -> str:
    """`<<interface>>`."""
    scanner.take()
    text = scanner.need(ALPHANUMERIC, "one word such as interface")
    scanner.need("annotation_end", '">>" after the word')
    return text.text


def read_annotation(scanner: Scanner, builder: Builder) -> None:
    """`<<interface>> name`."""
    text = _annotation(scanner)
    name = read_name(scanner, "the name of a class")
    builder.add_annotation(name.text, text, name.start)


def read_note(scanner: Scanner, builder: Builder) -> None:
    """`note "…"` and `note for name "…"`."""
    start = scanner.take()
    wanted = "words in double quotes"
    target = read_name(scanner, "the name of a class") if start.kind == "note_for" else None
    text = scanner.need("string", wanted)
    builder.add_note(text.text, target.text if target else None, start.start)


def read_namespace(scanner: Scanner, builder: Builder) -> None:
    """`namespace name["label"] {`; its statements come next."""
    start = scanner.take()
    name = read_name(scanner, "the name of a namespace", typed=False)
    label = _label(scanner)
    scanner.need("start", '"{"')
    builder.namespaces.open(name.text, label, start.start)


def not_closed(scanner: Scanner, offset: int) -> DiagramError:
    """The error of braces that are open at the end of the text."""
    return scanner.error(offset, 'this is never closed; expected "}"')
