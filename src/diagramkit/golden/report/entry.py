"""What every format is made from: one entry a golden, and the causes of all of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import overload

from diagramkit.diagnostics import Diagnostic
from diagramkit.files.aside import NOTHING, Blob
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
    expected: Blob = NOTHING
    actual: Blob = NOTHING
    difference: Blob = NOTHING
    places: Places = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The golden's name."""
        return self.verdict.name

    @property
    def is_plain(self) -> bool:
        """Whether it takes little memory: no causes, no pictures."""
        return not (self.verdict.causes or self.expected or self.actual)

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
PYTEST = Commands("pytest --diagrams-accept", "--diagrams-cause", "--diagrams-golden")


class Verdicts(Sequence[Verdict]):
    """The verdicts of some entries, each as it is looked at: all causes together are large."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, place: int) -> Verdict: ...

    @overload
    def __getitem__(self, place: slice) -> list[Verdict]: ...

    def __getitem__(self, place: int | slice) -> Verdict | list[Verdict]:
        if isinstance(place, slice):
            return [entry.verdict for entry in self.entries[place]]
        return self.entries[place].verdict

    def __iter__(self) -> Iterator[Verdict]:
        return (entry.verdict for entry in self.entries)


@dataclass(frozen=True)
class Report:
    """All entries of a run, the diagrams that failed to draw, and the commands that take the new
    look."""

    entries: Sequence[Entry]
    errors: tuple[Diagnostic, ...] = ()
    commands: Commands = DIAGRAMS

    @property
    def command(self) -> str:
        """The command that takes the new look of all of it."""
        return self.commands.all

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """The verdicts in the order of the entries."""
        return Verdicts(self.entries)

    @cached_property
    def brief(self) -> list[Verdict]:
        """The verdicts without their causes, which are what is long."""
        return [replace(verdict, causes=()) for verdict in self.verdicts]

    @cached_property
    def groups(self) -> list[Group]:
        """The causes over all drifts, by their reach."""
        return group(self.verdicts)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many goldens have each status."""
        found = Counter(verdict.status for verdict in self.brief)
        return {status: found[status] for status in STATUSES}

    def count(self, status: str) -> int:
        """How many goldens have this status."""
        return self.counts[status]

    def failing(self) -> Iterable[Entry]:
        """The entries that are not the same."""
        return (entry for entry in self.entries if entry.verdict.status != "same")
