"""Options that several commands share, made from the declarations of the settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from diagramkit.project.config import theme_reference
from diagramkit.project.options import FORMAT, DrawingOptions
from diagramkit.project.values import Setting, Value, settings_of

Command = Callable[..., Any]


def drawing_options(*names: str) -> Callable[[Command], Command]:
    """The options of the fields `names` of `DrawingOptions`, all that have one when none is named.

    The command gets them together, as `changes`: what was said, by field; nothing else is there.
    """
    known = {name: each for name, each in settings_of(DrawingOptions) if each.option}
    wanted = {name: known[name] for name in names or known}

    def decorate(command: Command) -> Command:
        @wraps(command)
        def gathered(**arguments: Any) -> Any:
            said = {name: arguments.pop(name) for name in wanted}
            changes = {name: value for name, value in said.items() if value is not None}
            return command(changes=changes, **arguments)

        decorated: Command = gathered
        for name, each in reversed(wanted.items()):
            decorated = _option(name, each)(decorated)
        return decorated

    return decorate


def formats(command: Command) -> Command:
    """`-f`, the formats of pictures."""
    return click.option(
        "-f",
        "--format",
        "formats",
        metavar="svg,png,pdf,webp",
        callback=checked(FORMAT),
        help="One or more formats. Default: svg and png, svg for a single diagram.",
    )(command)


exclude = click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Files and folders to pass over in folders, as a pattern of .gitignore; may be given "
    "again.",
)

_number_of_jobs = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Processes to draw with. Default: one, or one a processor when there is much to draw.",
)


def jobs(command: Command) -> Command:
    """The options of commands that may take long: how many processes, and no progress."""
    quiet = click.option(
        "--quiet", is_flag=True, expose_value=False, callback=_hide_progress, help="No progress."
    )
    return _number_of_jobs(quiet(command))


def _hide_progress(_: click.Context, __: click.Parameter, is_quiet: bool) -> None:
    from diagramkit.project.jobs import watch

    if is_quiet:
        watch.set(None)


def checked(kind: Value) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """A callback that reads what an option says as a value of this kind."""

    def check(_: click.Context, __: click.Parameter, words: str | None) -> Any:
        try:
            return None if words is None else kind.check(kind.parse(words))
        except ValueError as error:
            raise click.BadParameter(f"{words!r}: {error}") from None

    return check


def _option(name: str, known: Setting) -> Callable[[Command], Command]:
    return click.option(
        known.option,
        name,
        metavar=known.metavar,
        callback=_theme if name == "theme" else checked(known.value),
        help=known.description,
    )


def _theme(_: click.Context, __: click.Parameter, words: str | None) -> str | Path | None:
    return None if words is None else theme_reference(words, Path())
