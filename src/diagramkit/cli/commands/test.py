"""`diagrams test`: compare drawings with their goldens, and say what moved and why."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Literal

import click

from diagramkit.cli.goldens import options
from diagramkit.cli.options import exclude as exclude_option
from diagramkit.cli.options import jobs as jobs_option
from diagramkit.project.options import Mode


@click.command("test")
@options.selection
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
    "--strict",
    is_flag=True,
    help="Fail as well where a golden looks as it should and holds other keys or names.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit", "github"]),
    default="text",
    help="How to say what was found.",
)
@options.report("Where pictures and index.html of a failing run go.")
@exclude_option
@jobs_option
def command(
    *,
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    modes: tuple[Mode, ...] | None,
    everything: bool,
    new: Literal["fail", "ok"],
    strict: bool,
    form: Literal["text", "json", "junit", "github"],
    report: Path | None,
    exclude: tuple[str, ...],
    jobs: int | None,
) -> int:
    """Draw everything and compare it with the goldens, exactly.

    A difference is explained: by the tokens of the theme that changed, by the content, by fonts
    and programs. `diagrams accept` takes the new look. A PATH may be a picture (.svg, .png) that
    people or other programs drew, too; what was accepted once is looked at with its folder.

    \b
    Examples:
      diagrams test
      diagrams test --all --format github
      diagrams test docs/path.mmd --theme blueprint --mode dark
    """
    from diagramkit.cli.goldens.reporting import finish
    from diagramkit.cli.messages import say
    from diagramkit.cli.plan import default_path
    from diagramkit.drift.plan import make_plan
    from diagramkit.drift.run import test_goldens
    from diagramkit.project.config import load_settings

    settings = load_settings(Path.cwd()).excluding(exclude)
    plan = make_plan(
        paths or (default_path(settings),), settings, themes, modes, everything=everything
    )
    say(plan.undrawn)
    run = test_goldens(plan, jobs)
    command = _accept_command(paths, themes, modes, report)
    border = plan.border.widened(report) if report else plan.border
    return finish(run, form, report, border, command, allows_new=new == "ok", strict=strict)


def _accept_command(
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    modes: tuple[Mode, ...] | None,
    report: Path | None,
) -> str:
    """What accepts all that this run has found."""
    words = ["diagrams", "accept", *map(str, paths)]
    words += [word for theme in themes for word in ("--theme", theme)]
    words += ["--mode", ",".join(modes)] if modes else []
    words += ["--report", str(report)] if report else []
    return shlex.join(words)
