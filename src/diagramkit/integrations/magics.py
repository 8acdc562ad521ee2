"""Magics of IPython: `%load_ext diagramkit`, then `%%diagram` and `%diagram_theme`."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from diagramkit.drawing import Drawing, draw
from diagramkit.project.config import load_settings, theme_reference
from diagramkit.project.options import MODE, modes_of

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Give a shell the magics; IPython calls it for `%load_ext diagramkit`."""
    magics = _Magics()
    known: Any = shell  # IPython's own types take the shell for the first argument
    known.register_magic_function(magics.diagram, "cell", "diagram")
    known.register_magic_function(magics.diagram_theme, "line", "diagram_theme")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        from IPython.core.error import UsageError

        raise UsageError(f"%%{self.prog}: {message}")


class _Magics:
    """The magics of a shell, and the theme that it draws with."""

    def __init__(self) -> None:
        self.theme: str | Path | None = None
        self.parser = _Parser("diagram", add_help=False)
        self.parser.add_argument("--theme", help="the name of a built-in theme, or a file")
        self.parser.add_argument("--mode", choices=MODE.allowed, default="both")
        self.parser.add_argument("--width", type=int, help="pixels across")
        self.parser.add_argument("--name", default="cell", help="what the drawing is called")

    def diagram(self, line: str, cell: str) -> Drawing:
        """Draw the cell, Mermaid or a figure, as the configuration of the project says:
        `%%diagram [--theme NAME|FILE] [--mode light|dark|both] [--width PIXELS] [--name NAME]`.
        """
        said = self.parser.parse_args(shlex.split(line))
        theme = theme_reference(said.theme, Path()) if said.theme else self.theme
        options = load_settings(Path.cwd()).drawing.changed(theme=theme, width=said.width).loaded()
        options = options.changed(modes=modes_of(options.look, (said.mode,)))
        # The magic is the first line of the cell.
        return draw(cell, options, name=said.name, path="<cell>", line=2)

    def diagram_theme(self, line: str) -> str:
        """Draw with a theme from now on; without one, say which: `%diagram_theme NAME|FILE`."""
        if words := line.strip():
            theme = theme_reference(words, Path())
            load_settings(Path.cwd()).drawing.changed(theme=theme).loaded()
            self.theme = theme
        return str(self.theme or load_settings(Path.cwd()).theme)
