"""`subgraph id [title]` … `end`."""

from __future__ import annotations

from diagramkit.mermaid.kinds.flowchart.builder import Builder
from diagramkit.mermaid.kinds.flowchart.groups import OpenGroup
from diagramkit.mermaid.kinds.flowchart.labels import Label, bracketed, quoted
from diagramkit.mermaid.kinds.flowchart.messages import expected
from diagramkit.mermaid.kinds.flowchart.scanner import Scanner
from diagramkit.mermaid.text import is_white

_NAME_KINDS = {
    *("number", "name", "letters", "space", "minus", "amp", "colon", "star", "hash", "down", "up"),
    *("style", "link_style", "class_def", "class", "graph", "subgraph", "end"),
    *("flow", "connector", "global"),
}


def read_subgraph(scanner: Scanner, builder: Builder) -> None:
    """The line that begins a subgraph: an id, a title, or both."""
    start = scanner.take()
    begin = scanner.place + 1
    name = read_name(scanner, "the name of the subgraph")
    end, title = scanner.place, read_title(scanner)
    # A title with a space in it names nothing; such a subgraph is numbered.
    known = name.raw.strip() if title or not any(map(is_white, name.raw)) else None
    if known:
        scanner.source.mention(begin, end)
    builder.groups.open(OpenGroup(known or None, (title or name).words, start.start))


def read_title(scanner: Scanner) -> Label | None:
    """A title in square brackets, if one comes next."""
    opening = scanner.peek()
    if opening.kind != "open" or opening.text != "[":
        return None
    scanner.take()
    title, _ = bracketed(scanner, opening)
    scanner.go_to(title.end)
    return title


def read_name(scanner: Scanner, wanted: str) -> Label:
    """A space and words of any kind. Raises DiagramError, naming what is `wanted`."""
    if scanner.peek().kind != "space":
        raise expected(scanner, f"a space and {wanted}")
    scanner.take()
    first = scanner.peek()
    found = quoted(scanner, first.start) if first.kind == "quote" else None
    pieces: list[str] = [found.raw] if found else []
    while scanner.peek().kind in _NAME_KINDS:
        pieces.append(scanner.take().text)
    if not pieces:
        raise expected(scanner, wanted)
    wording = found.wording if found and found.wording == "markdown" else "text"
    return Label("".join(pieces), wording, scanner.place)
