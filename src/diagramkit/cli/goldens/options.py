"""Options that `diagrams test` and `diagrams accept` share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from diagramkit.cli.options import Command, checked
from diagramkit.drift.shards import Shard, parse_shard
from diagramkit.drift.state import REPORT
from diagramkit.project.options import MODE


def selection(command: Command) -> Command:
    """The arguments that say which drawings: paths, `--theme` and `--mode`."""
    paths = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
    themes = click.option(
        "--theme",
        "themes",
        multiple=True,
        metavar="NAME|FILE",
        help="A built-in theme or a theme file; may be given again. Default: the project's.",
    )
    modes = click.option(
        "--mode",
        "modes",
        metavar="light|dark|both",
        callback=checked(MODE),
        help="The modes. Default: the project's, or light,dark.",
    )
    return paths(themes(modes(command)))


def report(words: str) -> Callable[[Command], Command]:
    """`--report`, which both need; `words` say what for."""
    return click.option(
        "--report",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help=f"{words} Default: {REPORT}/.",
    )


def shard(_: click.Context, __: click.Parameter, value: str | None) -> Shard | None:
    """The value of `--shard`."""
    try:
        return parse_shard(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
