"""What a run leaves behind: words, the report folder, the exit status."""

from __future__ import annotations

from pathlib import Path

import click

from diagramkit.cli.goldens import console
from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import DiagramError
from diagramkit.drift.pages import write_report
from diagramkit.drift.run import Run
from diagramkit.drift.state import REPORT, drop_run
from diagramkit.files.border import Border
from diagramkit.golden.explanation import REFRESHED
from diagramkit.golden.report.entry import DIAGRAMS, Commands


def status_of(run: Run, *, allows_new: bool, strict: bool = False) -> int:
    """0 for a clean run, 1 for a drift, 2 for inputs that cannot be used."""
    if run.errors:
        return 2
    if strict and any(verdict.note in REFRESHED for verdict in run.report.verdicts):
        return 1
    fine = run.count("same") + (run.count("new") if allows_new else 0)
    return int(fine < len(run.entries))


def finish(
    run: Run,
    form: str,
    report: Path | None,
    border: Border,
    commands: Commands = DIAGRAMS,
    *,
    allows_new: bool = False,
    strict: bool = False,
    address: str = "",
) -> int:
    """Tell the user about a run, keep what `accept` needs, and return the exit status.

    `commands` accept the run, `address` is where the report folder will be published.
    """
    say(run.errors)
    where = keep_report(run, report, border, commands, address)
    if form == "text":
        console.show(run)
    else:
        from diagramkit.cli.goldens.formats import document

        click.echo(document(run, form), nl=False)
    tell(console.summary(run) + (f" ({where})" if where else ""))
    if any(item.status != "same" for item in run.pending):
        tell(f"to take the new look: {commands.all}")
    return status_of(run, allows_new=allows_new, strict=strict)


def keep_report(
    run: Run,
    report: Path | None,
    border: Border,
    commands: Commands = DIAGRAMS,
    address: str = "",
) -> Path | None:
    """Write the report folder and return its page; None for a clean run that asked for none.

    A report that cannot be written is said and does not hide what the run has found.
    """
    folder = report or Path(REPORT)
    try:
        if not report and not run.shard and run.is_clean:
            drop_run(folder, border)
            return None
        return write_report(run, folder, border, commands, address)
    except DiagramError as error:
        say(error.diagnostics)
        return None
