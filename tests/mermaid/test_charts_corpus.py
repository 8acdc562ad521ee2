"""Charts and smaller kinds of the corpora are drawn, and the drawings are without faults."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from diagramkit import render
from diagramkit.lint import check

Corpus = Callable[..., list[dict[str, Any]]]
PLAIN = ("timeline", "mindmap", "gitgraph")
"""Kinds of which nothing is too wide either."""
KINDS = (
    *("pie", "xychart", "quadrant", "gantt", "c4", "journey", "packet"),
    *("radar", "sankey", "treemap", "venn", "ishikawa", "wardley"),
    *("eventmodel", "zenuml"),
    *("block", "architecture", "requirement", "kanban", "treeview"),
    *PLAIN,
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["real", "docs", "hostile"])
def test_what_mermaid_reads_is_drawn_without_a_fault(corpus: Corpus, name: str, kind: str) -> None:
    for row in corpus(name, kind):
        drawing = render(row["text"] + "\n", path=row["id"])
        found = check(drawing.scene)
        faults = [one for one in found if one.severity == "error" or kind in PLAIN]
        assert faults == [], row["id"]
        assert drawing.svg.startswith("<")


def test_all_kinds_are_in_the_corpora(corpus: Corpus) -> None:
    # Else the test above would ask nothing.
    assert all(corpus("docs", kind) for kind in KINDS)
