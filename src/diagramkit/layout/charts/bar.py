"""One bar of a chart."""

from __future__ import annotations

from diagramkit.geometry import Rect
from diagramkit.layout.figure.brush import BODY, Brush, Ink, Painted
from diagramkit.scene import Box, Paint


def bar(brush: Brush, key: str, rect: Rect, fill: Ink, edge: Ink | None = None) -> Painted:
    """A bar that covers `rect` with its edge, which has the colour of the fill unless told."""
    is_outlined = edge == "accent" != fill
    look = brush.mode.roles.accent if is_outlined else brush.mode.group
    width = min(look.stroke_width, rect.width, rect.height)
    paint = Paint(brush.ink(fill), brush.ink(edge or fill), width)
    return Painted(BODY, Box(key, f"bar-{fill}", rect.grown(-width / 2), paint))
