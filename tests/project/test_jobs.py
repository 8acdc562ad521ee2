"""Work in several processes gives what one process gives."""

from __future__ import annotations

import os
from time import sleep

import pytest

from diagramkit.project import jobs
from diagramkit.project.jobs import run


def _square(number: int) -> int:
    return number * number


def _end_abruptly(number: int) -> int:
    if number == 1:
        os._exit(3)
    return number


def _lost(number: float) -> int:
    return -1000 - int(number)


@pytest.mark.parametrize("count", [1, 3, None])
def test_results_come_in_the_order_of_the_items(count: int | None) -> None:
    items = list(range(20))
    assert list(run(_square, items, count, _lost)) == [number**2 for number in items]


def test_a_process_that_ends_abruptly_loses_its_items_and_no_more() -> None:
    results = list(run(_end_abruptly, [0, 1, 2], 2, _lost))
    assert len(results) == 3
    assert results[1] == -1001
    assert all(result in (item, -1000 - item) for item, result in enumerate(results))


def test_all_items_have_results_when_processes_end_before_the_last_are_given_out() -> None:
    results = list(run(_end_abruptly, range(600), 2, _lost))
    assert results == [
        item if found == item else -1000 - item for item, found in enumerate(results)
    ]
    assert results[1] == -1001


class _Answer:
    """A result that knows how many of its kind there are."""

    alive = 0

    def __init__(self, number: int) -> None:
        self.number = number

    def __setstate__(self, state: dict[str, int]) -> None:
        self.__dict__ = state
        _Answer.alive += 1

    def __del__(self) -> None:
        _Answer.alive -= 1


def test_few_results_wait_for_a_reader_that_is_slow() -> None:
    results = run(_Answer, range(2000), 2, _Answer)
    next(results)
    sleep(0.5)
    assert 0 < _Answer.alive < 500
    results.close()


def _process(seconds: float) -> int:
    sleep(seconds)
    return os.getpid()


def test_light_work_stays_in_one_process() -> None:
    assert set(run(_process, [0.0] * 400, None, _lost)) == {os.getpid()}


def test_heavy_work_is_shared_with_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "processors", lambda: 2)
    monkeypatch.setattr(jobs, "_WORTH", 0.1)
    found = list(run(_process, [0.05] * 40, None, _lost))
    assert found[0] == os.getpid()
    assert os.getpid() not in found[-1:]
    assert len(set(found)) == 2
