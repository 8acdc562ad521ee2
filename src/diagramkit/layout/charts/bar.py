"""One bar of a chart."""

from __future__ import annotations

from typing import Literal

from diagramkit.geometry import Rect
from diagramkit.layout.figure.brush import BODY, Brush, Painted
from diagramkit.scene import Box, Paint

Fill = Literal["line", "accent", "muted", "border", "panel", "canvas"]


def bar(brush: Brush, key: str, rect: Rect, fill: Fill, edge: Fill | None = None) -> Painted:
    """A bar that covers `rect` with its edge, which has the colour of the fill unless told."""
    width = min(brush.mode.group.stroke_width, rect.width, rect.height)
    paint = Paint(brush.ink(fill), brush.ink(edge or fill), width)
    return Painted(BODY, Box(key, f"bar-{fill}", rect.grown(-width / 2), paint))
