"""The built-in themes, one name each: `from diagramkit.themes import editorial`.

    >>> from diagramkit.themes import editorial
    >>> editorial.light.accent
    '#D9392E'
    >>> editorial.edge.head.accent
    (10.0, 9.0)

A theme is loaded when its name is first used. What a theme holds is documented in
`diagramkit.theme.model`; `diagramkit.load_theme` reads a theme file of one's own. A YAML file
put among the built-in themes is importable as it stands; its name in the list below only lets
editors complete it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diagramkit.theme.model import Theme

    blueprint: Theme
    editorial: Theme
else:
    # Out of sight of type checkers, which would take any name for a theme.
    def __getattr__(name: str) -> Theme:
        from diagramkit.theme.load import builtin_names, load_theme

        if name not in builtin_names():
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return load_theme(name)


def __dir__() -> list[str]:
    from diagramkit.theme.load import builtin_names

    return sorted([*globals(), *builtin_names()])
