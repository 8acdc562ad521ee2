"""`diagrams test`: is every drawing what its golden is, and if not, why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from diagramkit.cli.commands.render import _modes
from diagramkit.cli.goldens.state import REPORT
from diagramkit.project.options import Mode


@click.command("test", short_help="Compare drawings with their goldens, and say what moved and why.")
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
    help="The modes to test. Default: light,dark.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Compare pixels even where nothing else differs."
)
@click.option(
    "--new",
    type=click.Choice(["fail", "ok"]),
    default="fail",
    help="What a drawing without a golden is. Default: fail.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit", "github"]),
    default="text",
    help="How to say what was found.",
)
@click.option(
    "--report",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=f"Where pictures and index.html of a failing run go. Default: {REPORT}/.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to draw with.")
def command(
    *,
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    modes: tuple[Mode, ...] | None,
    everything: bool,
    new: Literal["fail", "ok"],
    form: Literal["text", "json", "junit", "github"],
    report: Path | None,
    jobs: int | None,
) -> int:
    """Draw everything and compare it with the goldens, exactly.

    A difference is explained: by the tokens of the theme that changed, by the content, by fonts
    and programs. `diagrams accept` takes the new look.

    \b
    Examples:
      diagrams test
      diagrams test --all --format github
      diagrams test docs/path.mmd --theme blueprint --mode dark
    """
    from diagramkit.cli.goldens.plan import make_plan
    from diagramkit.cli.goldens.run import test_goldens
    from diagramkit.cli.goldens.telling import finish
    from diagramkit.project.config import load_settings

    settings = load_settings(Path.cwd())
    plan = make_plan(paths, settings, themes, modes, everything=everything)
    run = test_goldens(plan, jobs)
    sys.stdout.flush()
    return finish(run, form, report, allows_new=new == "ok")
