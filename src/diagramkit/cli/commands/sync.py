"""`diagrams sync`: write the theme into Mermaid blocks and drawings by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

from diagramkit.cli.options import drawing_options
from diagramkit.cli.options import exclude as exclude_option


@click.command("sync")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, allow_dash=True)
)
@click.option("--check", is_flag=True, help="Write nothing; say what is out of step.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--pictures",
    is_flag=True,
    help="Put a picture for light and dark pages in the place of each diagram in Markdown; its "
    "source moves to a .mmd file beside it.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say which diagrams are left, and why.")
@drawing_options("theme")
@exclude_option
@click.option(
    "--mode",
    type=click.Choice(["light", "dark"]),
    help="The mode whose colours are written. Default: the first of the configuration, or light.",
)
def command(
    *,
    paths: tuple[Path, ...],
    check: bool,
    diff: bool,
    pictures: bool,
    verbose: bool,
    mode: Literal["light", "dark"] | None,
    changes: dict[str, Any],
    exclude: tuple[str, ...],
) -> int:
    """Write the theme into Mermaid: the blocks of Markdown files (.md, .markdown, .mdx) and
    Mermaid files (.mmd, .mermaid). Every other byte stays as it is. A drawing by hand (.svg) that
    carries the palette follows a token that changes, and gets its dark twin beside it
    (figure.dark.svg).

    A PATH is a file, a folder, or - for Markdown or Mermaid from standard input to standard
    output; with none, the whole project is brought in step. Of flowcharts
    the statements of look change (classDef, style, linkStyle), of other kinds the directive,
    where they have one (`directive = "always"` gives each one). `%% diagram: keep` in a diagram
    leaves it as it is. With --check and --diff the exit status is 1 when something is out of step.

    \b
    Examples:
      diagrams sync --diff
      diagrams sync
      diagrams sync --check docs
    """
    from diagramkit.cli.syncing import Request, filtered, run

    if Path("-") in paths:
        if len(paths) > 1 or check or diff or pictures:
            raise click.UsageError("- (standard input) goes with no other path, check or picture")
        return filtered(changes, mode)
    return run(Request(paths, check, diff, pictures, changes, mode, exclude, verbose))
