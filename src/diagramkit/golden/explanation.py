"""Causes, and what they explain: the shape that every report is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from diagramkit.golden.changes import Change
from diagramkit.golden.picture import PixelDifference

CauseKind = Literal[
    "token",
    "text",
    "moved",
    "resized",
    "restyled",
    "reordered",
    "added",
    "removed",
    "renamed",
    "rerouted",
    "font",
    "engine",
    "renderer",
]
Status = Literal["same", "drifted", "new", "orphan", "unreadable"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that went from a value to another: a token, a version, a font."""

    subject: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.subject} {self.before} -> {self.after}".strip()


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a drawing differs from its golden.

    `steps` name what was changed: one token, or several that act together only; versions; for
    changes of the content one step with the key of the primitive. `changes` are what it did
    itself, `consequences` what followed from that.
    """

    kind: CauseKind
    steps: tuple[Step, ...]
    changes: tuple[Change, ...] = ()
    consequences: tuple[Change, ...] = ()

    @property
    def id(self) -> str:
        """How the command line names it: `token:light.accent`, `moved:node:A`."""
        return f"{self.kind}:{'+'.join(step.subject for step in self.steps)}"

    @property
    def primitives(self) -> int:
        """How many primitives it reached."""
        return len({change.key for change in (*self.changes, *self.consequences)})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one drawing.

    `name` is the golden's, `problem` says why it is unreadable; `causes` explain a drift, and
    `pixels` how much of the picture it touches. `tolerated`: there are differences, all of them
    within the tolerance.
    """

    name: str
    status: Status
    causes: tuple[Cause, ...] = ()
    pixels: PixelDifference | None = None
    problem: str = ""
    tolerated: bool = field(default=False)
