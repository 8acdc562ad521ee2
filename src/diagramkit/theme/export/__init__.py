"""Themes written for others: Mermaid, style sheets, editors, programs.

    >>> import diagramkit
    >>> diagramkit.export("editorial", "mermaid-init")[:8]
    '%%{init:'

A target is one file of this folder, called as the target is (`mermaid-init` is
`mermaid_init.py`), with a function `export(theme, mode) -> str`; its template, if it has one,
stands beside it with the same name and ends in `.j2`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from diagramkit.diagnostics import DiagramError

if TYPE_CHECKING:
    from diagramkit.theme.model import ModeName, Theme


def export(theme: str | Path | Theme, target: str | Path, mode: ModeName = "light") -> str:
    """Write a theme for a target.

    Args:
        theme: what to write: a loaded theme, the name of a built-in one, or the path of a file.
        target: one of `targets()`, such as `mermaid-init` or `css`; or, as a `Path`, a template of
            one's own in Jinja: `diagramkit.theme.export._own` says what it sees.
        mode: whose colours; targets that hold both modes (css, json, schema) pay no heed.

    Returns:
        The text, ending in a line break.

    Raises:
        DiagramError: there is no such theme, target or template, and the message names those there
            are; or a template cannot be filled in.
    """
    if isinstance(theme, str | Path):
        from diagramkit.theme.load import load_theme

        theme = load_theme(theme)
    if isinstance(target, Path):
        from diagramkit.theme.export._own import export_own

        return export_own(theme, mode, target)
    if target not in targets():
        raise DiagramError.single("theme-unknown-target", _unknown(target))
    text: str = _module(target).export(theme, mode)
    return text


def summary(target: str) -> str:
    """What a target is, in the first sentence of its module."""
    return (_module(target).__doc__ or "").partition("\n\n")[0].replace("\n", " ")


@cache
def targets() -> tuple[str, ...]:
    """The names of the targets, in alphabetical order."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(path.stem.replace("_", "-") for path in files))


def _module(target: str) -> ModuleType:
    return import_module(f"{__name__}.{target.replace('-', '_')}")


def _unknown(target: str) -> str:
    from diagramkit.theme.aliases import closest, shorten

    close = closest(target, targets())
    hint = f' (did you mean "{close}"?)' if close else ""
    return f'there is no target "{shorten(target)}"{hint}; allowed are {", ".join(targets())}'
