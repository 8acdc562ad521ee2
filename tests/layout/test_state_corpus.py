"""State diagrams from public repositories are drawn, all of them without a fault."""

from __future__ import annotations

import pytest

from survey import CORPUS, Result, draw, sources

CORPORA = pytest.mark.parametrize(("corpus", "least"), [("real", 16), ("docs", 69)])


def drawn(corpus: str) -> list[Result]:
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}; set DIAGRAMKIT_CORPUS to where it is")
    return [draw(source, "editorial") for source in sources(corpus, "state")]


@CORPORA
def test_every_valid_state_diagram_is_drawn_without_a_fault(corpus: str, least: int) -> None:
    results = drawn(corpus)
    assert len(results) >= least
    assert [result.name for result in results if result.failure or result.errors] == []


@CORPORA
def test_every_state_diagram_fits_a_page(corpus: str, least: int) -> None:
    results = drawn(corpus)
    assert len(results) >= least
    assert [result.name for result in results if result.width > 960] == []
