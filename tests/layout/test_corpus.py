"""Flowcharts from public repositories are drawn, nearly all without a fault.

The bounds are ratchets: each is a little above what is reached, and is lowered when more is.
"""

from __future__ import annotations

import pytest

from survey import Result

from .pictures import THEME

Results = dict[str, list[Result]]
CORPORA = pytest.mark.parametrize("corpus", ["real", "docs", "notes"])
LEAST = {"real": 250, "docs": 200, "notes": 70}
"""Fewer charts than these, and the corpus is not what the bounds are for."""


def share(found: list[Result], all_of_them: list[Result]) -> float:
    return len(found) / len(all_of_them)


@CORPORA
def test_every_valid_flowchart_is_drawn(results: Results, corpus: str) -> None:
    drawn = results[corpus]
    assert len(drawn) >= LEAST[corpus]
    assert [(result.name, result.failure) for result in drawn if result.failure] == []


@pytest.mark.parametrize(("corpus", "most"), [("real", 0.005), ("docs", 0), ("notes", 0)])
def test_hardly_any_drawing_has_a_fault(results: Results, corpus: str, most: float) -> None:
    drawn = results[corpus]
    faulty = [result for result in drawn if result.errors]
    assert share(faulty, drawn) <= most, [result.name for result in faulty]


@CORPORA
@pytest.mark.parametrize(
    "rule",
    [
        "box-overlaps-box",
        "clipped",
        "text-clipped-by-viewbox",
        "connector-crosses-title",
        "connector-end-detached",
        "text-overflows-box",
        "text-overlaps-box",
    ],
)
def test_no_drawing_has_a_fault_that_is_never_allowed(
    results: Results, corpus: str, rule: str
) -> None:
    found = [r.name for r in results[corpus] for finding in r.findings if finding.rule == rule]
    assert found == []


@pytest.mark.parametrize(("corpus", "most"), [("real", 0.015), ("docs", 0.01), ("notes", 0)])
def test_hardly_any_drawing_has_words_too_small_to_read(
    results: Results, corpus: str, most: float
) -> None:
    drawn, page = results[corpus], THEME.page
    small = [
        result
        for result in drawn
        if result.smallest * min(1, page.reading_width / max(result.width, 1))
        < THEME.budget.min_read
    ]
    assert share(small, drawn) <= most, [result.name for result in small]


@pytest.mark.parametrize(("corpus", "most"), [("real", 0.97), ("docs", 0.755), ("notes", 0.67)])
def test_lines_turn_seldom(results: Results, corpus: str, most: float) -> None:
    # A parent over the middle of its children costs bends that a straight path does not have.
    drawn = results[corpus]
    bends = sum(result.bends for result in drawn)
    assert bends / sum(result.edges for result in drawn) <= most


@pytest.mark.parametrize(
    ("rule", "most"),
    [
        ("answer-far-from-tip", 0.04),
        ("crossing", 0.022),
        ("detour", 0.005),
        ("frame-off-center", 0.04),
        ("label-off-middle", 0.025),
        ("many-bends", 0.0105),
        ("order-changed", 0.008),
        ("out-and-back", 0.001),
        ("parent-off-center", 0.02),
        ("ragged-column", 0.065),
    ],
)
def test_few_things_could_be_composed_better(results: Results, rule: str, most: float) -> None:
    drawn = [result for found in results.values() for result in found]
    found = sum(finding.rule == rule for result in drawn for finding in result.findings)
    assert found / sum(result.looked_at.get(rule, 0) for result in drawn) <= most
