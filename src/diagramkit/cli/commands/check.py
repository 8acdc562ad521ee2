"""`diagrams check`: say what is wrong with drawings and diagrams."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

from diagramkit.cli import options


@click.command("check", short_help="Say what is wrong with drawings and diagrams.")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github", "junit"]),
    default="text",
    help="How findings are written. Default: text.",
)
@click.option("--select", metavar="CODES", help="Only these rules: codes, text-*, or style.")
@click.option("--ignore", metavar="CODES", help="All but these rules.")
@click.option(
    "--mode",
    type=click.Choice(["light", "dark"]),
    help="The mode in which drawings of both are looked at. Default: light.",
)
@click.option(
    "--picture",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write each drawing (.svg) in which something is found to DIR, with the findings marked.",
)
@click.option("--fix", is_flag=True, help="Repair what is safe to repair, then check.")
@click.option("--diff", is_flag=True, help="Write nothing; show what --fix would change.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Repair what changes the look too: with --fix or --diff.",
)
@click.option("--no-cache", is_flag=True, help="Look at all anew, and remember nothing.")
@options.drawing_options("theme")
@options.jobs
def command(
    *,
    paths: tuple[Path, ...],
    form: Literal["text", "json", "sarif", "github", "junit"],
    select: str | None,
    ignore: str | None,
    mode: Literal["light", "dark"] | None,
    picture: Path | None,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    no_cache: bool,
    changes: dict[str, Any],
    jobs: int | None,
) -> int:
    """Look at drawings (.svg, by hand or by any program), Mermaid files, Mermaid blocks of pages
    and figures, and say what is wrong with them: words out of their box, lines through words or
    boxes, connectors that end nowhere, colours that the theme lacks, and more.
    diagrams rule --list names all.

    A PATH is a file, a folder, or - for a drawing or a diagram from standard input; with none, the
    whole project is looked at. What has not changed since the last run is not looked at again. The
    exit status is 1 when anything is found.

    \b
    Examples:
      diagrams check
      diagrams check docs --ignore too-wide,off-palette
      diagrams check figure.svg --format json
      diagrams check --select 'text-*,style'
      diagrams check --diff
      diagrams check figure.svg --fix --unsafe-fixes

    A comment keeps a rule quiet: <!-- diagrams: ignore low-contrast --> before an element, or
    %% diagram: ignore jog in a diagram.
    """
    from diagramkit.cli.checking import Request, run

    if (fix or diff) and Path("-") in paths:
        raise click.UsageError("- (standard input) is not repaired")
    if fix and diff:
        raise click.UsageError("--diff writes nothing: leave out --fix")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    request = Request(
        paths, form, select, ignore, mode or "light", changes, jobs, picture, not no_cache
    )
    if fix or diff:
        from diagramkit.cli.fixing import repair

        status = repair(request, writes=fix, unsafe=unsafe_fixes)
        if diff or status:
            return status
    return run(request)
