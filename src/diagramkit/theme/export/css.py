"""A style sheet: fonts, type, corners and colours as custom properties.

The light mode stands on `:root`, the dark one under `prefers-color-scheme`. A property is called
as its token: `roles.accent.stroke` of the mode is `--diagram-roles-accent-stroke`, `navy` of the
palette `--diagram-palette-navy`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme, tokens

_SHARED = ("palette.", "fonts.", "type.", "box.radius", "box.note_radius", "box.group_radius")
DARK = "(prefers-color-scheme: dark)"


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The style sheet, both modes in it."""
    return style_sheet(theme, ":root", [(":root", DARK)])


def style_sheet(theme: Theme, root: str, dark: Sequence[tuple[str, str]]) -> str:
    """A style sheet with other selectors: that of what both modes share and of the light one, and
    those of the dark one, each with its media query or none."""
    every = tokens(theme)
    own = [path for path in every if path.startswith(_SHARED)]
    return fill(
        "css",
        name=theme.name,
        root=root,
        light=properties({path: every[path] for path in own} | of_mode(every, "light")),
        dark=properties(of_mode(every, "dark")),
        rules=dark if len(theme.modes) > 1 else (),
    )


def of_mode(every: Mapping[str, object], mode: ModeName) -> dict[str, object]:
    """The tokens of a mode, by their paths in it."""
    start = f"{mode}."
    return {
        path.removeprefix(start): value for path, value in every.items() if path.startswith(start)
    }


def properties(values: Mapping[str, object], prefix: str = "--diagram-") -> dict[str, str]:
    """Tokens as custom properties: values by name."""
    return {
        prefix + path.replace(".", "-").replace("_", "-"): css_value(value)
        for path, value in values.items()
    }


def css_value(value: object) -> str:
    """A value of these tokens in CSS."""
    # Among these tokens whole numbers are weights, and all other numbers lengths.
    if isinstance(value, float):
        return f"{value:g}px"
    if isinstance(value, tuple):
        words = (f"{each:g}" if isinstance(each, float) else _family(each) for each in value)
        # Of lists only a dash is ever empty: a solid line.
        return ", ".join(words) or "none"
    return str(value)


def _family(name: str) -> str:
    # Generic families stand without quotes, and so may whatever is an identifier.
    return name if re.fullmatch(r"[A-Za-z][\w-]*", name, re.ASCII) else f'"{name}"'
