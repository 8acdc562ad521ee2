"""Squares, filled and empty: the meters of panels and of their own."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.scene import NO_COLOR, Paint


def squares_width(kit: Kit, count: int) -> float:
    """How wide a row of squares is."""
    tokens = kit.theme.figure
    return count * tokens.meter + (count - 1) * tokens.meter_gap


def paint_squares(
    brush: Brush, path: str, at: Point, filled: int, of: int, accent: bool
) -> Iterator[Painted]:
    """Squares from the left; `at` is the middle of the left side of the first."""
    side, gap = brush.theme.figure.meter, brush.theme.figure.meter_gap
    hair = brush.mode.group.stroke_width
    for index in range(of):
        rect = Rect(at.x + index * (side + gap), at.y - side / 2, side, side)
        if index < filled:
            ink = brush.ink("accent" if accent else "line")
            role, paint = "accent-on" if accent else "on", Paint(ink)
        else:
            rect = rect.grown(-hair / 2)
            role, paint = "off", Paint(NO_COLOR, brush.ink("border"), hair)
        yield brush.mark(f"meter:{path}:{index}", role, Path.polygon(rect.corners), paint)
