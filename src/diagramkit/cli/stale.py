"""The whole of `diagrams render --check`: which pictures are not what their sources give now."""

from __future__ import annotations

import click

from diagramkit.cli.messages import say, tell
from diagramkit.cli.plan import Plan
from diagramkit.diagnostics import counted, printable
from diagramkit.drift.rendered import Rendered, check_rendered, stale_lines, unchecked
from diagramkit.project import jobs


def check_pictures(plan: Plan, wanted: int | None, *, sheet: bool) -> int:
    """Print the pictures that are out of date and return the exit status: 1 where there are any.

    Raises `click.UsageError` for what is not made of one picture a file.
    """
    if sheet or plan.target.kind in ("stdout", "markdown"):
        raise click.UsageError("--check looks at pictures: name a folder, or one picture, with -o")
    items = [Rendered(one.diagram, one.folder, one.pictures, one.options) for one in plan.tasks]
    found = list(jobs.run(check_rendered, items, wanted, unchecked))
    say(plan.problems)
    say(plan.undrawn)
    for one in found:
        say(one.errors)
    stale = [entry for one in found for entry in one.stale]
    for line in stale_lines(stale):
        click.echo(printable(line))
    count = sum(len(item.pictures) for item in items)
    failed = len(plan.problems) + sum(bool(one.errors) for one in found)
    words = [f"checked {counted(count, 'picture')}", f"{len(stale)} out of date"]
    tell(", ".join([*words, *([f"{failed} failed"] if failed else [])]))
    return 2 if failed else int(bool(stale))
