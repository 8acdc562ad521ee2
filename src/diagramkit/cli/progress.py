"""Progress of long work, on standard error: on a terminal only, and once it has taken a while."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import Any, TypeVar

from diagramkit.diagnostics import printable

Result = TypeVar("Result")
_PATIENCE = 0.5
"""Seconds before anything is shown: a bar that is gone at once only flickers."""


def with_progress(results: Iterator[Result], items: Sequence[object]) -> Iterator[Result]:
    """`results`, one for each of `items`, with a bar while they come."""
    start = perf_counter()
    is_shown = sys.stderr.isatty() and len(items) > 1
    for done, result in enumerate(results, 1):
        yield result
        if is_shown and done < len(items) and perf_counter() - start >= _PATIENCE:
            from diagramkit.cli.progress_bar import with_bar

            names = [shown(item) for item in items[done:]]
            yield from with_bar(results, names, done)
            return


def shown(item: Any) -> str:
    """The file of what is worked on: a diagram, or what has one."""
    return printable(str((getattr(item, "diagram", None) or item).shown))
