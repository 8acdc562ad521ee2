"""Taking the new look: what may be accepted, what is refused and why, and writing it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from diagramkit.drift.plan import Job, Plan
from diagramkit.drift.run import STATUSES
from diagramkit.drift.state import Pending, absolute
from diagramkit.drift.strays import Stray
from diagramkit.drift.work import source_path
from diagramkit.files.border import Border
from diagramkit.files.lock import locked
from diagramkit.files.write import make_folder
from diagramkit.golden import looks
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


def in_scope(item: Pending, plan: Plan, strays: Iterable[Stray]) -> bool:
    """Whether a golden of the last run is one that the plan speaks of.

    What that run's file says counts only so far: it may have come with a checkout. What would be
    written has to be the golden of a drawing that is planned, what would be removed one of the
    `strays` that are there now.
    """
    here = absolute(item.folder)
    if item.record is None:
        return (here, item.name) in {(absolute(one.folder), one.verdict.name) for one in strays}
    if item.status not in STATUSES or item.record.name != item.name:
        return False
    job = _job_of(item, plan.jobs)
    return job is not None and source_path(job) == item.record.head.source


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


def is_done(item: Pending) -> bool:
    """Whether a golden is already what accepting it would make of it."""
    goldens = Folder(item.folder)
    try:
        record = goldens.record(item.name)
        if item.record is None or record is None:
            return item.record is record
        picture, manifest = goldens.check_picture(item.name, record), goldens.manifest()
    except UnreadableError:
        return False
    is_named = record.head.look in manifest.looks and record.head.tools in manifest.tools
    return is_named and record == item.record and picture in (None, item.picture)


def write_goldens(
    pending: Sequence[Pending], manifest: Manifest, jobs: Iterable[Job], border: Border
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
            make_folder(Path(key), border)
            locks.enter_context(locked(Path(key)))
        for key in sorted(folders):
            good = []
            for item in folders[key]:
                reason = "" if is_done(item) else refusal(item, jobs)
                if reason:
                    refused.append((item, reason))
                else:
                    good.append(item)
            _write(good[0].folder if good else Path(key), good, manifest, border)
            accepted += good
    return accepted, refused


def _write(folder: Path, items: Sequence[Pending], manifest: Manifest, border: Border) -> None:
    todo = [item for item in items if not is_done(item)]
    if not todo:
        return
    records: dict[str, tuple[Record, bytes]] = {
        item.name: (item.record, item.picture) for item in todo if item.record
    }
    removals = [item.name for item in todo if item.record is None]
    Folder(folder).replace(records, removals, manifest, border)
