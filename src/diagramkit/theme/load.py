"""Theme files to themes, every fault of a file at once.

A theme of one's own takes ten lines, because it says only what is different:

    extends: editorial
    description: Editorial in green.
    light:
      accent: "#1F7A4D"
    dark:
      accent: "#5BB98B"
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from diagramkit.theme.builtin import builtin_names, compiled_values
from diagramkit.theme.model import Theme
from diagramkit.theme.tokens import assemble


def load_theme(name_or_path: str | Path) -> Theme:
    """Load a theme.

    Args:
        name_or_path: the name of a built-in theme (`"editorial"`), or the path of a YAML file.
            A built-in theme goes before a file of the same name without a suffix.

    Returns:
        The theme, its aliases resolved. A built-in one is loaded once per process.

    Raises:
        DiagramError: there is no such theme, or its file has faults. All faults of the file
            are in it, each with file, line and column, what is wrong and what is allowed; a
            fault that comes from a file it extends is shown in that file.
    """
    if isinstance(name_or_path, str) and name_or_path in builtin_names():
        return _builtin(name_or_path)
    return _validated(name_or_path)


@cache
def _builtin(name: str) -> Theme:
    values = compiled_values(name)
    if values is not None:
        with suppress(TypeError):  # compiled for another version of the model
            return assemble(Theme, values).sourced(name)
    return _validated(name)


def theme_of(text: str, path: Path) -> Theme:
    """The theme that a text is, which stands or will stand at `path`. Raises `DiagramError` as
    `load_theme` does."""
    from diagramkit.theme.faults import validate
    from diagramkit.theme.files import read_theme

    return validate(*read_theme(path, text)).sourced(path)


def _validated(name_or_path: str | Path) -> Theme:
    from diagramkit.theme.faults import validate
    from diagramkit.theme.files import find_theme, read_theme

    return validate(*read_theme(find_theme(name_or_path))).sourced(name_or_path)
