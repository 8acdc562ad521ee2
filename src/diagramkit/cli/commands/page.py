"""`diagrams page`: put the pictures of diagrams into Markdown pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from diagramkit.cli.options import drawing_options


@click.command("page")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option("--check", is_flag=True, help="Write nothing; say which pages are out of date.")
@drawing_options("theme")
def command(*, paths: tuple[Path, ...], check: bool, changes: dict[str, Any]) -> int:
    """Put pictures where a page asks for them, and draw them into rendered/ beside their sources.

    A page asks with a comment that names a source beside it: <!-- picture: heads.yaml -->. Below
    it, up to <!-- /picture -->, stands what this command writes: a picture for light and dark
    pages. Everything else stays as it is, and a second run changes nothing.

    \b
    Example:
      diagrams page docs/guide.md
    """
    from diagramkit.cli.paging import fill_pages

    return fill_pages(paths, check=check, changes=changes)
