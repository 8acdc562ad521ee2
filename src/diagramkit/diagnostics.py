"""What is wrong, where, and what to do next: one shape for every message of the toolkit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "style"]
"""A fault; something to be warned of; something that could be drawn better."""


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
        return f"  {shown}\n  {' ' * (column - start)}^"


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
