"""Words for people, on standard error: diagnostics and the closing line."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from diagramkit.diagnostics import Diagnostic

# Sources and names may hold sequences that drive a terminal or turn the direction of its text.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def has_color(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: a terminal, and nobody set NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def printable(text: str) -> str:
    """`text` with control characters made visible, so that it cannot drive the terminal."""
    return _CONTROLS.sub("\ufffd", text)


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
    source, _, caret = printable(diagnostic.excerpt).rpartition("\n")
    return f"{headline}\n{source}\n{click.style(caret, fg=color, bold=True)}"


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
