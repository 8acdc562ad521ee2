"""Timelines, mind maps and histories from public repositories: read as Mermaid reads them, drawn
without a fault; what Mermaid refuses is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from reported import level, seen

from diagramkit import render
from diagramkit.diagnostics import DiagramError
from diagramkit.lint import check
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.mindmap.model import Mindmap

Rows = list[dict[str, Any]]
Corpus = Callable[[str], Rows]
KINDS = ("timeline", "mindmap", "gitgraph")
SHAPES = {
    "defaultMindmapNode": "plain",
    "rect": "square",
    "rounded": "rounded",
    "mindmapCircle": "circle",
    "cloud": "cloud",
    "bang": "bang",
    "hexagon": "hexagon",
}


def of(rows: Rows, kind: str, *, valid: bool) -> Rows:
    return [row for row in rows if row["kind"] == kind and row["valid"] is valid]


def theirs(model: dict[str, Any]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Mermaid's nodes in its order, and who hangs off whom."""
    nodes = [(seen(node["label"], markdown=True), SHAPES[node["shape"]]) for node in model["nodes"]]
    return nodes, sorted((edge["start"], edge["end"]) for edge in model["edges"])


def ours(chart: Mindmap) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The same of what was read here; both count nodes in source order."""
    nodes = [(level(node.text, markdown=True), node.shape) for node in chart.nodes]
    parents = [(str(node.parent), str(n)) for n, node in enumerate(chart.nodes) if n]
    return nodes, sorted(parents)


@pytest.mark.parametrize("name", ["real", "docs"])
def test_mind_maps_are_read_as_mermaid_reads_them(corpus: Corpus, name: str) -> None:
    for row in of(corpus(name), "mindmap", valid=True):
        chart = parse(row["text"], row["id"])
        assert isinstance(chart, Mindmap)
        assert ours(chart) == theirs(row["model"]), row["id"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["real", "docs"])
def test_every_valid_one_is_drawn_without_a_fault(corpus: Corpus, name: str, kind: str) -> None:
    for row in of(corpus(name), kind, valid=True):
        scene = render(row["text"] + "\n", path=row["id"]).scene
        assert [finding.message for finding in check(scene)] == [], row["id"]
        assert scene.width <= 960, row["id"]


@pytest.mark.parametrize("kind", KINDS)
def test_valid_ones_that_are_hostile_are_drawn_in_bounds(corpus: Corpus, kind: str) -> None:
    for row in of(corpus("hostile"), kind, valid=True):
        assert render(row["text"] + "\n", path=row["id"]).scene.width <= 960, row["id"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["real", "docs", "hostile"])
def test_what_mermaid_refuses_is_refused_with_its_line_and_a_caret(
    corpus: Corpus, name: str, kind: str
) -> None:
    for row in of(corpus(name), kind, valid=False):
        with pytest.raises(DiagramError) as caught:
            parse(row["text"], row["id"])
        headline, line, caret = str(caught.value).split("\n")
        assert re.match(rf"{re.escape(row['id'])}:\d+:\d+: \S", headline)
        assert line.removeprefix("| ").strip() in row["text"]
        assert caret.removeprefix("| ").strip() == "^"
