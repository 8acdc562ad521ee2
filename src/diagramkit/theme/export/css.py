"""A style sheet: fonts, type, corners and colours as custom properties.

The light mode stands on `:root`, the dark one under `prefers-color-scheme`. A property is called
as its token: `roles.accent.stroke` of the mode is `--diagram-roles-accent-stroke`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme, tokens

_SHARED = ("fonts.", "type.", "box.radius", "box.note_radius", "box.group_radius")


def export(theme: Theme, mode: ModeName) -> str:  # noqa: ARG001
    """The style sheet, both modes in it."""
    every = tokens(theme)
    shared = {path: value for path, value in every.items() if path.startswith(_SHARED)}
    return fill(
        "css",
        name=theme.name,
        shared=_properties(shared),
        light=_properties(_of_mode(every, "light")),
        dark=_properties(_of_mode(every, "dark")),
    )


def _of_mode(every: Mapping[str, object], mode: ModeName) -> dict[str, object]:
    start = f"{mode}."
    return {
        path.removeprefix(start): value for path, value in every.items() if path.startswith(start)
    }


def _properties(values: Mapping[str, object]) -> dict[str, str]:
    return {
        "--diagram-" + path.replace(".", "-").replace("_", "-"): _value(value)
        for path, value in values.items()
    }


def _value(value: object) -> str:
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
