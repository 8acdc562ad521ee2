"""The whole of `diagrams accept`: from the last run, or a new one, to written goldens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import counted
from diagramkit.drift.accepting import Choice, in_scope, write_goldens
from diagramkit.drift.folders import absolute
from diagramkit.drift.job import Job
from diagramkit.drift.memory import Memory, keep_accepted
from diagramkit.drift.pending import Pending
from diagramkit.drift.plan import Plan
from diagramkit.drift.run import find_all_orphans, finish_pending, test_goldens
from diagramkit.drift.state import REPORT, LastRun, forget, load_run


def accept(
    plan: Plan, choice: Choice, named: Path | None, jobs: int | None, *, renew: bool = False
) -> int:
    """Accept what is chosen and return the exit status: 2 when anything was refused, or when the
    chosen causes are none of those that there are.

    `named` is the report folder, if the user has named one; with `renew` everything is drawn now.
    """
    report = named or Path(REPORT)
    border = plan.border.widened(named) if named else plan.border
    finish_pending(plan)
    say(plan.problems)
    last = None if renew else load_run(report, border)
    unseen = _unseen(plan, last.seen if last else frozenset())
    pending, status = _pending(plan, last, unseen, jobs)
    if unknown := choice.unknown(pending):
        tell(_no_such_cause(unknown, pending))
        return 2
    if missing := choice.missing(pending):
        tell(f"no golden to accept is called {', '.join(missing)}")
        return 2
    accepted, refused = write_goldens(
        [item for item in pending if choice.takes(item)], plan.jobs, plan.moved, plan.border
    )
    keep_accepted(Memory(plan.home, plan.border), unseen, (item.key for item in accepted))
    _tell(pending, accepted, refused, choice)
    forget(report, accepted, border)
    return 2 if refused else status


def _pending(
    plan: Plan, last: LastRun | None, unseen: tuple[Job, ...], jobs: int | None
) -> tuple[list[Pending], int]:
    """What there is to accept, from the last run as far as it goes, and the exit status."""
    orphans = find_all_orphans(plan) if last else []
    pending = in_scope(last.pending, plan, orphans) if last else []
    status = 2 if plan.problems else 0
    if unseen or last is None:
        run = test_goldens(replace(plan, jobs=unseen, problems=()), jobs, None)
        known = {item.key for item in pending}
        pending += [
            item
            for item in run.pending
            if item.status != "orphan" or (last is None and item.key not in known)
        ]
        say(run.errors)
        status = 2 if run.errors else status
    return pending, status


def _no_such_cause(unknown: Sequence[str], pending: Sequence[Pending]) -> str:
    known = sorted({cause for item in pending for cause in item.causes})
    shown = "".join(f"\n  {cause}" for cause in known) or " none: nothing has drifted"
    return f"no such cause: {', '.join(unknown)}; the causes of the last run are:{shown}"


def _tell(
    pending: Sequence[Pending],
    accepted: Sequence[Pending],
    refused: Sequence[tuple[Pending, str]],
    choice: Choice,
) -> None:
    for item in pending:
        if choice.splits(item):
            others = ", ".join(cause for cause in item.causes if not choice.names(cause))
            tell(f"{item.name}: not accepted, there is more in it: {others}")
    for item, reason in refused:
        tell(f"{item.name}: not accepted: {reason}; run diagrams test again")
    for item in accepted:
        if item.is_removal:
            tell(f"removed {item.folder / item.name}: no source needs it")
    tell(_summary(accepted, len(refused)))


def _unseen(plan: Plan, seen: frozenset[tuple[str, str]]) -> tuple[Job, ...]:
    """The jobs that the last run has not looked at in every mode."""
    return tuple(
        job
        for job in plan.jobs
        if any((absolute(job.folder), name) not in seen for name in job.names)
    )


def _summary(accepted: Sequence[Pending], refused: int) -> str:
    counts: dict[str, int] = {}
    for item in accepted:
        word = "refreshed" if item.status == "same" else item.status
        counts[word] = counts.get(word, 0) + 1
    words = [f"{count} {status}" for status, count in counts.items()]
    text = f"accepted {counted(len(accepted), 'golden')}" + (
        f" ({', '.join(words)})" if words else ""
    )
    return text + (f", refused {refused}" if refused else "")
