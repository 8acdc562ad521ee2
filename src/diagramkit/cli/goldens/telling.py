"""What a run leaves behind: words, the report folder, the exit status."""

from __future__ import annotations

from pathlib import Path

import click

from diagramkit.cli.goldens import console
from diagramkit.cli.goldens.run import Run
from diagramkit.cli.goldens.state import REPORT, drop_run, pending_of, save_run
from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import DiagramError


def status_of(run: Run, *, allows_new: bool) -> int:
    """0 for a clean run, 1 for a drift, 2 for inputs that cannot be used."""
    if run.errors:
        return 2
    failing = [verdict.status for _, verdict in run.verdicts if verdict.status != "same"]
    return int(any(status != "new" or not allows_new for status in failing))


def finish(run: Run, form: str, report: Path | None, *, allows_new: bool) -> int:
    """Tell the user about a run, keep what `accept` needs, and return the exit status."""
    say(run.errors)
    say(run.warnings)
    where = write_report(run, report)
    if form == "text":
        console.show(run)
    else:
        from diagramkit.cli.goldens.formats import document

        click.echo(document(run, form), nl=False)
    tell(console.summary(run) + (f" ({where})" if where else ""))
    if pending_of(run):
        tell("to take the new look: diagrams accept")
    return status_of(run, allows_new=allows_new)


def write_report(run: Run, report: Path | None) -> Path | None:
    """Write the report folder and return its page; None for a clean run that asked for none.

    A report that cannot be written is said and does not hide what the run has found.
    """
    folder = report or Path(REPORT)
    try:
        if not report and all(verdict.status == "same" for _, verdict in run.verdicts):
            drop_run(folder)
            return None
        save_run(run, folder)
        return write_pages(run, folder)
    except DiagramError as error:
        say(error.diagnostics)
        return None


def write_pages(run: Run, folder: Path) -> Path:
    """Write the pages for people into the report folder; the first is returned."""
    return folder
