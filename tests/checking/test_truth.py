"""The rules find what people found in drawings by hand, and little else."""

from __future__ import annotations

import pytest

from truth import KINDS, TRUTH, Score, scores

LEAST = 0.95


@pytest.fixture(scope="module")
def found() -> dict[str, Score]:
    if not TRUTH.is_file():
        pytest.skip(f"no list at {TRUTH}; set DIAGRAMKIT_CORPUS to where the corpus is")
    return scores(TRUTH)


@pytest.mark.parametrize("kind", KINDS)
def test_what_people_saw_is_found(found: dict[str, Score], kind: str) -> None:
    assert found[kind].recall >= LEAST, found[kind].notes


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_people_saw(found: dict[str, Score], kind: str) -> None:
    assert found[kind].precision >= LEAST, found[kind].notes
