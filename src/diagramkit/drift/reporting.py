"""From a run to the report that all formats are made from."""

from __future__ import annotations

from pathlib import Path

from diagramkit.drift.run import Run
from diagramkit.golden.report.entry import Entry, Report

ACCEPT = "diagrams accept"


def report_of(run: Run, command: str = ACCEPT) -> Report:
    """The report of a run: its results, then what has no drawing. `command` accepts all of it."""
    entries = [
        Entry(
            result.verdict,
            (result.job.folder / result.name).as_posix(),
            Path(result.job.diagram.shown).as_posix(),
            result.job.diagram.line,
            result.job.label,
            result.mode,
            result.expected,
            result.picture,
            result.difference,
        )
        for result in run.results
    ]
    entries += [
        Entry(orphan.verdict, (orphan.folder / orphan.verdict.name).as_posix())
        for orphan in run.orphans
    ]
    return Report(tuple(entries), run.errors, command)
