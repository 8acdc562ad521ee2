"""Causes, and what they explain: the shape that every report is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from diagramkit.diagnostics import Location
from diagramkit.golden.changes import Change
from diagramkit.golden.changes import Kind as ChangeKind
from diagramkit.golden.picture import PixelDifference

CauseKind = Literal[
    ChangeKind,
    "token",
    "setting",
    "theme",
    "extends",
    "critical",
    "direction",
    "font",
    "engine",
    "renderer",
    "golden",
    "picture",
]
Note = Literal["", "name", "edited", "keys", "format", "tools"]
"""What a golden that looks as it should holds otherwise than it would be written now."""
REFRESHED: tuple[Note, ...] = ("name", "edited", "keys")
"""The notes that accepting takes care of without being asked to renew."""
Status = Literal["same", "drifted", "renamed", "new", "stale", "orphan", "unreadable"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that went from a value to another: a token, a setting, a version, a font."""

    subject: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        if not self.before and not self.after:
            return self.subject
        return f"{self.subject} {self.before} -> {self.after}".strip()


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a drawing differs from its golden.

    `steps` name what was changed: one token, or several that act together only; a setting;
    versions; for changes of the content one step with the key of the primitive. `changes` are
    what it did itself, `consequences` what followed from that, `follows` the tokens that were made
    of the one that was changed. `location` is where somebody changed it, None where nobody can
    tell.
    """

    kind: CauseKind
    steps: tuple[Step, ...]
    changes: tuple[Change, ...] = ()
    consequences: tuple[Change, ...] = ()
    location: Location | None = None
    follows: tuple[str, ...] = ()

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
    within the tolerance. `diagram` is what all goldens of a diagram share, `former` the name of
    the golden that a renamed drawing was compared with. `note` is what accepting would
    refresh in a golden that looks the same, and `problem` says it.
    """

    name: str
    status: Status
    causes: tuple[Cause, ...] = ()
    pixels: PixelDifference | None = None
    problem: str = ""
    tolerated: bool = False
    diagram: str = ""
    former: str = ""
    note: Note = ""
