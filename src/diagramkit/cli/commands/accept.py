"""`diagrams accept`: make the drawings as they are now the goldens."""

from __future__ import annotations

from pathlib import Path

import click

from diagramkit.cli.goldens import options
from diagramkit.cli.options import exclude as exclude_option
from diagramkit.cli.options import jobs as jobs_option
from diagramkit.project.options import Mode


@click.command("accept")
@options.selection
@click.option(
    "--cause",
    "causes",
    multiple=True,
    metavar="CAUSE",
    help="Only what these causes explain wholly: token, token:light.accent, 'token:light.*', "
    "moved, …; may be given again.",
)
@click.option(
    "--golden",
    "goldens",
    multiple=True,
    metavar="NAME",
    help="Only these goldens: path.editorial.dark, 'path.*', '*.dark', or with their folder; may "
    "be given again.",
)
@click.option("--new-only", is_flag=True, help="Only drawings that have no golden yet.")
@click.option(
    "--renew",
    is_flag=True,
    help="Refresh as well what goldens that look the same say of programs, and their format.",
)
@options.report("The report folder of the last run.")
@exclude_option
@jobs_option
def command(
    *,
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    modes: tuple[Mode, ...] | None,
    causes: tuple[str, ...],
    goldens: tuple[str, ...],
    new_only: bool,
    renew: bool,
    report: Path | None,
    exclude: tuple[str, ...],
    jobs: int | None,
) -> int:
    """Make goldens of what the last `diagrams test` has drawn, without drawing it again.

    What that run has not seen is drawn now. A diagram whose source, theme or golden has changed
    since is refused. Goldens without a source are removed.

    \b
    Examples:
      diagrams accept
      diagrams accept docs/path.mmd
      diagrams accept --cause token:light.accent
    """
    from diagramkit.cli.goldens.accepting import accept
    from diagramkit.cli.plan import default_path
    from diagramkit.drift.accepting import Choice
    from diagramkit.drift.plan import make_plan
    from diagramkit.project.config import load_settings

    settings = load_settings(Path.cwd()).excluding(exclude)
    plan = make_plan(paths or (default_path(settings),), settings, themes, modes, renew=renew)
    return accept(plan, Choice(causes, new_only, goldens), report, jobs, renew=renew)
