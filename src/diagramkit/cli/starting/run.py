"""Setting a repository up: the files written, brought in step, drawn and accepted."""

from __future__ import annotations

from pathlib import Path

import click

from diagramkit.cli.messages import tell
from diagramkit.cli.starting.plan import SOURCES, Start, start
from diagramkit.diagnostics import counted, printable
from diagramkit.files.border import Border
from diagramkit.files.write import replace_file


def run(*, ask: bool, dry_run: bool) -> int:
    """Set the current folder up and return the exit status."""
    folder = Path()
    plan = start(folder)
    _show(plan)
    if dry_run:
        tell("nothing is written (--dry-run)")
        return 0
    if ask and plan.made and not click.confirm(f"Write {_files(plan)}?", err=True):
        return 0
    border = Border.around([folder.absolute()])
    for name, data in plan.made.items():
        replace_file(folder / name, None, data, border)
    tell(f"wrote {_files(plan)}")
    return _draw([Path(name) for name in SOURCES if name in plan.made])


def _files(plan: Start) -> str:
    return counted(len(plan.made), "file")


def _show(plan: Start) -> None:
    for name in plan.made:
        click.echo(printable(f"new   {name}"))
    for name in plan.kept:
        click.echo(printable(f"keep  {name}"))
    for name, text in plan.added.items():
        lines = ["", printable(f"{name} stays as it is; to add:"), ""]
        click.echo("\n".join([*lines, *(f"    {line}" for line in text.splitlines())]))


def _draw(sources: list[Path]) -> int:
    """Write the theme into what is new, draw it, and make its look the golden one."""
    if not sources:
        return 0
    from diagramkit.cli import syncing
    from diagramkit.cli.goldens.accepting import accept
    from diagramkit.cli.plan import Request, prepare
    from diagramkit.cli.report import draw_and_report
    from diagramkit.drift.accepting import Choice
    from diagramkit.drift.plan import make_plan
    from diagramkit.project.config import load_settings

    wanted = syncing.Request(tuple(sources), False, False, False, {}, None)
    synced = syncing.run(wanted)
    drawn = draw_and_report(prepare(Request(tuple(sources), None, None, {})), None)
    plan = make_plan(sources, load_settings(Path.cwd()))
    accepted = accept(plan, Choice(new_only=True), None, None)
    if not (synced or drawn or accepted):
        tell("next: diagrams render, diagrams check, diagrams test")
    return max(synced, drawn, accepted)
