"""The statements of a flowchart, one after the other.

Follows the grammar of Mermaid 11.17 (`flow.jison`), spaces and separators included. The one
departure: an `@` in a label without quotes (`A[pass@K]`) is a character like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.critical import read_critical
from diagramkit.mermaid.hints import read_hints
from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.click import read_click
from diagramkit.mermaid.kinds.flowchart.commands import (
    read_class,
    read_class_definition,
    read_link_style,
    read_style,
)
from diagramkit.mermaid.kinds.flowchart.messages import expected
from diagramkit.mermaid.kinds.flowchart.model import Direction, Flowchart
from diagramkit.mermaid.kinds.flowchart.scanner import ID_KINDS, Scanner
from diagramkit.mermaid.kinds.flowchart.subgraphs import read_subgraph
from diagramkit.mermaid.kinds.flowchart.vertices import end_of_vertices, read_vertices
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import WHITE

_DIRECTIONS: dict[str, Direction] = {
    "LR": "LR",
    "RL": "RL",
    "TB": "TB",
    "TD": "TB",
    "BT": "BT",
    "BR": "TB",
    ">": "LR",
    "<": "RL",
    "v": "TB",
    "^": "BT",
}
_HEADER = re.compile(rf"{WHITE}*(?P<none>\n)|{WHITE}*((?:LR|RL|TB|BT|TD|BR|v)\b|[<>^])", re.ASCII)
Statement = Callable[[Scanner, Builder], None]
STATEMENTS: dict[str, Statement] = {
    "style": read_style,
    "link_style": read_link_style,
    "class_def": read_class_definition,
    "class": read_class,
    "click": read_click,
    **dict.fromkeys(ID_KINDS, read_vertices),
}
"""What flowcharts and what is written like them have in common."""
_STATEMENTS: dict[str, Statement] = {**STATEMENTS, "subgraph": read_subgraph}
_STYLES = (read_style, read_class_definition, read_link_style)
_SEPARATORS = frozenset(("newline", "semi", "eof"))


def read(source: Source, scanner: Scanner | None = None) -> Flowchart:
    """Read a flowchart; a `scanner` of it that watches the tokens may be handed in.

    Raises DiagramError where Mermaid would not read it.
    """
    builder = Builder(source)
    read_into(builder, scanner or Scanner(source), _STATEMENTS)
    return finished(source, builder)


def read_into(
    builder: Builder, scanner: Scanner, statements: Mapping[str, Statement], group: str = "subgraph"
) -> None:
    """Read all `statements`, by their first token, of a source whose groups are called `group`."""
    builder.direction = _header(scanner)
    while scanner.peek().kind != "eof":
        _line(scanner, builder, statements, group)
    if opened := builder.groups.innermost:
        raise scanner.error(opened.offset, f'this {group} is never closed; expected "end"')


def finished(source: Source, builder: Builder) -> Flowchart:
    """All that was read, with what comments say of it."""
    chart = builder.flowchart(read_critical(source, builder.names()))
    pairs = [(edge.source, edge.target) for edge in chart.edges]
    return replace(chart, hints=read_hints(source, builder.names(), pairs))


def _header(scanner: Scanner) -> Direction:
    """`flowchart LR` and the end of that statement."""
    word = scanner.take()
    if word.kind != "graph":
        scanner.go_to(word.start)
        raise expected(scanner, '"flowchart" or "graph"')
    header = _HEADER.match(scanner.text, word.end)
    if header is None:
        scanner.skip_spaces()
        raise expected(scanner, "a direction (LR, RL, TB, TD or BT) or the end of the line")
    scanner.go_to(header.end())
    if header["none"]:
        return "TB"
    spaces = scanner.skip_spaces()
    found = scanner.peek()
    if found.kind not in (("newline",) if spaces else ("newline", "semi")):
        below = "\n" in scanner.text[header.end() : found.start]
        raise expected(scanner, "a node" if below else "the end of the line after the direction")
    scanner.take()
    return _DIRECTIONS[header[2]]


def _line(
    scanner: Scanner, builder: Builder, statements: Mapping[str, Statement], group: str
) -> None:
    """One statement with what ends it, or what stands between statements."""
    token = scanner.peek()
    if token.kind in ("newline", "semi", "space"):
        scanner.take()
    elif statement := statements.get(token.kind):
        statement(scanner, builder)
        if scanner.peek().kind not in _SEPARATORS:
            raise _not_ended(scanner, statement)
        scanner.take()
    elif token.kind == "end" and builder.groups.innermost:
        scanner.take()
        builder.groups.close()
    elif token.kind == "direction":
        scanner.take()
        if opened := builder.groups.innermost:
            opened.direction = _DIRECTIONS[token.text]
    elif token.kind in ("acc_title", "acc_descr", "acc_block"):
        _description(scanner, builder)
    elif token.kind == "end":
        raise scanner.error(token.start, f'an "end" that ends nothing: no {group} is open here')
    else:
        raise expected(scanner, f"a node, a {group} or a style")


def _not_ended(scanner: Scanner, statement: Statement) -> DiagramError:
    if statement is read_vertices:
        return end_of_vertices(scanner)
    bracket = statement in _STYLES and scanner.peek().kind == "open"
    hint = "a value has no brackets, a colour is written #rrggbb" if bracket else ""
    return expected(scanner, "the end of the line", hint)


def _description(scanner: Scanner, builder: Builder) -> None:
    """`accTitle: …`, `accDescr: …` to the end of the line, `accDescr { … }`."""
    token = scanner.take()
    block = token.kind == "acc_block"
    end = scanner.text.find("}" if block else "\n", token.end)
    end = len(scanner.text) if end < 0 else end
    said = words(scanner.text[token.end : end])
    if token.kind == "acc_title":
        builder.title = said
    else:
        builder.description = said
    scanner.go_to(min(end + block, len(scanner.text)))
