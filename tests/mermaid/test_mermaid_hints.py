"""`%% diagram: same-rank A B`, `order A B` and `weak A --> B`."""

from __future__ import annotations

import pytest

from diagramkit.diagnostics import Diagnostic
from diagramkit.mermaid import parse
from diagramkit.mermaid.hints import MOST_NAMES, Hints

CHARTS = {
    "flowchart": "graph LR\nA --> B --> C\n",
    "state": "stateDiagram-v2\nA --> B\nB --> C\n",
    "class": "classDiagram\nA --> B\nB --> C\n",
    "er": "erDiagram\nA ||--o{ B : has\nB ||--o{ C : has\n",
}


def read(kind: str, *hints: str) -> tuple[Hints, list[Diagnostic]]:
    notices: list[Diagnostic] = []
    comments = "\n".join(f"%% diagram: {hint}" for hint in hints)
    model = parse(CHARTS[kind] + comments, notices=notices)
    return model.hints, notices  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", CHARTS)
def test_hints_are_read_in_every_kind_of_boxes_and_lines(kind: str) -> None:
    hints, notices = read(kind, "same-rank A B", "order C, A", "weak A --> B --> C")
    assert hints == Hints((("A", "B"),), (("C", "A"),), frozenset({("A", "B"), ("B", "C")}))
    assert not notices


@pytest.mark.parametrize(
    ("hint", "column", "message"),
    [
        ("same-rank A Bee C", 25, 'no node is called "Bee"'),
        ("order A", 13, "expected two names at least"),
        ("weak A --> C", 18, "no link joins A and C"),
        ("weak A --> D", 24, 'no node is called "D"'),
    ],
)
def test_what_a_hint_cannot_name_is_warned_of_where_it_stands(
    hint: str, column: int, message: str
) -> None:
    (notice,) = read("flowchart", hint)[1]
    assert notice.message.startswith(message)
    assert notice.location is not None
    assert (notice.location.line, notice.location.column) == (3, column)


def test_the_other_names_of_a_hint_hold() -> None:
    assert read("flowchart", "same-rank A Bee C")[0].same_rank == (("A", "C"),)


def test_a_hint_that_says_nothing_in_a_kind_is_warned_of() -> None:
    notices: list[Diagnostic] = []
    parse('pie\n"a": 1\n%% diagram: order a b', notices=notices)
    assert [notice.code for notice in notices] == ["mermaid-hint"]


def test_hints_are_bounded() -> None:
    names = " ".join(["A", "B"] * MOST_NAMES)
    hints, notices = read("flowchart", f"order {names}")
    assert not hints.order
    assert len(notices) == 1
