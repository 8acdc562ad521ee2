"""The whole of `diagrams review`: the last run, or a new one, served until somebody ends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from diagramkit.cli.goldens.reporting import keep_report
from diagramkit.cli.messages import say, tell
from diagramkit.cli.serving import serve
from diagramkit.drift.accepting import in_scope, write_goldens
from diagramkit.drift.pending import Pending
from diagramkit.drift.plan import Plan
from diagramkit.drift.review import Accept, Server
from diagramkit.drift.run import Run, find_all_orphans, finish_pending, test_goldens
from diagramkit.drift.state import REPORT, forget, load_run
from diagramkit.files.border import Border
from diagramkit.golden.report.entry import DIAGRAMS, Commands


def review(
    planned: Callable[[], Plan], named: Path | None, port: int, jobs: int | None, *, opens: bool
) -> int:
    """Serve the report in the folder `named` (None: where reports are) and return the exit
    status.

    `planned` makes the plan, anew each time something is accepted: sources may have changed.
    """
    plan, report = planned(), named or Path(REPORT)
    border = plan.border.widened(named) if named else plan.border
    finish_pending(plan)
    run, commands = _last_or_new(plan, named, border, jobs)
    if run.is_clean:
        tell("nothing to review: everything is as it was")
        return 0
    server = Server(run, commands, acceptor(run, planned, report, border), port)
    return serve(server, "Ctrl-C ends the review", opens=opens)


def _last_or_new(
    plan: Plan, named: Path | None, border: Border, jobs: int | None
) -> tuple[Run, Commands]:
    last = load_run(named or Path(REPORT), border)
    if last is not None:
        return last.run(), last.commands
    run = test_goldens(plan, jobs, None)
    say(run.errors)
    keep_report(run, named, border)
    return run, DIAGRAMS


def acceptor(run: Run, planned: Callable[[], Plan], report: Path, border: Border) -> Accept:
    """What accepts goldens of a run by their places, one request at a time."""
    pending = {item.golden: item for item in run.pending}
    busy = Lock()

    def accept(goldens: Sequence[str]) -> tuple[list[Pending], list[tuple[Pending, str]]]:
        with busy:
            plan = planned()
            orphans = find_all_orphans(plan)
            asked = [pending[name] for name in dict.fromkeys(goldens) if name in pending]
            known = in_scope(asked, plan, orphans)
            others = [item for item in asked if item not in known]
            accepted, refused = write_goldens(known, plan.jobs, plan.moved, plan.border)
            forget(report, accepted, border)
            for item in accepted:
                pending.pop(item.golden, None)
        refused += [(item, "no diagram of the project needs it") for item in others]
        return accepted, refused

    return accept
