"""The command line. Each module of `commands` is one command, imported when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from diagramkit import __version__
from diagramkit.cli.messages import say
from diagramkit.diagnostics import DiagramError

INTERRUPTED = 130
BROKEN_PIPE = 141


class _Commands(click.Group):
    """Finds commands by the names of the modules in `commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return sorted(file.stem for file in Path(__file__).parent.glob("commands/[!_]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"diagramkit.cli.commands.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them, as click would, with all that they need."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(name)) for name in self.list_commands(ctx)])


def _summary(name: str) -> str:
    """What a command does, from the first line of its module: "`diagrams NAME`: does this."."""
    file = Path(__file__).parent / "commands" / f"{name}.py"
    with file.open(encoding="utf-8") as lines:
        words = next(lines, "").partition(": ")[2].strip().strip('"')
    return words[:1].upper() + words[1:]


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 clean; 1 findings; 2 unusable input or usage.",
)
@click.version_option(__version__, prog_name="diagramkit")
def program() -> None:
    """One theme, every diagram, no drift: draw Mermaid as editorial SVG, PNG and PDF.

    \b
    Examples:
      diagrams render                     draw everything in diagrams/
      diagrams render notes.md -o out.md  put pictures in place of the blocks
      diagrams render one.mmd -o - | less
      diagrams theme list
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 clean, 1 findings, 2 unusable."""
    try:
        status = program.main(arguments, prog_name="diagrams", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return 2
    except DiagramError as error:
        say(error.diagnostics)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has gone. Python would complain once more on closing: give it a sink.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return status if isinstance(status, int) else 0
