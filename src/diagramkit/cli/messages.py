"""Words for people, on standard error: diagnostics and the closing line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from diagramkit.diagnostics import Diagnostic, printable


def has_color(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: a terminal, and nobody set NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(diagnostics: Iterable[Diagnostic]) -> None:
    """Print each diagnostic once, with its source line and a caret."""
    lines = {styled(diagnostic): None for diagnostic in diagnostics}
    for line in lines:
        click.echo(line, err=True, color=has_color(sys.stderr))


def tell(message: str) -> None:
    """Print one line of plain words."""
    click.echo(printable(message), err=True)


def styled(diagnostic: Diagnostic) -> str:
    color = "yellow" if diagnostic.severity == "warning" else "red"
    place, colon, rest = printable(diagnostic.headline).rpartition(diagnostic.message)
    headline = click.style(place, fg=color, bold=True) + colon + rest
    if diagnostic.source_line is None:
        return headline
    source, _, caret = diagnostic.excerpt.rpartition("\n")
    return f"{headline}\n{printable(source)}\n{click.style(caret, fg=color, bold=True)}"
