"""The built-in themes, one name each: `from diagramkit.themes import editorial`.

    >>> from diagramkit.themes import editorial
    >>> editorial.light.accent
    '#D9392E'
    >>> editorial.edge.head.accent
    (10.0, 9.0)

A theme is loaded when its name is first used. What a theme holds is documented in
`diagramkit.theme.model`; `diagramkit.load_theme` reads a theme file of one's own. A YAML file
put among the built-in themes is importable as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diagramkit.theme.compiled import *  # noqa: F403 (a name for each theme)
    from diagramkit.theme.model import Theme
else:
    # Out of sight of type checkers, which would take any name for a theme.
    def __getattr__(name: str) -> Theme:
        from diagramkit.theme.builtin import builtin_names
        from diagramkit.theme.load import load_theme

        if name not in builtin_names():
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return load_theme(name)


def __dir__() -> list[str]:
    from diagramkit.theme.builtin import builtin_names

    return sorted([*globals(), *builtin_names()])
