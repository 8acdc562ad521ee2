"""Variables of D2: its theme colours overridden in both modes, and a class for each role.

Classes have the colours of the mode that is asked for, since D2 knows one for each; what has no
class follows the reader.
"""

from __future__ import annotations

from diagramkit.theme.export._template import fill
from diagramkit.theme.model import BoxLook, Mode, ModeName, Theme

_WIDEST, _ROUNDEST, _LONGEST_DASH = 15, 20, 10


def export(theme: Theme, mode: ModeName) -> str:
    """Statements for the head of a D2 file, or one to import: `...@house`."""
    look = theme.mode(mode)
    named = {f"category-{place}": each for place, each in enumerate(look.categories.looks, 1)}
    return fill(
        "d2",
        name=theme.name,
        modes={
            "theme-overrides": _overrides(theme.light),
            "dark-theme-overrides": _overrides(theme.dark),
        },
        classes={
            role: _style(box, look, theme) for role, box in {**dict(look.roles), **named}.items()
        },
        lines={f"{role}-edge": line for role, line in look.edges},
        dash=_whole(theme.edge.dash[0], _LONGEST_DASH),
    )


def _overrides(look: Mode) -> dict[str, str]:
    """D2's neutral colours from darkest to lightest, its base colours from the lines of boxes to
    the grounds of containers, and its two others."""
    ground = look.canvas if look.group.fill == "none" else look.group.fill
    primary = look.canvas if look.roles.primary.fill == "none" else look.roles.primary.fill
    inks = {"N1": look.text, "N2": look.muted, "N3": look.muted, "N4": look.border}
    grounds = {"N5": look.panel, "N6": look.panel, "N7": look.canvas}
    base = {"B1": look.line, "B2": look.edges.main.stroke, "B3": look.border}
    boxes = {"B4": ground, "B5": primary, "B6": primary}
    others = {
        "AA2": look.line,
        "AA4": look.panel,
        "AA5": primary,
        "AB4": look.panel,
        "AB5": primary,
    }
    return {**inks, **grounds, **base, **boxes, **others}


def _style(box: BoxLook, look: Mode, theme: Theme) -> dict[str, object]:
    return {
        "fill": look.canvas if box.fill == "none" else box.fill,
        "stroke": box.stroke,
        "stroke-width": max(1, _whole(box.stroke_width, _WIDEST)),
        "font-color": box.text,
        "border-radius": _whole(theme.box.radius, _ROUNDEST),
        **({"stroke-dash": _whole(box.dash[0], _LONGEST_DASH)} if box.dash else {}),
        **({"double-border": "true"} if box.double else {}),
    }


def _whole(value: float, most: int) -> int:
    return min(round(value), most)
