"""Taking the new look: what may be accepted, what is refused and why, and writing it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from diagramkit.drift.folders import absolute
from diagramkit.drift.job import Job
from diagramkit.drift.orphans import Orphan
from diagramkit.drift.outcome import source_path
from diagramkit.drift.pending import Pending
from diagramkit.drift.plan import Plan
from diagramkit.files.aside import NOTHING, Blob
from diagramkit.files.border import Border
from diagramkit.files.lock import locked
from diagramkit.files.write import make_folder
from diagramkit.golden import looks
from diagramkit.golden.explanation import STATUSES
from diagramkit.golden.store import Folder, UnreadableError

Place = tuple[str, str]
"""The absolute folder of a golden, and its name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants to accept: causes and goldens as patterns (none: all), and new ones
    alone or not."""

    causes: tuple[str, ...] = ()
    new_only: bool = False
    goldens: tuple[str, ...] = ()

    def takes(self, item: Pending) -> bool:
        """Whether a golden is wanted: all that changed in it has to be of the chosen causes."""
        if not self.means(item):
            return False
        if self.new_only:
            return item.status == "new"
        if not self.causes:
            return True
        return bool(item.causes) and all(map(self.names, item.causes))

    def means(self, item: Pending) -> bool:
        """Whether a golden is one of those chosen by name, with or without its folder."""
        names = item.name, item.golden
        return not self.goldens or any(
            fnmatchcase(name, wanted) for name in names for wanted in self.goldens
        )

    def names(self, cause: str) -> bool:
        """Whether a cause is among the chosen: `token`, `token:light.accent`, `token:light.*`."""
        kind = cause.partition(":")[0]
        return any(wanted in (kind, cause) or fnmatchcase(cause, wanted) for wanted in self.causes)

    def unknown(self, items: Iterable[Pending]) -> list[str]:
        """The chosen causes that nothing has."""
        known = {cause for item in items for cause in item.causes}
        return [
            wanted
            for wanted in self.causes
            if not any(Choice((wanted,)).names(cause) for cause in known)
        ]

    def missing(self, items: Iterable[Pending]) -> list[str]:
        """The chosen goldens that are none of those that changed."""
        items = list(items)
        return [
            wanted
            for wanted in self.goldens
            if not any(Choice(goldens=(wanted,)).means(item) for item in items)
        ]

    def splits(self, item: Pending) -> bool:
        """Whether only some of what changed in a golden is of the chosen causes."""
        is_meant = self.means(item) and not self.takes(item)
        return is_meant and any(map(self.names, item.causes))


def in_scope(items: Iterable[Pending], plan: Plan, orphans: Iterable[Orphan]) -> list[Pending]:
    """The goldens of the last run that the plan speaks of.

    What that run's file says counts only so far: it may have come with a checkout. What would be
    written has to be the golden of a drawing that is planned, what would be removed one of the
    `orphans` that are there now.
    """
    jobs = _by_golden(plan.jobs)
    known = {(absolute(one.folder), one.verdict.name) for one in orphans}
    return [
        item
        for item in items
        if (_golden_of(item) in known if item.is_removal else _is_planned(item, jobs))
    ]


def _is_planned(item: Pending, jobs: Mapping[Place, Job]) -> bool:
    """Whether a golden is that of a planned drawing."""
    record = item.record()
    if item.status not in STATUSES or record.name != item.name:
        return False
    job = jobs.get(_golden_of(item))
    if job is None or source_path(job) != record.head.source:
        return False
    former = job.former_of(record.head.mode)
    return _place(item.former) == (_place(former) if former and former[1] else None)


def _refusal(item: Pending, job: Job | None) -> str:
    """Why a golden of the last run cannot be accepted any more; empty when it can."""
    if _fingerprint(item) != item.fingerprint:
        return "its golden has changed since the last run"
    if item.is_removal:
        return ""
    made = item.record().made
    if job is None or not made.is_of(job.text):
        return "its source has changed since the last run"
    if made.settings != job.options.values(scene_only=True):
        return "the settings have changed since the last run"
    if made.look is None or looks.changed_tokens(made.look.tokens, job.look.look.tokens):
        return "its theme has changed since the last run"
    return ""


def _place(former: tuple[Path, str] | None) -> Place | None:
    return (absolute(former[0]), former[1]) if former else None


def _golden_of(item: Pending) -> Place:
    return absolute(item.folder), item.name


def _by_golden(jobs: Iterable[Job]) -> dict[Place, Job]:
    """The jobs by the folders and names of their goldens; the first where several have one."""
    found: dict[Place, Job] = {}
    for job in jobs:
        folder = absolute(job.folder)
        for name in job.names:
            found.setdefault((folder, name), job)
    return found


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
        if item.is_removal or record is None:
            return item.is_removal and record is None
        picture = goldens.check_picture(item.name, record)
    except UnreadableError:
        return False
    return record == item.record() and (picture is None or picture == item.picture.data)


def write_goldens(
    pending: Sequence[Pending],
    jobs: Iterable[Job],
    moved: Collection[tuple[str, str]],
    border: Border,
) -> tuple[list[Pending], list[tuple[Pending, str]]]:
    """Accept goldens, and give back the accepted and the refused with the reason.

    All folders are locked first; in each one all goldens change at once or none does. Goldens
    among `moved` are removed with the one that takes their place. Raises `DiagramError` when a
    folder cannot be written.
    """
    by_golden = _by_golden(jobs)
    accepted: list[Pending] = []
    refused: list[tuple[Pending, str]] = []
    former = {place for item in pending if (place := _place(item.former)) in moved and place}
    folders = {absolute(item.folder): item.folder for item in pending}
    with contextlib.ExitStack() as locks:
        for key in sorted({*folders, *(where for where, _ in former)}):
            if key in folders:
                make_folder(Path(key), border)
            locks.enter_context(locked(Path(key)))
        for item in pending:
            if reason := "" if is_done(item) else _refusal(item, by_golden.get(_golden_of(item))):
                refused.append((item, reason))
            else:
                accepted.append(item)
        _write(accepted, moved, border)
    return accepted, refused


def _dumped(item: Pending) -> bytes:
    """The file of a record, as this version writes it."""
    return item.record().dump().encode()


def _write(items: Iterable[Pending], moved: Collection[tuple[str, str]], border: Border) -> None:
    """Write what is new before what has moved is removed."""
    records: dict[str, dict[str, tuple[Blob, Blob]]] = {}
    removals: dict[str, list[str]] = {}
    shown: dict[str, Path] = {}
    for item in items:
        key = absolute(item.folder)
        shown[key] = item.folder
        if item.is_removal:
            removals.setdefault(key, []).append(item.name)
        elif not is_done(item):
            keeps = bool(item.record().head.png)
            files = Blob(read=partial(_dumped, item)), item.picture if keeps else NOTHING
            records.setdefault(key, {})[item.name] = files
        place = _place(item.former)
        if place in moved and place:
            shown.setdefault(place[0], Path(os.path.relpath(place[0])))
            removals.setdefault(place[0], []).append(place[1])
    for key in [*sorted(records), *sorted(removals.keys() - records.keys())]:
        Folder(shown[key]).replace(records.get(key, {}), removals.get(key, []), border)
