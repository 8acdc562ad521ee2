"""Attributes of Graphviz: defaults of graph, nodes and edges, and a node for each role.

Lengths are points; a point is taken for a user unit.
"""

from __future__ import annotations

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import BoxLook, ModeName, Theme


def export(theme: Theme, mode: ModeName) -> str:
    """A graph in the colours of the mode: its first three statements are what others need."""
    look = theme.mode(mode)
    named = {f"category-{place}": each for place, each in enumerate(look.categories.looks, 1)}
    rounded = "rounded," if theme.box.radius else ""
    return fill(
        "graphviz",
        theme=theme,
        look=look,
        sans=",".join(theme.fonts.sans),
        heading=",".join(theme.fonts.heading),
        rounded=rounded,
        group="rounded" if theme.box.group_radius else "solid",
        roles={
            role: _attributes(box, rounded) for role, box in {**dict(look.roles), **named}.items()
        },
    )


def _attributes(box: BoxLook, rounded: str) -> dict[str, object]:
    dashed = ",dashed" if box.dash else ""
    return {
        "style": f"{rounded}filled{dashed}",
        "fillcolor": "transparent" if box.fill == "none" else box.fill,
        "color": box.stroke,
        "penwidth": f"{box.stroke_width:g}",
        "fontcolor": box.text,
        **({"peripheries": 2} if box.double else {}),
    }
