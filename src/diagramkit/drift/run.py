"""One test run over many goldens, and what it came to."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.drift.orphans import Orphan, find_orphans
from diagramkit.drift.plan import Plan
from diagramkit.drift.work import Outcome, Result, judge, lost
from diagramkit.files.journal import has_leftovers
from diagramkit.files.lock import locked
from diagramkit.golden.explanation import Status, Verdict
from diagramkit.golden.store import Folder
from diagramkit.project.jobs import job_count, run

STATUSES: tuple[Status, ...] = ("same", "drifted", "renamed", "new", "orphan", "unreadable")


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run found. `errors` are diagrams that could not be drawn, and bad inputs."""

    results: tuple[Result, ...]
    orphans: tuple[Orphan, ...]
    errors: tuple[Diagnostic, ...]

    @property
    def verdicts(self) -> list[tuple[Path, Verdict]]:
        """Every verdict with the folder of its golden."""
        found = [(result.job.folder, result.verdict) for result in self.results]
        return found + [(orphan.folder, orphan.verdict) for orphan in self.orphans]

    def count(self, status: Status) -> int:
        """How many goldens have a status."""
        return sum(verdict.status == status for _, verdict in self.verdicts)


def test_goldens(plan: Plan, wanted_jobs: int | None) -> Run:
    """Draw and judge everything in a plan, and look for goldens without a source.

    Goldens are held still meanwhile: who accepts waits. Raises `DiagramError` when another run
    does not let go of them.
    """
    # A folder that cannot be written to is looked at as if all were done.
    with contextlib.suppress(DiagramError):
        finish_pending(plan)
    with contextlib.ExitStack() as locks:
        for folder in plan.folders:
            locks.enter_context(locked(folder, shared=True))
        workers = job_count(wanted_jobs, len(plan.jobs))
        outcomes: list[Outcome] = list(run(judge, plan.jobs, workers, lost))
        orphans = find_all_orphans(plan)
    errors = [error for outcome in outcomes for error in outcome.errors]
    return Run(
        tuple(result for outcome in outcomes for result in outcome.results),
        tuple(orphans),
        (*plan.problems, *dict.fromkeys(errors)),
    )


def finish_pending(plan: Plan) -> None:
    """Finish what a killed run has begun, in every folder of a plan. Raises `DiagramError`."""
    for folder in plan.folders:
        if has_leftovers(folder):
            with locked(folder):
                Folder(folder).finish(_wanted(folder, plan), plan.border)


def find_all_orphans(plan: Plan) -> list[Orphan]:
    """The goldens in the folders of a plan that have lost their source."""
    return [
        orphan
        for folder in plan.folders
        for orphan in find_orphans(folder, _wanted(folder, plan), plan.scope)
        if (os.path.abspath(folder), orphan.verdict.name) not in plan.moved
    ]


def _wanted(folder: Path, plan: Plan) -> frozenset[str]:
    """The names of the goldens that a plan wants in a folder."""
    here = os.path.abspath(folder)
    own = [job for job in plan.jobs if os.path.abspath(job.folder) == here]
    return frozenset(name for job in own for name in job.names)
