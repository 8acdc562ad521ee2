"""Doing many things at once, with the results in order and the same whatever the number."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH = 48
"""From how many items on processes of their own pay for starting them (about 0.3 s each)."""


def job_count(wanted: int | None, items: int) -> int:
    """How many processes to use for `items` things; `wanted` is what the user asked for."""
    if wanted is None:
        available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
        wanted = (available or os.cpu_count() or 1) if items >= WORTH else 1
    return max(1, min(wanted, items))


def run(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int,
    broken: Callable[[Item], Result],
) -> Iterator[Result]:
    """`work(item)` for each item, in order, in `jobs` processes (1: in this one).

    `work` is a function of a module. `broken` gives the result of an item whose process ended
    without a word.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Spawned everywhere: forked children would differ between systems and inherit threads.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_ignore_interrupts)
    try:
        futures = [pool.submit(work, item) for item in items]
        for item, future in zip(items, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield broken(item)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupts() -> None:
    # The parent hears Ctrl-C and ends the workers; without this each would print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
