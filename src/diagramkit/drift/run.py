"""One test run over many goldens, and what it came to."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.drift.folders import relative
from diagramkit.drift.job import Job
from diagramkit.drift.memory import Memory
from diagramkit.drift.orphans import Orphan, find_orphans
from diagramkit.drift.outcome import Outcome, Result, lost
from diagramkit.drift.pending import Pending, pending_of, removal_of
from diagramkit.drift.plan import Plan
from diagramkit.drift.rendered import check_rendered, unchecked
from diagramkit.drift.shards import Shard
from diagramkit.drift.work import judge
from diagramkit.files.aside import Blob, Shelf, Store
from diagramkit.files.journal import has_leftovers
from diagramkit.files.lock import locked
from diagramkit.golden.explanation import Status
from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.store import Folder
from diagramkit.project.cache import HOME
from diagramkit.project.jobs import run


@dataclass(frozen=True)
class Run:
    """All that a run found: an entry a golden, the diagrams that could not be drawn and bad
    inputs, and what may be accepted. `shard` is which part of a plan was run, of how many."""

    entries: Sequence[Entry]
    errors: tuple[Diagnostic, ...] = ()
    pending: tuple[Pending, ...] = ()
    shard: Shard | None = None

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all is to be told or accepted."""
        return not self.errors and self.count("same") == len(self.entries)

    def count(self, status: Status) -> int:
        """How many goldens have a status."""
        return self.report.count(status)

    @cached_property
    def report(self) -> Report:
        """What every format is made from."""
        return Report(self.entries, self.errors)


class Finder:
    """Gathers a run as results come; what is large of them is put aside."""

    def __init__(self, home: Path | None = None) -> None:
        self.store = Store(home)
        self.entries: Shelf[Entry] = Shelf(self.store, lambda entry: entry.is_plain)
        self.pending: list[Pending] = []
        self.errors: list[Diagnostic] = []

    def add(self, result: Result) -> None:
        """Take a result in."""
        self.entries.append(_entry(result))
        if item := pending_of(result, self.store):
            self.pending.append(item)

    def add_orphans(self, orphans: Iterable[Orphan]) -> None:
        """Take goldens in that have lost their source."""
        for orphan in orphans:
            self.entries.append(_orphan_entry(orphan))
            self.pending.append(removal_of(orphan))

    def run(self, shard: Shard | None = None) -> Run:
        """All that was found."""
        errors = tuple(dict.fromkeys(self.errors))
        return Run(self.entries, errors, tuple(self.pending), shard)


def _entry(result: Result) -> Entry:
    diagram = result.job.diagram
    return Entry(
        result.verdict,
        result.job.golden_path(result.name),
        relative(diagram.shown),
        diagram.line,
        result.job.label,
        result.mode,
        Blob(result.expected),
        Blob(result.picture),
        Blob(result.difference),
        result.places,
    )


def _orphan_entry(orphan: Orphan) -> Entry:
    name, _, rest = orphan.verdict.name.rpartition(".")
    theme = name.rpartition(".")[2]
    golden = (orphan.folder / orphan.verdict.name).as_posix()
    return Entry(orphan.verdict, golden, relative(orphan.source), 1, theme, rest)


def test_goldens(plan: Plan, wanted_jobs: int | None, shard: Shard | None) -> Run:
    """Draw and judge everything in a plan, or a shard of it, and look for goldens without a source.

    Goldens are held still meanwhile: who accepts waits. Raises `DiagramError` when another run
    does not let go of them.
    """
    # A folder that cannot be written to is looked at as if all were done.
    with contextlib.suppress(DiagramError):
        finish_pending(plan)
    planned = plan.jobs if shard is None else shard.part(plan.jobs)
    with contextlib.ExitStack() as locks:
        for folder in plan.folders:
            locks.enter_context(locked(folder, shared=True))
        found = Finder(plan.home / HOME)
        found.errors += plan.problems
        stale = Shelf(found.store, found.entries.light)
        for entry in judge_all(plan, planned, wanted_jobs, found):
            stale.append(entry)
        # They are told once: by the first shard.
        if shard is None or shard.number == 1:
            found.add_orphans(find_all_orphans(plan))
    shown = plan.rendered if shard is None else shard.part(plan.rendered)
    checked = run(check_rendered, shown, wanted_jobs, unchecked)
    for entry in stale:
        found.entries.append(entry)
    for one in checked:
        found.errors += one.errors
        for entry in one.stale:
            found.entries.append(entry)
    return found.run(shard)


def judge_all(
    plan: Plan, jobs: Sequence[Job], wanted_jobs: int | None, found: Finder
) -> Iterator[Entry]:
    """Let `found` have what becomes of each job, in order, and give back the rendered pictures
    that are stale; what is known to be the same is not drawn."""
    memory = Memory(plan.home, plan.border)
    known = [memory.recall(job) for job in jobs]
    left = [job for job, outcome in zip(jobs, known, strict=True) if outcome is None]
    with contextlib.closing(run(judge, left, wanted_jobs, lost, is_slight)) as drawn:
        for job, before in zip(jobs, known, strict=True):
            outcome = before or next(drawn)
            if before is None:
                memory.remember(job, outcome)
            found.errors += outcome.errors
            for result in outcome.results:
                # Its job comes from another process, a copy.
                found.add(replace(result, job=job))
            yield from outcome.stale
    memory.save()


def is_slight(outcome: Outcome) -> bool:
    """Whether a job came to nothing, so that it took as little as a job can."""
    return all(result.verdict.status == "same" for result in outcome.results)


def finish_pending(plan: Plan) -> None:
    """Finish what a killed run has begun, in every folder of a plan. Raises `DiagramError`."""
    wanted = _wanted(plan)
    for folder in plan.folders:
        if has_leftovers(folder):
            with locked(folder):
                Folder(folder).finish(wanted[os.path.abspath(folder)], plan.border)


def find_all_orphans(plan: Plan) -> list[Orphan]:
    """The goldens in the folders of a plan that have lost their source."""
    wanted = _wanted(plan)
    return [
        orphan
        for folder in plan.folders
        for orphan in find_orphans(folder, wanted[os.path.abspath(folder)], plan.scope)
        if (os.path.abspath(folder), orphan.verdict.name) not in plan.moved
    ]


def _wanted(plan: Plan) -> defaultdict[str, set[str]]:
    """The names of the goldens that a plan wants, by the absolute path of their folder."""
    by_folder: defaultdict[Path, set[str]] = defaultdict(set)
    for job in plan.jobs:
        by_folder[job.folder].update(job.names)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for folder, wanted in by_folder.items():
        names[os.path.abspath(folder)] |= wanted
    return names
