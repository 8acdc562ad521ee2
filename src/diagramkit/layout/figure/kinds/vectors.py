"""Vectors."""

from __future__ import annotations

import math
from collections.abc import Iterator

from diagramkit.figure.kinds.vectors import Vector, Vectors
from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.figure.brush import BODY, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.layout.graph.heads import with_head
from diagramkit.layout.words import Label
from diagramkit.scene import NO_COLOR, Anchor, Head, Paint

GAP = 8.0
"""From a tip to its words."""
ARC, STEP = 0.5, 0.16
"""Radius of the first arc as a share of the longest vector, and what each further adds."""
STUB = 0.2
"""How far the axes reach beyond the origin."""


class VectorsNode(Node):
    """Arrows from one origin over two hairline axes, and arcs between their directions."""

    part: Vectors

    def __init__(self, part: Vectors, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.long = kit.theme.figure.vector
        self.labels = [kit.block([(one.label, "title")]) for one in part.vectors]
        self.turns = [kit.block([(one.label, "label")]) for one in part.turns]
        # Measured with the origin at (0, 0).
        self.origin = Point(0, 0)
        self.bounds = self._bounds()
        self.size = Size(kit.up(self.bounds.width, 4), kit.up(self.bounds.height, 4))

    def _bounds(self) -> Rect:
        points = [self._at(vector.angle, vector.length) for vector in self.part.vectors]
        room = Rect.bounding([Point(0, 0), *points, *self._axes()])
        for place in range(len(self.labels)):
            room = room.union(self._label(place)[0])
        for place in range(len(self.turns)):
            room = room.union(self._turn_label(place)[0])
        return room

    def _axes(self) -> list[Point]:
        """The ends of the axes: left, right, top, bottom."""
        tips = [self._at(one.angle, one.length) for one in self.part.vectors]
        x, y = self.origin
        stub = STUB * self.long
        return [
            Point(min(x - stub, *(tip.x - GAP for tip in tips)), y),
            Point(max(x + stub, *(tip.x + GAP for tip in tips)), y),
            Point(x, min(y - stub, *(tip.y - GAP for tip in tips))),
            Point(x, max(y + stub, *(tip.y + GAP for tip in tips))),
        ]

    def _at(self, angle: float, share: float) -> Point:
        turned = math.radians(angle)
        reach = share * self.long
        return self.origin.moved(reach * math.cos(turned), -reach * math.sin(turned))

    def _label(self, place: int) -> tuple[Rect, Anchor]:
        vector, block = self.part.vectors[place], self.labels[place]
        return self._beside(vector.angle, vector.length + GAP / self.long, block)

    def _turn_label(self, place: int) -> tuple[Rect, Anchor]:
        turn, block = self.part.turns[place], self.turns[place]
        middle = (turn.start + turn.end) / 2
        return self._beside(middle, ARC + STEP * place + GAP / self.long, block)

    def _beside(self, angle: float, share: float, block: Label) -> tuple[Rect, Anchor]:
        """The room of words beyond a point, and where they are anchored."""
        point, (width, _) = self._at(angle, share), block.size
        height = block.ink_height
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        y = point.y - height * (1 + sine) / 2
        if abs(cosine) < 0.35:
            return Rect(point.x - width / 2, y, width, height), "middle"
        left = point.x if cosine > 0 else point.x - width
        return Rect(left, y, width, height), "start" if cosine > 0 else "end"

    def place(self, rect: Rect) -> None:
        self.rect = rect
        self.origin = Point(
            rect.center.x - self.bounds.center.x, rect.center.y - self.bounds.center.y
        )

    def paint(self, brush: Brush) -> Iterator[Painted]:
        left, right, top, bottom = self._axes()
        yield brush.rule(f"axis:{self.path}:x", left, right, "border")
        yield brush.rule(f"axis:{self.path}:y", top, bottom, "border")
        for place, turn in enumerate(self.part.turns):
            share = ARC + STEP * place
            points = self._arc(turn.start, turn.end, share)
            yield from self._arrow(f"turn:{self.path}:{place}", points, turn.role or "note", brush)
            room, anchor = self._turn_label(place)
            yield from self._words(
                f"angle:{self.path}:{place}", self.turns[place], room, anchor, brush
            )
        for place, vector in enumerate(self.part.vectors):
            tip = self._at(vector.angle, vector.length)
            line = [self.origin, tip]
            yield from self._arrow(f"vector:{self.path}:{place}", line, _role(vector), brush)
            room, anchor = self._label(place)
            yield from self._words(
                f"text:{self.path}:{place}", self.labels[place], room, anchor, brush
            )

    def _arc(self, start: float, end: float, share: float) -> list[Point]:
        steps = max(2, math.ceil(abs(end - start) / 6))
        return [self._at(start + (end - start) * step / steps, share) for step in range(steps + 1)]

    def _arrow(self, key: str, points: list[Point], role: str, brush: Brush) -> Iterator[Painted]:
        """A line with a head at its end; both are marks, for they join nothing."""
        name = {"accent": "accent", "note": "side", "secondary": "side"}.get(role, "main")
        look, tokens = getattr(brush.mode.edges, name), brush.theme.edge
        stop, head = with_head(points[-2:], "arrow", getattr(tokens.head, name), 0.0)
        line = Path.polyline([*points[:-2], *stop])
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
        yield brush.mark(key, f"{name}-edge", line, paint, BODY)
        if isinstance(head, Head):
            paint = Paint(look.stroke)
            yield brush.mark(f"{key}:head", f"{name}-edge-head", head.outline, paint, BODY)

    @staticmethod
    def _words(
        key: str, block: Label, room: Rect, anchor: Anchor, brush: Brush
    ) -> Iterator[Painted]:
        x = {"start": room.x, "middle": room.center.x, "end": room.right}[anchor]
        yield from brush.block(key, "", block, Point(x, room.y), anchor)


def _role(vector: Vector) -> str:
    return vector.role or "primary"
