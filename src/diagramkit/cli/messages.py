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
_CONTROLS = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
# What GitHub's runner takes for a command of its own: at the beginning of a line, and anywhere.
_COMMAND = re.compile(r"^(\s*)::")
_OLD_COMMAND = "##["


def has_color(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: a terminal, and nobody set NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def printable(text: str) -> str:
    """`text` as one line that can drive neither a terminal nor GitHub's runner: control characters
    and line feeds are shown as signs, workflow commands are broken up."""
    line = _CONTROLS.sub("\ufffd", text).replace(_OLD_COMMAND, "##\ufffd[")
    return _COMMAND.sub(r"\1\\::", line)


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


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
