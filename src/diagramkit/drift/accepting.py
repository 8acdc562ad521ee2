"""Taking the new look: what may be accepted, what is refused and why, and writing it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from diagramkit.diagnostics import DiagramError
from diagramkit.drift.plan import Job, Plan, Scope
from diagramkit.drift.state import Pending, absolute
from diagramkit.golden import looks
from diagramkit.golden.lock import locked
from diagramkit.golden.record import Record
from diagramkit.golden.store import Folder, Manifest, UnreadableError


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants to accept: causes as patterns (none: all), and new ones alone or not."""

    causes: tuple[str, ...] = ()
    new_only: bool = False

    def takes(self, item: Pending) -> bool:
        """Whether a golden is wanted: all that changed in it has to be of the chosen causes."""
        if self.new_only:
            return item.status == "new"
        if not self.causes:
            return True
        return bool(item.causes) and all(map(self.names, item.causes))

    def names(self, cause: str) -> bool:
        """Whether a cause is among the chosen: `token`, `token:light.accent`, `token:light.*`."""
        kind = cause.partition(":")[0]
        return any(wanted in (kind, cause) or fnmatchcase(cause, wanted) for wanted in self.causes)

    def splits(self, item: Pending) -> bool:
        """Whether only some of what changed in a golden is of the chosen causes."""
        return not self.takes(item) and any(map(self.names, item.causes))


def in_scope(item: Pending, plan: Plan) -> bool:
    """Whether a golden is one that the plan speaks of."""
    here = absolute(item.folder)
    for job in plan.jobs:
        if absolute(job.folder) == here and item.name in job.names:
            return True
    return item.status == "orphan" and _holds(plan.scope, item)


def _holds(scope: Scope, item: Pending) -> bool:
    """Whether an orphan is in the scope of a run."""
    _, label, mode = ("..", *item.name.rsplit(".", 2))[-3:]
    if scope.labels is not None and label not in scope.labels:
        return False
    if scope.modes is not None and mode not in scope.modes:
        return False
    return scope.holds(Path(item.source or absolute(item.folder)))


def refusal(item: Pending, jobs: Iterable[Job]) -> str:
    """Why a golden of the last run cannot be accepted any more; empty when it can."""
    if _fingerprint(item) != item.fingerprint:
        return "its golden has changed since the last run"
    if item.record is None:
        return ""
    job = _job_of(item, jobs)
    if job is None or job.input != item.record.head.input:
        return "its source has changed since the last run"
    if looks.look_id(looks.plain_tokens(job.options.look)) != item.record.head.look:
        return "its theme has changed since the last run"
    return ""


def _job_of(item: Pending, jobs: Iterable[Job]) -> Job | None:
    here = absolute(item.folder)
    found = (job for job in jobs if absolute(job.folder) == here and item.name in job.names)
    return next(found, None)


def _fingerprint(item: Pending) -> str:
    try:
        return Folder(item.folder).fingerprint(item.name)
    except UnreadableError:
        return "unreadable"


def write_goldens(
    pending: Sequence[Pending], manifest: Manifest, jobs: Iterable[Job]
) -> tuple[list[Pending], list[tuple[Pending, str]]]:
    """Accept goldens, and give back the accepted and the refused with the reason.

    All folders are locked first; in each one all goldens change at once or none does. Raises
    `DiagramError` when a folder cannot be written.
    """
    jobs = list(jobs)
    folders: dict[str, list[Pending]] = {}
    for item in pending:
        folders.setdefault(absolute(item.folder), []).append(item)
    accepted: list[Pending] = []
    refused: list[tuple[Pending, str]] = []
    with contextlib.ExitStack() as locks:
        for key in sorted(folders):
            _make(Path(key))
            locks.enter_context(locked(Path(key)))
        for key in sorted(folders):
            good = []
            for item in folders[key]:
                reason = refusal(item, jobs)
                if reason:
                    refused.append((item, reason))
                else:
                    good.append(item)
            _write(good[0].folder if good else Path(key), good, manifest)
            accepted += good
    return accepted, refused


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from diagramkit.project.files import reason

        message = f"{folder}: cannot be made: {reason(error)}; no golden was changed"
        raise DiagramError.single("golden-write", message) from None


def _write(folder: Path, items: Sequence[Pending], manifest: Manifest) -> None:
    if not items:
        return
    records: dict[str, tuple[Record, bytes]] = {
        item.name: (item.record, item.picture) for item in items if item.record
    }
    removals = [item.name for item in items if item.record is None]
    Folder(folder).replace(records, removals, manifest)
