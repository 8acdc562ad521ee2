"""State diagrams from public repositories are read as Mermaid itself reads them.

Mermaid gives one list of nodes, composites and notes among them, and one of edges. Both sides are
written here as lines that say the same; names that Mermaid makes up (of regions and notes) are
those of this package.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from reported import level, seen

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.state.model import StateDiagram

Rows = list[dict[str, Any]]
Corpus = Callable[..., Rows]
Line = tuple[object, ...]
KINDS = {"stateStart": "start", "stateEnd": "end", "choice": "choice", "fork": "fork"}
KINDS |= {"join": "join"}


def regions(nodes: Rows) -> dict[str, str]:
    """The names of Mermaid's regions as they are here: by their composite, counted from 1."""
    names: dict[str, str] = {}
    count: Counter[str] = Counter()
    for node in nodes:
        if node.get("shape") == "divider":
            parent = names.get(node["parentId"], node["parentId"])
            count[parent] += 1
            names[node["id"]] = f"{parent}--{count[parent]}"
    for name, own in list(names.items()):
        names.update({f"{name}_{edge}": f"{own}_{edge}" for edge in ("start", "end")})
    return names


def theirs(model: dict[str, Any]) -> Iterator[Line]:
    """One line for each thing that Mermaid read."""
    nodes = model["nodes"]
    names = regions(nodes)
    notes = {node["id"]: node["label"] for node in nodes if node.get("shape") == "note"}
    for node in nodes:
        shape, name = node.get("shape"), names.get(node["id"], node["id"])
        parent = names.get(node.get("parentId"), node.get("parentId"))
        text = seen(node["label"], markdown=True)
        if shape in ("note", "noteGroup"):
            continue
        if node["isGroup"]:
            yield "composite", name, text, parent, shape == "divider"
        else:
            kind = KINDS.get(shape, "state")
            yield "state", name, "" if kind in ("start", "end") else text, kind, parent
    for edge in model["edges"]:
        start, end = (names.get(edge[key], edge[key]) for key in ("start", "end"))
        if start in notes or end in notes:
            side, state, note = ("left", end, start) if start in notes else ("right", start, end)
            yield "note", state, seen(notes[note], markdown=True), side
        else:
            yield "transition", start, end, seen(edge["label"], markdown=True)


def ours(diagram: StateDiagram) -> Iterator[Line]:
    """The same lines for what was read here."""
    parent = {member: each.id for each in diagram.composites for member in each.members}
    for each in diagram.composites:
        title = level(each.title, markdown=True)
        yield "composite", each.id, title, parent.get(each.id), each.is_region
    for state in diagram.states:
        text = level(state.text, markdown=True)
        yield "state", state.id, text, state.kind, parent.get(state.id)
    for step in diagram.transitions:
        yield "transition", step.source, step.target, level(step.text, markdown=True)
    for note in diagram.notes:
        yield "note", note.state, level(note.text, markdown=True), note.side


@pytest.mark.parametrize(("name", "least"), [("real", 16), ("docs", 69)])
def test_state_diagrams_are_read_as_mermaid_reads_them(
    corpus: Corpus, name: str, least: int
) -> None:
    rows = corpus(name, "state")
    different = [
        row["id"]
        for row in rows
        if Counter(ours(parse(row["text"]))) != Counter(theirs(row["model"]))  # type: ignore[arg-type]
    ]
    assert len(rows) >= least
    assert different == []
