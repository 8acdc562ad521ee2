"""One test run over many goldens, and what it came to."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.drift.job import Job
from diagramkit.drift.memory import Memory
from diagramkit.drift.orphans import Orphan, find_orphans
from diagramkit.drift.pending import Pending, pending_of
from diagramkit.drift.plan import Plan
from diagramkit.drift.rendered import check_rendered, unchecked
from diagramkit.drift.shards import Shard
from diagramkit.drift.work import Outcome, Result, judge, lost
from diagramkit.files.journal import has_leftovers
from diagramkit.files.lock import locked
from diagramkit.golden.explanation import Status, Verdict
from diagramkit.golden.report.entry import DIAGRAMS, Commands, Entry, Report
from diagramkit.golden.store import Folder
from diagramkit.project.jobs import run


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run found: an entry a golden, the diagrams that could not be drawn and bad
    inputs, and what may be accepted. `shard` is which part of a plan was run, of how many."""

    entries: tuple[Entry, ...]
    errors: tuple[Diagnostic, ...] = ()
    pending: tuple[Pending, ...] = ()
    shard: Shard | None = None

    @property
    def verdicts(self) -> list[Verdict]:
        """Every verdict."""
        return [entry.verdict for entry in self.entries]

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all is to be told or accepted."""
        return not self.errors and all(one.verdict.status == "same" for one in self.entries)

    def count(self, status: Status) -> int:
        """How many goldens have a status."""
        return sum(entry.verdict.status == status for entry in self.entries)

    def report(self, commands: Commands = DIAGRAMS) -> Report:
        """What every format is made from. `commands` accept what it shows."""
        return Report(self.entries, self.errors, commands)


def run_of(
    results: Sequence[Result],
    orphans: Sequence[Orphan],
    errors: Iterable[Diagnostic],
    shard: Shard | None = None,
) -> Run:
    """The run that found these."""
    entries = (*map(_entry, results), *map(_orphan_entry, orphans))
    return Run(entries, tuple(dict.fromkeys(errors)), pending_of(results, orphans), shard)


def _entry(result: Result) -> Entry:
    diagram = result.job.diagram
    return Entry(
        result.verdict,
        result.job.golden_path(result.name),
        relative(diagram.shown),
        diagram.line,
        result.job.label,
        result.mode,
        result.expected,
        result.picture,
        result.difference,
        result.places,
    )


def _orphan_entry(orphan: Orphan) -> Entry:
    name, _, rest = orphan.verdict.name.rpartition(".")
    theme = name.rpartition(".")[2]
    golden = (orphan.folder / orphan.verdict.name).as_posix()
    return Entry(orphan.verdict, golden, relative(orphan.source), 1, theme, rest)


def relative(path: str | Path) -> str:
    """A path as reports have it: it holds wherever the project is."""
    if not path:
        return ""
    # Of a path that is relative already, relpath gives the same and asks the system twice.
    known = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return known.replace(os.sep, "/")


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
        outcomes = judge_all(plan, planned, wanted_jobs)
        # They are told once: by the first shard.
        orphans = find_all_orphans(plan) if shard is None or shard.number == 1 else []
    shown = plan.rendered if shard is None else shard.part(plan.rendered)
    checked = list(run(check_rendered, shown, wanted_jobs, unchecked))
    errors = [error for outcome in outcomes for error in outcome.errors]
    errors += [error for one in checked for error in one.errors]
    results = [result for outcome in outcomes for result in outcome.results]
    found = run_of(results, orphans, (*plan.problems, *errors), shard)
    stale = [entry for outcome in outcomes for entry in outcome.stale]
    stale += [entry for one in checked for entry in one.stale]
    return replace(found, entries=(*found.entries, *stale))


def judge_all(plan: Plan, jobs: Sequence[Job], wanted_jobs: int | None) -> list[Outcome]:
    """What becomes of each job, in order; what is known to be the same is not drawn."""
    memory = Memory(plan.home, plan.border)
    known = [memory.recall(job) for job in jobs]
    left = [job for job, outcome in zip(jobs, known, strict=True) if outcome is None]
    drawn = run(judge, left, wanted_jobs, lost, is_slight)
    outcomes = [
        outcome or _shared(next(drawn), job) for job, outcome in zip(jobs, known, strict=True)
    ]
    for job, outcome, before in zip(jobs, outcomes, known, strict=True):
        if before is None:
            memory.remember(job, outcome)
    memory.save()
    return outcomes


def _shared(outcome: Outcome, job: Job) -> Outcome:
    """An outcome as it came from another process, with its job as it is here in the place of a
    copy: thousands of themes would fill the memory."""
    results = tuple(replace(result, job=job) for result in outcome.results)
    return replace(outcome, results=results)


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
