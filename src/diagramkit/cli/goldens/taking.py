"""The whole of `diagrams accept`: from the last run, or a new one, to written goldens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from diagramkit.cli.messages import say, tell
from diagramkit.drift.accepting import Choice, in_scope, write_goldens
from diagramkit.drift.plan import Job, Plan
from diagramkit.drift.run import find_all_strays, finish_pending, test_goldens
from diagramkit.drift.state import REPORT, Pending, absolute, forget, load_run, pending_of
from diagramkit.drift.work import manifest_of
from diagramkit.golden.store import Manifest


def accept(plan: Plan, choice: Choice, named: Path | None, jobs: int | None) -> int:
    """Accept what is chosen and return the exit status: 2 when anything was refused.

    `named` is the report folder, if the user has named one.
    """
    report = named or Path(REPORT)
    border = plan.border.widened(named) if named else plan.border
    finish_pending(plan)
    last = load_run(report, border)
    strays = find_all_strays(plan) if last else []
    pending = [item for item in last.pending if in_scope(item, plan, strays)] if last else []
    manifest = last.manifest if last else Manifest()
    unseen = _unseen(plan, last.seen if last else frozenset())
    status = 2 if plan.problems else 0
    say(plan.problems)
    if unseen or last is None:
        run = test_goldens(replace(plan, jobs=unseen, problems=()), jobs)
        known = {(absolute(item.folder), item.name) for item in pending}
        pending += [
            item
            for item in pending_of(run)
            if item.status != "orphan" or (last is None and _key(item) not in known)
        ]
        for result in run.results:
            manifest = manifest.joined(manifest_of(result))
        say(run.errors)
        status = 2 if run.errors else status
    chosen = [item for item in pending if choice.takes(item)]
    for item in pending:
        if choice.splits(item):
            others = ", ".join(cause for cause in item.causes if not choice.names(cause))
            tell(f"{item.name}: not accepted, there is more in it: {others}")
    accepted, refused = write_goldens(chosen, manifest, plan.jobs, plan.border)
    for item, reason in refused:
        tell(f"{item.name}: not accepted: {reason}; run diagrams test again")
    for item in accepted:
        if item.record is None:
            tell(f"removed {item.folder / item.name}: no source needs it")
    forget(report, accepted, border)
    tell(_summary(accepted, len(refused)))
    return 2 if refused else status


def _key(item: Pending) -> tuple[str, str]:
    return absolute(item.folder), item.name


def _unseen(plan: Plan, seen: frozenset[tuple[str, str]]) -> tuple[Job, ...]:
    """The jobs that the last run has not looked at in every mode."""
    return tuple(
        job
        for job in plan.jobs
        if any((absolute(job.folder), name) not in seen for name in job.names)
    )


def _summary(accepted: list[Pending], refused: int) -> str:
    counts: dict[str, int] = {}
    for item in accepted:
        counts[item.status] = counts.get(item.status, 0) + 1
    words = [f"{count} {status}" for status, count in counts.items()]
    text = f"accepted {len(accepted)} goldens" + (f" ({', '.join(words)})" if words else "")
    return text + (f", refused {refused}" if refused else "")
