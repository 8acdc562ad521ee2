"""`diagrams init`: set a repository up."""

from __future__ import annotations

import click


@click.command("init")
@click.option("-y", "--yes", is_flag=True, help="Write the files without asking.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
def command(*, yes: bool, dry_run: bool) -> int:
    """Set the current folder up: a configuration, a theme that extends a built-in one, a Mermaid
    and a figure source with their pictures and goldens, JSON Schemas for editors, and pre-commit
    and CI configurations that check all of it.

    No file that is there changes: what would go into one is printed instead.

    \b
    Examples:
      diagrams init --dry-run
      diagrams init --yes && diagrams test
    """
    from diagramkit.cli.starting.run import run

    return run(ask=not yes, dry_run=dry_run)
