"""ER diagrams from public repositories are read as Mermaid itself reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from reported import level, seen

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.er.model import EntityDiagram

Rows = list[dict[str, Any]]
Corpus = Callable[..., Rows]
LEAST = {"real": 11, "docs": 38}
"""Fewer diagrams than these, and the corpus is not the one that is meant."""
CARDINALITIES = {
    "only_one": "one",
    "zero_or_one": "zero-or-one",
    "zero_or_more": "zero-or-more",
    "one_or_more": "one-or-more",
    "md_parent": "parent",
}


def theirs(model: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """One line for each thing that Mermaid read; it numbers the entities, `entity-A-0`."""
    names = {node["id"]: node["label"] for node in model["nodes"]}
    for node in model["nodes"]:
        yield "entity", node["label"], node["shape"]
    for edge in model["edges"]:
        ends = CARDINALITIES[edge["arrowTypeStart"]], CARDINALITIES[edge["arrowTypeEnd"]]
        words = seen(edge.get("label") or "")
        yield "line", names[edge["start"]], names[edge["end"]], words, *ends, edge["pattern"]


def ours(diagram: EntityDiagram) -> Iterator[tuple[object, ...]]:
    """The same lines for what was read here; an alias is no name."""
    for each in diagram.entities:
        yield "entity", each.id, "erBox"
    for one in diagram.relationships:
        pattern = "dashed" if one.line == "dotted" else "solid"
        yield "line", one.source, one.target, level(one.text), one.tail, one.head, pattern


@pytest.mark.parametrize("name", LEAST)
def test_er_diagrams_are_read_as_mermaid_reads_them(corpus: Corpus, name: str) -> None:
    rows = corpus(name, "er")
    assert len(rows) >= LEAST[name]
    found = {}
    for row in rows:
        read, wanted = list(ours(parse(row["text"]))), list(theirs(row["model"]))
        if read != wanted:
            found[row["id"]] = [line for line in read if line not in wanted]
    assert found == {}
