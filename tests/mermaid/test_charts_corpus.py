"""Charts and smaller kinds of the corpora are read and drawn, and the drawings
are without faults."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from diagramkit import render
from diagramkit.diagnostics import DiagramError
from diagramkit.lint import check
from diagramkit.mermaid import parse

Rows = list[dict[str, Any]]
Corpus = Callable[[str], Rows]
KINDS = (
    *("pie", "xychart", "quadrant", "gantt", "c4", "journey", "packet"),
    *("radar", "sankey", "treemap", "venn", "ishikawa", "wardley"),
    *("eventmodel", "zenuml"),
)
NAMES = ("real", "docs", "hostile")


def charts(rows: Rows, kind: str, *, valid: bool) -> Rows:
    return [row for row in rows if row["kind"] == kind and row["valid"] is valid]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_what_mermaid_reads_is_drawn_without_a_fault(corpus: Corpus, name: str, kind: str) -> None:
    for row in charts(corpus(name), kind, valid=True):
        drawing = render(row["text"] + "\n", path=row["id"])
        faults = [one for one in check(drawing.scene) if one.severity == "error"]
        assert faults == [], row["id"]
        assert drawing.svg.startswith("<")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_what_mermaid_refuses_is_refused_with_its_line_and_a_caret(
    corpus: Corpus, name: str, kind: str
) -> None:
    for row in charts(corpus(name), kind, valid=False):
        with pytest.raises(DiagramError) as caught:
            parse(row["text"], row["id"])
        headline, line, caret = str(caught.value).split("\n")
        assert re.match(rf"{re.escape(row['id'])}:\d+:\d+: \S", headline)
        assert line.removeprefix("| ").strip() in row["text"]
        assert caret.removeprefix("| ").strip() == "^"


def test_all_four_kinds_are_in_the_corpora(corpus: Corpus) -> None:
    # Else the tests above would ask nothing.
    counts = {kind: len(charts(corpus("docs"), kind, valid=True)) for kind in KINDS}
    assert all(counts.values())
