"""Styles of TikZ: colours, nodes by role, edges by role, groups; for `\\input` in a preamble.

It needs the TikZ library `arrows.meta`. A user unit is a big point of TeX, the point of PDF.
"""

from __future__ import annotations

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme, tokens


def export(theme: Theme, mode: ModeName) -> str:
    """The styles in the colours of the mode; every name begins with `diagram`."""
    look = theme.mode(mode)
    named = {f"category {place}": each for place, each in enumerate(look.categories.looks, 1)}
    return fill(
        "tikz",
        theme=theme,
        look=look,
        colors=dict(_colors(theme, mode)),
        boxes={**dict(look.roles), **named},
        edges={role: (line, _head(theme, role)) for role, line in look.edges},
    )


def _colors(theme: Theme, mode: ModeName) -> list[tuple[str, str]]:
    """Every colour by its name, six digits without the sign."""
    every = tokens(theme).items()
    named = [
        (path.removeprefix(f"{mode}."), value)
        for path, value in every
        if path.startswith(f"{mode}.")
    ]
    own = [(path, value) for path, value in every if path.startswith("palette.")]
    return [
        (path.replace(".", "-").replace("_", "-"), value[1:])
        for path, value in [*own, *named]
        if isinstance(value, str) and value != "none"
    ]


def _head(theme: Theme, role: str) -> tuple[float, float]:
    length, width = getattr(theme.edge.head, "main" if role == "dashed" else role)
    return length, width
