"""`diagrams adopt`: propose a theme and a map of classes for a repository."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("adopt")
@click.argument(
    "folder",
    required=False,
    default=Path(),
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("-y", "--yes", is_flag=True, help="Write the configuration without asking.")
def command(*, folder: Path, dry_run: bool, yes: bool) -> int:
    """Count palettes, classes and directives over all Mermaid and all SVG drawings, propose the
    theme and a role for each class, write them as commented configuration, and show what
    `diagrams sync` would change.

    The configuration goes to pyproject.toml where there is one, else to diagrams.toml.

    \b
    Examples:
      diagrams adopt --dry-run
      diagrams adopt --yes && diagrams sync
    """
    from diagramkit.cli.adopting import run

    return run(folder, dry_run=dry_run, ask=not yes)
