"""Drawing one diagram and judging it by its goldens: what a process of its own can do."""

from __future__ import annotations

from diagramkit.drawing import Drawing
from diagramkit.drift.comparison import Workbench
from diagramkit.drift.job import Job
from diagramkit.drift.outcome import Outcome
from diagramkit.drift.pictures import judge_file
from diagramkit.drift.rendered import stale_pictures


def judge(job: Job, drawn: Drawing | None = None) -> Outcome:
    """Draw a job's diagram, unless it is `drawn` already, and compare it; whatever goes wrong is
    in the outcome."""
    if job.picture is not None:
        return judge_file(job, job.picture)
    try:
        bench = Workbench(job, drawn)
        results = tuple(map(bench.result, job.modes))
        shown = job.rendered
        return Outcome(results, (), tuple(stale_pictures(shown, bench.drawing)) if shown else ())
    except Exception as error:
        return Outcome(errors=job.diagram.errors_of(error))
