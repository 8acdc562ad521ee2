"""A test run in words, for a terminal."""

from __future__ import annotations

import sys

import click

from diagramkit.cli.messages import has_color
from diagramkit.drift.run import Run
from diagramkit.golden.report.text import report_lines


def show(run: Run) -> None:
    """Print what failed and why to standard output."""
    color = has_color(sys.stdout)
    for line in report_lines(run.report, _styled if color else lambda _, words: words):
        click.echo(line, color=color)


def _styled(kind: str, words: str) -> str:
    return click.style(words, fg="red" if kind == "status" else None, bold=True)


def summary(run: Run) -> str:
    """How many goldens have which status, in one line."""
    words = [f"{count} {status}" for status, count in run.report.counts.items() if count]
    tolerated = sum(verdict.tolerated for verdict in run.report.verdicts)
    words += [f"{tolerated} within the tolerance"] if tolerated else []
    words += [f"{len(run.errors)} failed"] if run.errors else []
    return "goldens: " + (", ".join(words) or "none")
