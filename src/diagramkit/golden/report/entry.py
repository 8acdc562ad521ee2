"""What every format is made from: one entry a golden, and the causes of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagramkit.diagnostics import Diagnostic
from diagramkit.golden.explanation import Verdict
from diagramkit.golden.grouping import Group, group


@dataclass(frozen=True, slots=True)
class Entry:
    """A golden and what became of it.

    `source` and `line` say where its diagram is (a path as users know it, empty for an orphan
    whose source nobody knows), `golden` the golden's place without a suffix. The pictures are
    PNG bytes, empty where there are none.
    """

    verdict: Verdict
    golden: str
    source: str = ""
    line: int = 1
    theme: str = ""
    mode: str = ""
    expected: bytes = b""
    actual: bytes = b""
    difference: bytes = b""

    @property
    def name(self) -> str:
        """The golden's name."""
        return self.verdict.name


@dataclass(frozen=True, slots=True)
class Report:
    """All entries of a run, the diagrams that failed to draw, and the command that takes the new
    look of all of it."""

    entries: tuple[Entry, ...]
    errors: tuple[Diagnostic, ...] = ()
    command: str = "diagrams accept"

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts in the order of the entries."""
        return [entry.verdict for entry in self.entries]

    def groups(self) -> list[Group]:
        """The causes over all drifts, by their reach."""
        return group(self.verdicts)

    def counts(self) -> dict[str, int]:
        """How many goldens have each status."""
        statuses = ("same", "drifted", "renamed", "new", "orphan", "unreadable")
        return {status: self.count(status) for status in statuses}

    def count(self, status: str) -> int:
        """How many goldens have this status."""
        return sum(verdict.status == status for verdict in self.verdicts)

    def failing(self) -> Sequence[Entry]:
        """The entries that are not the same."""
        return [entry for entry in self.entries if entry.verdict.status != "same"]
