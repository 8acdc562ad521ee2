"""Mind maps from public repositories are read as Mermaid reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from reported import level, seen

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.mindmap.model import Mindmap

Rows = list[dict[str, Any]]
Corpus = Callable[..., Rows]
SHAPES = {
    "defaultMindmapNode": "plain",
    "rect": "square",
    "rounded": "rounded",
    "mindmapCircle": "circle",
    "cloud": "cloud",
    "bang": "bang",
    "hexagon": "hexagon",
}


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
    for row in corpus(name, "mindmap"):
        chart = parse(row["text"], row["id"])
        assert isinstance(chart, Mindmap)
        assert ours(chart) == theirs(row["model"]), row["id"]
