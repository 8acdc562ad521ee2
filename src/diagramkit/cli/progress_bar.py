"""The bar itself: how many of how many, how many a second, how long still, and what is slow."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TimeRemainingColumn,
)
from rich.text import Text

from diagramkit.cli.messages import has_color

Result = TypeVar("Result")
_SLOW = 1.0
"""Seconds from which what is waited for is named."""


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class _Slow(ProgressColumn):
    def render(self, task: Task) -> Text:
        waited = perf_counter() - task.fields["since"]
        words = f"{waited:.0f} s: {task.fields['current']}" if waited >= _SLOW else ""
        return Text(words, no_wrap=True, overflow="ellipsis")


def with_bar(results: Iterator[Result], names: Sequence[str], done: int) -> Iterator[Result]:
    """The results that are still to come, one for each name, after `done` that have come."""
    console = Console(stderr=True, no_color=not has_color(sys.stderr))
    columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(), _Slow())
    with Progress(*columns, console=console, transient=True) as bar:
        total = done + len(names)
        task = bar.add_task("", total=total, completed=done, current="", since=perf_counter())
        for name in names:
            bar.update(task, current=name, since=perf_counter())
            result = next(results)
            bar.advance(task)
            yield result
