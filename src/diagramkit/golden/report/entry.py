"""What every format is made from: one entry a golden, and the causes of all of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from diagramkit.diagnostics import Diagnostic
from diagramkit.golden.explanation import STATUSES, Verdict
from diagramkit.golden.grouping import Group, group
from diagramkit.golden.places import Places

PICTURES = ("expected", "actual", "difference")


@dataclass(frozen=True, slots=True)
class Entry:
    """A golden and what became of it.

    `source` and `line` say where its diagram is (a path as users know it, empty for an orphan
    whose source nobody knows), `golden` the golden's place without a suffix. The pictures are
    PNG bytes, empty where there are none; `places` are where on them what has changed is.
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
    places: Places = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The golden's name."""
        return self.verdict.name

    @property
    def diagram(self) -> str:
        """What all goldens of its diagram share: their place without theme and mode."""
        return self.verdict.diagram or self.golden.rsplit(".", 2)[0]

    @property
    def key(self) -> tuple[str, str]:
        """What tells its golden from others: the absolute folder, and the name."""
        return os.path.abspath(os.path.dirname(self.golden)), self.name


@dataclass(frozen=True, slots=True)
class Commands:
    """What accepts the new look: `all` of it, and the options of that command that choose a cause
    and goldens by name."""

    all: str = "diagrams accept"
    cause: str = "--cause"
    golden: str = "--golden"


DIAGRAMS = Commands()


@dataclass(frozen=True, slots=True)
class Report:
    """All entries of a run, the diagrams that failed to draw, and the commands that take the new
    look."""

    entries: tuple[Entry, ...]
    errors: tuple[Diagnostic, ...] = ()
    commands: Commands = DIAGRAMS

    @property
    def command(self) -> str:
        """The command that takes the new look of all of it."""
        return self.commands.all

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts in the order of the entries."""
        return [entry.verdict for entry in self.entries]

    def groups(self) -> list[Group]:
        """The causes over all drifts, by their reach."""
        return group(self.verdicts)

    def counts(self) -> dict[str, int]:
        """How many goldens have each status."""
        return {status: self.count(status) for status in STATUSES}

    def count(self, status: str) -> int:
        """How many goldens have this status."""
        return sum(verdict.status == status for verdict in self.verdicts)

    def failing(self) -> Sequence[Entry]:
        """The entries that are not the same."""
        return [entry for entry in self.entries if entry.verdict.status != "same"]
