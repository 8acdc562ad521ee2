"""`diagrams render`: draw diagrams as SVG, PNG, PDF or WebP."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from diagramkit.cli import options
from diagramkit.cli.plan import Request, prepare
from diagramkit.project.options import Format


@click.command("render")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE|-",
    help="Where to: a folder, a picture (.svg .png .pdf .webp), a Markdown file, or - for "
    "standard output. Default: rendered/ beside each source.",
)
@options.formats
@options.drawing_options()
@options.exclude
@options.jobs
@click.option(
    "-c",
    "--mermaid-config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A configuration of mermaid-cli: its mode and background; a warning names what has no "
    "effect here.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; fail where a picture is missing or not what its source gives now.",
)
@click.option(
    "--sheet", is_flag=True, help="Put all diagrams on one page, SVG and PNG, and draw no others."
)
def command(
    *,
    paths: tuple[Path, ...],
    output: str | None,
    formats: tuple[Format, ...] | None,
    changes: dict[str, Any],
    exclude: tuple[str, ...],
    jobs: int | None,
    mermaid_config: Path | None,
    check: bool,
    sheet: bool,
) -> int:
    """Draw diagrams: Mermaid files (.mmd, .mermaid), figures (.yaml, .yml) and the Mermaid
    blocks of Markdown files.

    A PATH is a file, a folder, or - for standard input; with none, the folder diagrams/ is
    drawn. Pictures are called NAME.MODE.FORMAT. What has not changed is not drawn again.

    \b
    Examples:
      diagrams render
      diagrams render docs -o build/pictures/
      diagrams render path.mmd -o path.png --mode dark --scale 3
      diagrams render notes.md -o out.md
      diagrams render --check
      diagrams render docs --sheet -o build/
      cat path.mmd | diagrams render - > path.svg
    """
    if mermaid_config:
        from diagramkit.cli.mermaid_config import read_mermaid_config
        from diagramkit.cli.messages import say

        meant, unused = read_mermaid_config(mermaid_config)
        changes = meant | changes
        say(unused)
    plan = prepare(Request(paths, output, formats, changes, exclude))
    if check:
        from diagramkit.cli.stale import check_pictures

        return check_pictures(plan, jobs, sheet=sheet)
    if sheet:
        from diagramkit.cli.sheet import draw_sheet

        return draw_sheet(plan)
    if plan.target.kind == "stdout":
        from diagramkit.cli.single import to_standard_output

        return to_standard_output(plan)
    if plan.target.kind == "markdown":
        from diagramkit.cli.paging import publish_page

        return publish_page(plan)
    from diagramkit.cli.report import draw_and_report

    return draw_and_report(plan, jobs)
