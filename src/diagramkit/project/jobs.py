"""Doing many things at once, with the results in order and the same whatever the number."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextvars import ContextVar
from itertools import islice
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_LIGHT = 0.005
"""Items that take less, in seconds, stay in one process: others would spend as much on sending
results as they save."""
_WORTH = 1.5
"""From how many seconds of work left on processes of their own pay: each takes about half a second
to start."""
_WORTH_SLIGHT = 60.0
"""The same where all that was done came to nothing."""
_FIRST = 4
"""Items that are done before the time they take is believed: the first one imports."""

_WINDOW = 256
"""How many items are given to other processes at a time: results wait in memory for their turn."""

_PR_SET_PDEATHSIG = 1

Watch = Callable[[Iterator[Any], Sequence[Any]], Iterator[Any]]
watch: ContextVar[Watch | None] = ContextVar("watch", default=None)
"""What results pass through, with the items they are of, to show how far the work is. It gives
them on as they come."""


@contextlib.contextmanager
def watched(by: Watch) -> Iterator[None]:
    """Let `by` see all work that is done meanwhile."""
    token = watch.set(by)
    try:
        yield
    finally:
        watch.reset(token)


def run(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int | None,
    broken: Callable[[Item], Result],
    is_slight: Callable[[Result], bool] | None = None,
) -> Generator[Result, None, None]:
    """`work(item)` for each item, in order, in `jobs` processes (1: in this one; None: begun in
    this one, and when the work turns out to be much shared with others, one a processor).

    `work` is a function of a module. `broken` gives the result of an item whose process ended
    without a word. While all results are slight, processes of their own have to save more than
    usual: they would cost about as much as they save. Who does more with the results than gather
    them closes the generator, so that an exception there ends the processes at once.
    """
    results = _run(work, items, jobs, broken, is_slight)
    look = watch.get()
    with contextlib.closing(results):
        yield from look(results, items) if look else results


def _run(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int | None,
    broken: Callable[[Item], Result],
    is_slight: Callable[[Result], bool] | None,
) -> Generator[Result, None, None]:
    shares = jobs is None
    if jobs is None:
        done = yield from _alone(work, items, is_slight)
        items, jobs = items[done:], processors()
    jobs = min(jobs, len(items))
    if jobs <= 1:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    # Spawned everywhere: forked children would differ between systems and inherit threads.
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs - shares, get_context("spawn"), initializer=_begin)
    try:
        for item, future in _submitted(pool, work, items):
            try:
                yield _outcome(future, work, item, shares=shares)
            except BrokenProcessPool:
                yield broken(item)
    except BaseException:
        # Nobody waits for what is being drawn, which may take long.
        for worker in set(active_children()) - others:
            worker.kill()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(
    pool: Executor, work: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[tuple[Item, Future[Result]]]:
    """Each item and its future, in order, a window at a time.

    Within a window others begin at the end, where they meet who takes them from the start: who
    shares the work does not wait for what others have just begun. The next window is given out
    when half of the last is taken, so that nobody runs out of work.
    """
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    rest = iter(items)
    while True:
        if len(waiting) <= _WINDOW // 2:
            more = list(islice(rest, _WINDOW // 2))
            waiting += reversed([(item, _submit(pool, work, item)) for item in reversed(more)])
        if not waiting:
            return
        # Taken out: a result is kept as long as its reader keeps it.
        yield waiting.popleft()


def _submit(pool: Executor, work: Callable[[Item], Result], item: Item) -> Future[Result]:
    """The future of an item; one that has failed where the processes are broken already."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return pool.submit(work, item)
    except BrokenExecutor as error:
        failed: Future[Result] = Future()
        failed.set_exception(error)
        return failed


def _outcome(
    future: Future[Result], work: Callable[[Item], Result], item: Item, *, shares: bool
) -> Result:
    """The result of an item; this process works on it where it `shares` and no other has begun."""
    return work(item) if shares and future.cancel() else future.result()


def processors() -> int:
    """How many processors this process may use."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    return available or os.cpu_count() or 1


def _alone(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    is_slight: Callable[[Result], bool] | None,
) -> Generator[Result, None, int]:
    """Do items in this process for as long as others would not pay; gives back how many."""
    spent, worth = 0.0, _WORTH_SLIGHT if is_slight else _WORTH
    for place, item in enumerate(items):
        timed, left = place - _FIRST, len(items) - place
        if timed > 0 and spent / timed >= _LIGHT and spent / timed * left >= worth:
            return place
        start = perf_counter()
        result = work(item)
        if is_slight and not is_slight(result):
            worth = _WORTH
        spent += perf_counter() - start if place >= _FIRST else 0.0
        yield result
    return len(items)


def _begin() -> None:
    """Make a worker one that ends with its parent, however that ends."""
    # The parent hears Ctrl-C and ends the workers; without this each would print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        _die_with_parent()
    Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    """End this process when its parent has ended."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _die_with_parent() -> None:
    """Let the system kill this process with its parent: a thread may not get its turn."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
