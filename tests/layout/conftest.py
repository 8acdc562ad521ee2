"""The flowcharts of the corpora, drawn once for all tests that ask about them."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pytest

from survey import CORPUS, Result, draw, sources

STEPS = {"real": 2, "docs": 1, "notes": 1}
"""By corpus: of how many flowcharts one is drawn; the survey draws all."""


@pytest.fixture(scope="session")
def results() -> dict[str, list[Result]]:
    """What became of the valid flowcharts of each corpus, by the name of the corpus."""
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}; set DIAGRAMKIT_CORPUS to where it is")
    charts = [
        (corpus, chart) for corpus, step in STEPS.items() for chart in list(sources(corpus))[::step]
    ]
    found: dict[str, list[Result]] = {corpus: [] for corpus in STEPS}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        drawn = pool.map(
            partial(draw, theme="editorial"), [chart for _, chart in charts], chunksize=8
        )
        for (corpus, _), result in zip(charts, drawn, strict=True):
            found[corpus].append(result)
    return found
