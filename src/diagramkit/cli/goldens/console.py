"""A test run in words, for a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from diagramkit.cli.messages import has_color, printable
from diagramkit.drift.run import STATUSES, Run
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.grouping import Group, group, group_sentence, unexplained
from diagramkit.golden.sentences import cause_sentence, pixel_words, status_sentence

_MOST_LINES = 12


def show(run: Run) -> None:
    """Print what failed and why to standard output."""
    color = has_color(sys.stdout)
    for line in report_lines(run):
        click.echo(line if color else click.unstyle(line), color=color)


def report_lines(run: Run) -> Iterator[str]:
    """The report, a line at a time."""
    named = run.verdicts
    verdicts = [verdict for _, verdict in named]
    for folder, verdict in named:
        if verdict.status in ("new", "orphan", "unreadable"):
            status = click.style(verdict.status, fg="red", bold=True)
            yield (
                printable(f"{folder / verdict.name}: ")
                + status
                + printable(f": {status_sentence(verdict)}")
            )
    yield from _drift_lines(verdicts)


def _drift_lines(verdicts: Sequence[Verdict]) -> Iterator[str]:
    drifted = [verdict for verdict in verdicts if verdict.status == "drifted"]
    shared = [one for one in group(verdicts) if one.is_shared]
    for one in shared:
        yield click.style(printable(group_sentence(one, len(drifted))), bold=True)
        yield from _cut([f"  {_member(one, verdicts[place])}" for place in one.explained])
    left = unexplained(verdicts)
    if left and shared:
        yield click.style("explained by nothing above:", bold=True)
    alike: dict[tuple[str, ...], list[Verdict]] = {}
    for place in left:
        sentences = tuple(map(cause_sentence, verdicts[place].causes))
        alike.setdefault(sentences, []).append(verdicts[place])
    for sentences, members in alike.items():
        for verdict in members:
            name = click.style(printable(verdict.name), fg="red", bold=True)
            yield f"{name}: drifted ({pixel_words(verdict)})"
        yield from _cut([printable(f"  {sentence}") for sentence in sentences])


def _member(one: Group, verdict: Verdict) -> str:
    """A drawing under a cause: with what happened in it, where the cause does not say that."""
    own = [cause for cause in verdict.causes if cause.id == one.id]
    words = [cause_sentence(cause).partition(": ")[2] for cause in own if cause.kind != "token"]
    told = "".join(f": {sentence}" for sentence in words if sentence)
    return printable(f"{verdict.name} ({pixel_words(verdict)}){told}")


def _cut(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST_LINES
    return lines if more <= 0 else [*lines[:_MOST_LINES], f"  … and {more} more, in the report"]


def summary(run: Run) -> str:
    """How many goldens have which status, in one line."""
    counts = [(status, run.count(status)) for status in STATUSES]
    words = [f"{count} {status}" for status, count in counts if count]
    tolerated = sum(verdict.tolerated for _, verdict in run.verdicts)
    words += [f"{tolerated} within the tolerance"] if tolerated else []
    words += [f"{len(run.errors)} failed"] if run.errors else []
    return "goldens: " + (", ".join(words) or "none")
