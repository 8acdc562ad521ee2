"""Diagrams from public repositories are read as Mermaid itself reads them.

How words are compared is said in `reported`. The titles of subgraphs carry no word on whether they
are Markdown, so its marks are left out of all of them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from reported import level, seen

from diagramkit.diagnostics import DiagramError
from diagramkit.markdown import find_blocks
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Flowchart

Rows = list[dict[str, Any]]
Corpus = Callable[..., Rows]
LINES = {"normal": "solid", "dotted": "dotted", "thick": "thick", "invisible": "invisible"}
HEADS = {"point": "arrow", "circle": "circle", "cross": "cross", "open": "none"}
UNREAD_SETTINGS = {
    # Mermaid refuses these for a colour in a theme of their own, which is not used here.
    "hostile/inject/init_theme_var.mmd",
    "hostile/config/colours_bad.mmd",
}
NO_KIND = ("empty", "other")
SECONDS = 1.0
"""Seconds that one text of the corpus may take; nearly all take a few milliseconds."""


def theirs(model: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """One line for each thing that Mermaid read; a name of a subgraph is not also a node."""
    groups = {group["id"]: group for group in model["subgraphs"]}
    vertices = {node["id"]: node for node in model["nodes"]}
    yield "direction", model["dir"]
    for name, node in vertices.items():
        if name not in groups:
            text = seen(node["text"], node["labelType"] == "markdown")
            yield "node", name, text, node.get("shape"), tuple(node["classes"])
    for edge in model["edges"]:
        text = seen(edge["text"], edge["labelType"] == "markdown")
        double, kind = re.fullmatch(r"(double_)?arrow_(\w+)", edge["type"]).groups()  # type: ignore[union-attr]
        ends = (HEADS[kind] if double else "none", HEADS[kind])
        yield "edge", edge["start"], edge["end"], text, LINES[edge["stroke"]], ends, edge["length"]
    for name, group in sorted(groups.items()):
        classes = vertices.get(name, {"classes": []})["classes"] + group["classes"]
        members = frozenset(group["nodes"]) & (vertices.keys() | groups.keys())
        direction = {"TD": "TB"}.get(group.get("dir"), group.get("dir"))
        title = seen(group["title"], markdown=True)
        yield "group", name, title, members, direction, tuple(dict.fromkeys(classes))


def ours(chart: Flowchart, model: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """The same lines for what was read here."""
    marked = {node["id"] for node in model["nodes"] if node["labelType"] == "markdown"}
    yield "direction", chart.direction
    for node in chart.nodes:
        yield "node", node.id, level(node.text, node.id in marked), node.shape, node.classes
    for index, edge in enumerate(chart.edges):
        markdown = model["edges"][index : index + 1]
        text = level(edge.text, bool(markdown) and markdown[0]["labelType"] == "markdown")
        ends = (edge.tail, edge.head)
        yield "edge", edge.source, edge.target, text, edge.line, ends, edge.length
    for group in sorted(chart.groups, key=lambda group: group.id):
        title = level(group.title, markdown=True)
        members = frozenset(group.members)
        yield "group", group.id, title, members, group.direction, group.classes


def differences(rows: Rows) -> list[tuple[str, list[tuple[object, ...]]]]:
    found = []
    for row in rows:
        read = list(ours(parse(row["text"]), row["model"]))
        wanted = list(theirs(row["model"]))
        if read != wanted:
            found.append((row["id"], [line for line in read if line not in wanted]))
    return found


def test_flowcharts_of_repositories_are_read_as_mermaid_reads_them(corpus: Corpus) -> None:
    assert differences(corpus("real", "flowchart")) == []


def test_flowcharts_of_mermaids_documentation_are_read_as_mermaid_reads_them(
    corpus: Corpus,
) -> None:
    assert differences(corpus("docs", "flowchart")) == []


@pytest.mark.parametrize("name", ["real", "docs", "hostile"])
def test_what_mermaid_refuses_is_refused_with_its_line_and_a_caret(
    corpus: Corpus, name: str
) -> None:
    for row in corpus(name):
        if row["valid"] or row["id"] in UNREAD_SETTINGS or row["kind"] in NO_KIND:
            continue
        with pytest.raises(DiagramError) as caught:
            parse(row["text"], row["id"])
        headline, line, caret = str(caught.value).split("\n")
        assert re.match(rf"{re.escape(row['id'])}:\d+:\d+: \S", headline)
        assert line.removeprefix("| ").strip() in row["text"]
        assert caret.removeprefix("| ").strip() == "^"


def test_what_mermaid_reads_is_read_however_hostile(corpus: Corpus) -> None:
    for row in corpus("hostile"):
        if row["valid"]:
            parse(row["text"], row["id"])


@pytest.mark.parametrize("name", ["real", "docs", "hostile"])
def test_every_text_gives_a_model_or_an_error_in_time(corpus: Corpus, name: str) -> None:
    slow = []
    for row in corpus(name):
        began = time.process_time()
        with suppress(DiagramError):
            parse(row["text"])
        if time.process_time() - began > SECONDS:
            slow.append(row["id"])
    assert slow == []


def test_every_flowchart_of_the_lecture_notes_is_read(corpus_folder: Path) -> None:
    charts = 0
    for path in sorted((corpus_folder / "notes").rglob("*.md")):
        for block in find_blocks(path.read_text(encoding="utf-8")):
            if "sequenceDiagram" not in block.text:
                charts += bool(parse(block.text, str(path), block.line).nodes)
    assert charts > 70
