"""A style of matplotlib, `plt.style.use("house.mplstyle")`: paper, ink, fonts, and six colours.

Sizes are points of a figure at 96 dots an inch: words are as large as in diagrams beside it.
"""

from __future__ import annotations

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import ModeName, Theme

_POINTS = 0.75


def export(theme: Theme, mode: ModeName) -> str:
    """The style file, in the colours of the mode."""
    look = theme.mode(mode)
    lines = [look.line, *(each.stroke for each in look.categories.looks)]
    return fill(
        "matplotlib",
        theme=theme,
        look=look,
        sans=", ".join(theme.fonts.sans),
        mono=", ".join(theme.fonts.mono),
        cycle=", ".join(f"'{color[1:]}'" for color in lines),
        points={name: f"{getattr(theme.type, name).size * _POINTS:g}" for name in _KINDS},
        line=f"{look.edges.main.stroke_width * _POINTS:g}",
        hair=f"{look.group.stroke_width * _POINTS:g}",
    )


_KINDS = ("heading", "body", "label")
