"""Nodes and the links between them: `A[one] & B -->|words| C:::name --> D@{ shape: cyl }`."""

from __future__ import annotations

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.flowchart.builder import Builder, Link
from diagramkit.mermaid.kinds.flowchart.labels import bracketed, piped
from diagramkit.mermaid.kinds.flowchart.link_words import on_link
from diagramkit.mermaid.kinds.flowchart.links import halves, whole
from diagramkit.mermaid.kinds.flowchart.messages import expected
from diagramkit.mermaid.kinds.flowchart.scanner import ID_KINDS, Scanner, Token


def read_vertices(scanner: Scanner, builder: Builder) -> None:
    """A statement of nodes and links; the nodes become members of the open subgraph."""
    sources = _nodes(scanner, builder, "the name of a node")
    members = list(sources)
    while link := _link(scanner):
        targets = _nodes(scanner, builder, "the name of a node after the link")
        builder.link(sources, targets, link)
        members += targets
        sources = targets
    builder.groups.add(members)


def read_id(scanner: Scanner, wanted: str) -> Token:
    """The name that comes next. Raises DiagramError, naming what was `wanted`, if none does."""
    first = scanner.peek()
    if first.kind not in ID_KINDS:
        raise expected(scanner, wanted)
    name = scanner.take().text
    while scanner.peek().kind in ID_KINDS:
        name += scanner.take().text
    return Token("id", name, first.start, scanner.place)


def end_of_vertices(scanner: Scanner) -> DiagramError:
    """The error of a statement of nodes that neither goes on nor ends."""
    several = scanner.peek().kind in ID_KINDS
    hint = "several words stand in brackets, as in id[several words]" if several else ""
    return expected(scanner, 'a link, "&" or the end of the line', hint)


def _nodes(scanner: Scanner, builder: Builder, wanted: str) -> list[str]:
    """Nodes joined by ` & `, each with its attributes."""
    names: list[str] = []
    while True:
        name = _node(scanner, builder, wanted)
        names.append(name.text)
        has_attributes = scanner.peek().kind == "attributes"
        if has_attributes:
            from diagramkit.mermaid.kinds.flowchart.attributes import read_attributes

            read_attributes(scanner, builder, name)
        spaces = scanner.skip_spaces()
        if not (spaces and scanner.peek().kind == "amp"):
            break
        scanner.take()
        if not scanner.skip_spaces():
            raise expected(scanner, 'a space and the name of a node after "&"')
        wanted = 'the name of a node after "&"'
    if has_attributes and spaces:
        raise end_of_vertices(scanner)
    return names


def _node(scanner: Scanner, builder: Builder, wanted: str) -> Token:
    name = read_id(scanner, wanted)
    scanner.source.mention(name.start, name.end)
    opening = scanner.peek()
    if opening.kind == "open":
        scanner.take()
        label, shape = bracketed(scanner, opening)
        scanner.go_to(label.end)
        builder.node(name.text, name.start, label, shape)
    else:
        builder.node(name.text, name.start)
    if scanner.peek().kind == "separator":
        scanner.take()
        chosen = read_id(scanner, 'the name of a class after ":::"')
        builder.add_class(name.text.split(","), chosen.text)
    return name


def _link(scanner: Scanner) -> Link | None:
    """The link that comes next, with its words; None where the statement ends."""
    start = scanner.peek()
    name = scanner.take().text.replace("@", "", 1) if start.kind == "link_id" else None
    token = scanner.peek()
    if token.kind == "link":
        scanner.take()
        label = None
        pipe = scanner.peek()
        if pipe.kind == "pipe":
            scanner.take()
            label = piped(scanner, pipe)
            scanner.go_to(label.end)
            if scanner.peek().kind == "space":
                scanner.take()
        return Link(whole(token.text), start.start, label, name)
    if token.kind.endswith("_start"):
        scanner.take()
        label, end = on_link(scanner, token)
        scanner.go_to(label.end)
        return Link(halves(token.text, end), start.start, label, name)
    return None
