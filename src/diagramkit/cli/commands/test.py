"""`diagrams test`: compare drawings with their goldens, and say what moved and why."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from diagramkit.cli.goldens import options
from diagramkit.cli.options import exclude as exclude_option
from diagramkit.cli.options import jobs as jobs_option
from diagramkit.project.options import Mode

if TYPE_CHECKING:
    from diagramkit.drift.shards import Shard


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
@click.option(
    "--report-url",
    default="",
    metavar="URL",
    help="Where the report folder will be published: summary.md shows its pictures from there.",
)
@click.option(
    "--shard",
    metavar="PART/PARTS",
    callback=options.shard,
    help="Test a part of the diagrams, such as 2/5, and keep its report for --merge.",
)
@click.option(
    "--merge",
    "merged",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Draw nothing: make one report of those of all shards. DIR is a report, or holds some; "
    "may be given again.",
)
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
    report_url: str,
    shard: Shard | None,
    merged: tuple[Path, ...],
    exclude: tuple[str, ...],
    jobs: int | None,
) -> int:
    """Draw everything and compare it with the goldens, exactly.

    A difference is explained: by the tokens of the theme that changed, by the content, by fonts
    and programs. `diagrams accept` takes the new look. With no PATH, the folder diagrams/ is
    tested. A PATH may be a picture (.svg, .png) that people or other programs drew, too; what was
    accepted once is looked at with its folder. The table [goldens] of the configuration says how
    goldens are kept: keep, folder, scale, themes, rendered and tolerance, as `diagrams config keys`
    explains.

    \b
    Examples:
      diagrams test
      diagrams test --all --format github
      diagrams test docs/path.mmd --theme blueprint --mode dark
      diagrams test --shard 2/5 --report shards/2
      diagrams test --merge shards
    """
    from diagramkit.cli.goldens.reporting import finish
    from diagramkit.cli.messages import say
    from diagramkit.cli.plan import default_path
    from diagramkit.drift.plan import make_plan
    from diagramkit.drift.run import test_goldens
    from diagramkit.golden.report.entry import Commands
    from diagramkit.project.config import load_settings

    settings = load_settings(Path.cwd()).excluding(exclude)
    if merged:
        from diagramkit.drift.merging import merge_reports

        border = settings.border([*paths, *merged])
        run = merge_reports(merged, border)
    else:
        plan = make_plan(
            paths or (default_path(settings),), settings, themes, modes, everything=everything
        )
        say(plan.undrawn)
        border = plan.border
        run = test_goldens(plan, jobs, shard)
    return finish(
        run,
        form,
        report,
        border.widened(report) if report else border,
        Commands(_accept_command(paths, themes, modes, report)),
        allows_new=new == "ok",
        strict=strict,
        address=report_url,
    )


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
