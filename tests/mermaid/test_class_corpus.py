"""Class diagrams from public repositories are read as Mermaid itself reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from reported import level, seen

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.class_diagram.model import ClassDiagram

Rows = list[dict[str, Any]]
Corpus = Callable[..., Rows]
LEAST = {"real": 7, "docs": 90}
"""Fewer diagrams than these, and the corpus is not the one that is meant."""


def theirs(model: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """One line for each thing that Mermaid read."""
    for node in model["nodes"]:
        yield "box", node["id"], level(seen(node["label"]), markdown=True), node["shape"]
    for edge in model["edges"]:
        ends = edge["arrowTypeStart"], edge["arrowTypeEnd"]
        words = seen(edge.get("label") or "")
        yield "line", edge["start"], edge["end"], words, *ends, edge["pattern"]


def ours(diagram: ClassDiagram) -> Iterator[tuple[object, ...]]:
    """The same lines for what was read here."""
    for space in diagram.namespaces:
        yield "box", space.id, level(space.text, markdown=True), "rect"
    for each in diagram.classes:
        yield "box", each.id, level(each.text, markdown=True), "classBox"
    for note in diagram.notes:
        yield "box", note.id, level(note.text, markdown=True), "note"
    for interface in diagram.interfaces:
        yield "box", interface.id, level(interface.text, markdown=True), "rect"
    for note in diagram.notes:
        if note.target:
            yield "line", note.id, note.target, "", "none", "none", "dotted"
    for one in diagram.relations:
        pattern = "dashed" if one.line == "dotted" else "solid"
        yield "line", one.source, one.target, level(one.text), one.tail, one.head, pattern


@pytest.mark.parametrize("name", LEAST)
def test_class_diagrams_are_read_as_mermaid_reads_them(corpus: Corpus, name: str) -> None:
    rows = corpus(name, "class")
    assert len(rows) >= LEAST[name]
    found = {}
    for row in rows:
        read, wanted = list(ours(parse(row["text"]))), list(theirs(row["model"]))
        if read != wanted:
            found[row["id"]] = [line for line in read if line not in wanted]
    assert found == {}
