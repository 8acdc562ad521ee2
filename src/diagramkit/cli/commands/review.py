"""`diagrams review`: show the last report, with buttons that accept."""

from __future__ import annotations

from pathlib import Path

import click

from diagramkit.cli.goldens import options
from diagramkit.cli.options import exclude as exclude_option
from diagramkit.cli.options import jobs as jobs_option
from diagramkit.project.options import Mode


@click.command("review")
@options.selection
@options.report("The report folder of the last run.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port on 127.0.0.1. Default: any free one.",
)
@click.option("--open/--no-open", "opens", default=True, help="Open the page in a browser.")
@exclude_option
@jobs_option
def command(
    *,
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    modes: tuple[Mode, ...] | None,
    report: Path | None,
    port: int,
    opens: bool,
    exclude: tuple[str, ...],
    jobs: int | None,
) -> int:
    """Serve the report of the last `diagrams test`, with buttons that accept one drawing, a cause,
    or all, without drawing again. Without a last run the test runs first.

    The page is served to this machine alone, at an address that nobody can guess. Ctrl-C ends it.

    \b
    Examples:
      diagrams review
      diagrams review docs --port 8080 --no-open
    """
    from diagramkit.cli.goldens.reviewing import review
    from diagramkit.cli.plan import default_path
    from diagramkit.drift.plan import make_plan
    from diagramkit.project.config import load_settings

    settings = load_settings(Path.cwd()).excluding(exclude)
    shown = paths or (default_path(settings),)
    return review(
        lambda: make_plan(shown, settings, themes, modes), report, port, jobs, opens=opens
    )
