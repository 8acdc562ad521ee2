"""The command line. Each module of `commands` is one command, imported when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from diagramkit import __version__
from diagramkit.cli.messages import say
from diagramkit.diagnostics import DiagramError
from diagramkit.files.write import discard_output

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
        discard_output(sys.stdout.fileno())
        return BROKEN_PIPE
    return status if isinstance(status, int) else 0
