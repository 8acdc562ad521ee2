"""Drawing to files, and saying what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.cli.batch import draw_all
from diagramkit.cli.messages import say, tell
from diagramkit.cli.plan import Plan
from diagramkit.cli.task import Outcome
from diagramkit.diagnostics import counted


def draw_and_report(plan: Plan, jobs: int | None) -> int:
    """Draw the pictures of a plan, tell the user, and return the exit status."""
    results = draw_all(plan.tasks, plan.roots, jobs)
    outcomes = [outcome for outcome, _ in results]
    say(plan.problems)
    say(plan.undrawn)
    for outcome in outcomes:
        say(outcome.errors)
    say([warning for outcome in outcomes for warning in outcome.warnings])
    failed = len(plan.problems) + sum(bool(outcome.errors) for outcome in outcomes)
    tell(_summary(results, failed, len(plan.undrawn), _places(plan, outcomes)))
    return 2 if failed else 0


def _summary(
    results: Sequence[tuple[Outcome, bool]], failed: int, undrawn: int, places: str
) -> str:
    drawn = sum(fresh and not outcome.errors for outcome, fresh in results)
    unchanged = sum(not fresh for _, fresh in results)
    words = [f"drew {counted(drawn, 'diagram')}"]
    words += [f"{unchanged} unchanged"] if unchanged else []
    words += [f"{undrawn} of kinds that are not drawn"] if undrawn else []
    words += [f"{failed} failed"] if failed else []
    return ", ".join(words) + places


def _places(plan: Plan, outcomes: Sequence[Outcome]) -> str:
    """Where the pictures are, in brackets; nothing when there are none."""
    good = [root for root, outcome in zip(plan.roots, outcomes, strict=True) if not outcome.errors]
    if not good:
        return ""
    if plan.target.kind == "file":
        return f" ({plan.target.path})"
    folders = {root for root in good if root is not None}
    if len(folders) > 1:
        return f" ({len(folders)} folders)"
    return "".join(f" ({folder})" for folder in folders)
