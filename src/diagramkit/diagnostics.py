"""What is wrong, where, and what to do next: one shape for every message of the toolkit."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "style"]
"""A fault; something to be warned of; something that could be drawn better."""


# Sources and names may hold sequences that drive a terminal or turn the direction of its text.
_CONTROLS = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
# What GitHub's runner takes for a command of its own: at the beginning of a line, and anywhere.
_COMMAND = re.compile(r"^(\s*)::")
_OLD_COMMAND = "##["


def counted(number: int, one: str, many: str = "") -> str:
    """`1 file`, `2 files`; `many` where it is not `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file.

    `path` is as the user gave it (`<stdin>` for standard input, `<string>` for text handed to
    the API); `line` and `column` count from 1, columns in characters.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable `code`, a `message` in one sentence, and where it applies.

    `source_line` is the text of the offending line, if there is one to show under the message.
    """

    code: str
    message: str
    location: Location | None = None
    source_line: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        return self.headline if self.source_line is None else f"{self.headline}\n{self.excerpt}"

    @property
    def headline(self) -> str:
        """`file:line:column: message`, in one line."""
        place = f"{self.location}: " if self.location else ""
        kind = "warning: " if self.severity == "warning" else ""
        return f"{place}{kind}{self.message}"

    @property
    def excerpt(self) -> str:
        """The source line with a caret under the column, shortened around it when very long."""
        if self.source_line is None or self.location is None:
            return ""
        line = self.source_line.rstrip("\r\n").expandtabs(1)
        column = min(self.location.column - 1, len(line))
        start = max(0, column - 60)
        shown = line[start : start + 100]
        # A mark at the beginning: a log may take a line that begins with foreign words for its own.
        return f"| {shown}\n| {' ' * (column - start)}^"


def printable(text: str) -> str:
    """`text` as one line that can drive neither a terminal nor GitHub's runner: control characters
    and line feeds are shown as signs, workflow commands are broken up."""
    line = _CONTROLS.sub("\ufffd", text).replace(_OLD_COMMAND, "##\ufffd[")
    return _COMMAND.sub(r"\1\\::", line)


def fault(error: Exception, location: Location | None = None) -> Diagnostic:
    """What to say of an exception that nobody expected: a fault of ours, not of the input."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].filename.replace(os.sep, '/').rpartition('/')[2]}:{frames[-1].lineno})"
    message = (
        f"a fault of diagramkit, not of the diagram: {type(error).__name__}: {error}"
        f"{where if frames else ''}"
    )
    return Diagnostic("fault", message, location)


class DiagramError(Exception):
    """Unusable input: carries every diagnostic that was found, in the order of the source."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))

    @classmethod
    def single(
        cls,
        code: str,
        message: str,
        location: Location | None = None,
        source_line: str | None = None,
    ) -> DiagramError:
        """An error of one diagnostic."""
        return cls([Diagnostic(code, message, location, source_line)])
