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
}


def read_subgraph(scanner: Scanner, builder: Builder) -> None:
    """The line that begins a subgraph: an id, a title, or both."""
    start = scanner.take()
    if scanner.peek().kind != "space":
        raise expected(scanner, "a space and the name of the subgraph")
    scanner.take()
    begin = scanner.place
    name = _name(scanner)
    end, title = scanner.place, name
    opening = scanner.peek()
    if opening.kind == "open" and opening.text == "[":
        scanner.take()
        title, _ = bracketed(scanner, opening)
        scanner.go_to(title.end)
        known: str | None = name.raw.strip()
    else:
        # A title with a space in it names nothing; such a subgraph is numbered.
        known = None if any(map(is_white, name.raw)) else name.raw
    if known:
        scanner.source.mention(begin, end)
    builder.groups.open(OpenGroup(known or None, title.words, start.start))


def _name(scanner: Scanner) -> Label:
    first = scanner.peek()
    found = quoted(scanner, first.start) if first.kind == "quote" else None
    pieces: list[str] = [found.raw] if found else []
    while scanner.peek().kind in _NAME_KINDS:
        pieces.append(scanner.take().text)
    if not pieces:
        raise expected(scanner, "the name of the subgraph")
    wording = found.wording if found and found.wording == "markdown" else "text"
    return Label("".join(pieces), wording, scanner.place)
