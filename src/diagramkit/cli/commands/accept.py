"""`diagrams accept`: the drawings as they are now become the goldens."""

from __future__ import annotations

from pathlib import Path

import click

from diagramkit.cli.commands.render import _modes
from diagramkit.cli.goldens.state import REPORT
from diagramkit.project.options import Mode


@click.command("accept", short_help="Take the new look: make goldens of drawings.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar="NAME|FILE",
    help="A built-in theme or a theme file; may be given again. Default: the project's.",
)
@click.option(
    "--mode",
    "modes",
    metavar="light|dark|both",
    callback=_modes,
    help="The modes to accept. Default: light,dark.",
)
@click.option(
    "--cause",
    "causes",
    multiple=True,
    metavar="CAUSE",
    help="Only what these causes explain wholly: token, token:light.accent, 'token:light.*', "
    "moved, …; may be given again.",
)
@click.option("--new-only", is_flag=True, help="Only drawings that have no golden yet.")
@click.option(
    "--report",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default=Path(REPORT),
    help=f"The report folder of the last run. Default: {REPORT}/.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to draw with.")
def command(
    *,
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    modes: tuple[Mode, ...] | None,
    causes: tuple[str, ...],
    new_only: bool,
    report: Path,
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
    from diagramkit.cli.goldens.accepting import Choice
    from diagramkit.cli.goldens.plan import make_plan
    from diagramkit.cli.goldens.taking import accept
    from diagramkit.project.config import load_settings

    settings = load_settings(Path.cwd())
    plan = make_plan(paths, settings, themes, modes)
    return accept(plan, Choice(causes, new_only), report, jobs)
