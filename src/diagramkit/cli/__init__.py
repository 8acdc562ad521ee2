"""The command line. Each module of `commands` is one command, imported when it is called."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from importlib import import_module
from io import UnsupportedOperation
from pathlib import Path

import click

from diagramkit import __version__
from diagramkit.cli.messages import say, tell
from diagramkit.diagnostics import DiagramError
from diagramkit.files.read import reason
from diagramkit.files.write import closed_output, discard_output, no_output

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a mistyped name is told which command is near."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, self.list_commands(ctx), 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

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
    sys.stdout = sys.stdout or closed_output()
    sys.stderr = sys.stderr or no_output()
    try:
        status = program.main(arguments, prog_name="diagrams", standalone_mode=False)
        if not sys.stdout.closed:  # a language server closes it
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return 2
    except DiagramError as error:
        say(error.diagnostics)
        return 2
    except (click.Abort, KeyboardInterrupt) as error:
        return _interrupted(error)
    except (BrokenPipeError, SystemExit):  # click makes the one of the other
        # Whoever read has gone. Python would complain once more on closing: give it a sink.
        discard_output(sys.stdout)
        discard_output(sys.stderr)
        return BROKEN_PIPE
    except OSError as error:
        return _unwritable(error)
    return status if isinstance(status, int) else 0


def _interrupted(error: BaseException) -> int:
    """Say what had been done, where whoever was interrupted knows."""
    cause = error.__cause__ if isinstance(error, click.Abort) else error
    done = f": {cause}" if isinstance(cause, KeyboardInterrupt) and cause.args else ""
    with contextlib.suppress(OSError):
        tell(f"interrupted{done}; what was written is whole")
    return INTERRUPTED


def _unwritable(error: OSError) -> int:
    """Say in one line that an output cannot be written."""
    what = "standard output" if error.filename is None else str(error.filename)
    is_closed = isinstance(error, UnsupportedOperation)
    words = "it is closed" if is_closed else reason(error)
    with contextlib.suppress(OSError):
        tell(f"{what}: cannot be written: {words}")
    discard_output(sys.stdout)
    discard_output(sys.stderr)
    return 2
