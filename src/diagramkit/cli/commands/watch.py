"""`diagrams watch`: serve a local page with a folder's diagrams, live while one types."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from threading import Thread
from typing import Any

import click

from diagramkit.cli import options


@click.command("watch")
@click.argument(
    "path", required=False, metavar="[FOLDER]", type=click.Path(path_type=Path, exists=True)
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port on 127.0.0.1. Default: any free one.",
)
@click.option("--open/--no-open", "opens", default=True, help="Open the page in a browser.")
@options.drawing_options("theme")
@options.exclude
def command(
    *,
    path: Path | None,
    port: int,
    opens: bool,
    changes: dict[str, Any],
    exclude: tuple[str, ...],
) -> int:
    """Show the diagrams of a folder, light beside dark, with what check finds below each. A file
    that is saved is drawn again; where it cannot be drawn, the page says why and keeps the last
    picture.

    The page is served to this machine alone, at an address that nobody can guess. Ctrl-C ends it.
    Needs the extra watch: pip install 'diagramkit[watch]'.

    \b
    Examples:
      diagrams watch
      diagrams watch docs --theme blueprint --no-open
    """
    if importlib.util.find_spec("watchfiles") is None:
        raise click.UsageError("watchfiles is missing: pip install 'diagramkit[watch]'")
    from diagramkit.cli.plan import default_path
    from diagramkit.cli.serving import serve
    from diagramkit.cli.watching.board import Board
    from diagramkit.cli.watching.folder import Changes, Folder, settings_of, watch
    from diagramkit.cli.watching.server import Server

    configured, board, told = settings_of(exclude, changes), Board(), Changes()
    folder = Folder(path or default_path(configured()), configured, board)
    server = Server(board, str(folder.path), port)
    watch(folder, told)
    Thread(target=folder.follow, args=(told,), daemon=True).start()
    return serve(server, "Ctrl-C ends the page", opens=opens)
