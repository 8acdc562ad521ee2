"""Wires as primitives: lines that end at outlines, with their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.geometry import Point
from diagramkit.layout.figure.brush import LINE, Brush, Painted
from diagramkit.layout.figure.node import Node
from diagramkit.layout.figure.wires import Wire
from diagramkit.layout.graph.heads import onto_outline, with_head
from diagramkit.scene import NO_COLOR, Connector, Head, Paint

# The critical path is painted over what it shares a trunk with; dashes lie lowest.
_ORDER = ("dashed", "side", "main", "accent")
CURVE = 48.0
"""The radius of the bends of a curved connector."""


def connectors(wires: Sequence[Wire], brush: Brush) -> Iterator[Painted]:
    """Every wire as a connector, accents last."""
    for wire in sorted(wires, key=lambda wire: _ORDER.index(wire.role)):
        if len(wire.points) > 1:
            yield Painted(LINE, _connector(wire, brush))


def _connector(wire: Wire, brush: Brush) -> Connector:
    tokens = brush.theme.edge
    look = getattr(brush.mode.edges, wire.role)
    dashed = wire.link.written.line == "dashed"
    dash = tuple(tokens.dash) if dashed else ()
    size = getattr(tokens.head, "main" if wire.role == "dashed" else wire.role)
    heads: list[Head] = []
    points = list(wire.points)
    for node, ways in ((wire.target, ("end", "both")), (wire.source, ("start", "both"))):
        kind = "arrow" if wire.link.written.heads in ways else "none"
        points, head = with_head(_onto(points, node), kind, size, tokens.tip_gap)  # type: ignore[arg-type]
        heads += [head] if head else []
        points.reverse()
    return Connector(
        wire.key,
        f"{wire.role}-edge",
        wire.source.key,
        wire.target.key,
        tuple(points),
        Paint(NO_COLOR, look.stroke, look.stroke_width, dash),
        _bend(wire, size[0], tokens.radius),
        tuple(heads),
    )


def _bend(wire: Wire, head: float, radius: float) -> float:
    """The radius of a wire's bends: of a curved one so large that its head still runs straight."""
    if wire.link.written.route != "curved":
        return radius
    ends = wire.points[:2], wire.points[-2:]
    room = min(a.distance(b) for a, b in ends) - head - 4
    return max(radius, min(CURVE, room))


def _onto(points: list[Point], node: Node) -> list[Point]:
    return onto_outline(points, node.polygon) if node.polygon != node.rect.corners else points
