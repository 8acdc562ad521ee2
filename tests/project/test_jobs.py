"""Work in several processes gives what one process gives."""

from __future__ import annotations

import os

import pytest

from diagramkit.project.jobs import WORTH, job_count, run


def _square(number: int) -> int:
    return number * number


def _end_abruptly(number: int) -> int:
    if number == 1:
        os._exit(3)
    return number


def _lost(number: int) -> int:
    return -1000 - number


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    items = list(range(20))
    assert list(run(_square, items, jobs, _lost)) == [number**2 for number in items]


def test_a_process_that_ends_abruptly_loses_its_items_and_no_more() -> None:
    results = list(run(_end_abruptly, [0, 1, 2], 2, _lost))
    assert len(results) == 3
    assert results[1] == -1001
    assert all(result in (item, -1000 - item) for item, result in enumerate(results))


@pytest.mark.parametrize(
    ("wanted", "items", "count"), [(4, 2, 2), (1, 500, 1), (None, WORTH - 1, 1), (3, 0, 1)]
)
def test_no_more_processes_are_used_than_pay(wanted: int | None, items: int, count: int) -> None:
    assert job_count(wanted, items) == count


def test_many_items_use_every_processor() -> None:
    assert job_count(None, 10_000) >= 1
    assert job_count(None, 10_000) <= (os.cpu_count() or 1)
