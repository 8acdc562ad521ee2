"""Lines with a head, as charts and figures have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from diagramkit.geometry import Point, rounded
from diagramkit.layout.figure.brush import LINE, Brush, Painted
from diagramkit.layout.graph.heads import with_head
from diagramkit.mermaid.kinds.flowchart.model import Head as HeadKind
from diagramkit.scene import NO_COLOR, Head, Paint

Role = Literal["main", "accent", "side"]


def arrow(
    brush: Brush,
    key: str,
    points: Sequence[Point],
    role: Role = "main",
    head: HeadKind = "arrow",
    *,
    gap: float = 0.0,
    dashed: bool = False,
    layer: int = LINE,
) -> Iterator[Painted]:
    """A line through `points` with a mark at its end, `gap` user units before the last of them."""
    look = getattr(brush.mode.edges, role)
    sizes, dash = brush.theme.edge.head, tuple(brush.theme.edge.dash) if dashed else ()
    size = sizes.accent if role == "accent" else sizes.main
    line, made = with_head(list(points), head, size, gap)
    paint = Paint(NO_COLOR, look.stroke, look.stroke_width, dash)
    yield brush.mark(key, f"{role}-edge", rounded(line, brush.theme.edge.radius), paint, layer)
    if isinstance(made, Head):
        paint = Paint(look.stroke)
        yield brush.mark(f"{key}:head", f"{role}-edge-head", made.outline, paint, layer)
