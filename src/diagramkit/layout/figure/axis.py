"""The line of an axis, with its head."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Path, Point
from diagramkit.layout.figure.brush import FRAME, Brush, Painted
from diagramkit.layout.graph.heads import with_head
from diagramkit.scene import NO_COLOR, Head, Paint

OVER = 20.0
"""How far an axis reaches beyond the greatest values, for its head."""


def axis_line(brush: Brush, key: str, foot: Point, end: Point) -> Iterator[Painted]:
    """A line from the foot of an axis to its end, where its head is."""
    look = brush.mode.edges.main
    line, head = with_head([foot, end], "arrow", brush.theme.edge.head.main, 0.0)
    paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
    yield brush.mark(key, "main-edge", Path.polyline(line), paint, FRAME)
    if isinstance(head, Head):
        paint = Paint(look.stroke)
        yield brush.mark(f"{key}:head", "main-edge-head", head.outline, paint, FRAME)
