"""Sequence diagrams from public repositories are drawn without a fault; nearly all fit the page.

The bound on small words is a ratchet: a little above what is reached.
"""

from __future__ import annotations

import pytest

from survey import CORPUS, Result, draw, sources

from .pictures import THEME

STEP = 3
"""Of so many diagrams one is drawn; the survey draws all."""


@pytest.fixture(scope="module")
def drawn() -> list[Result]:
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}; set DIAGRAMKIT_CORPUS to where it is")
    diagrams = list(sources("all", "sequence"))
    assert len(diagrams) > 300
    return [draw(diagram, "editorial") for diagram in diagrams[::STEP]]


def test_every_diagram_is_drawn(drawn: list[Result]) -> None:
    assert [(result.name, result.failure) for result in drawn if result.failure] == []


def test_no_drawing_has_a_fault(drawn: list[Result]) -> None:
    assert [(result.name, result.errors) for result in drawn if result.errors] == []


def test_hardly_any_drawing_has_words_too_small_to_read(drawn: list[Result]) -> None:
    page = THEME.page
    small = [
        result.name
        for result in drawn
        if result.smallest * min(1, page.reading_width / result.width) < THEME.budget.min_read
    ]
    assert len(small) <= 0.01 * len(drawn), small
