"""Meters."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.meter import Meter
from diagramkit.geometry import Point, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kinds._squares import paint_squares, squares_width
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node

GAP = 12.0


class MeterNode(Node):
    """A row of squares, and words beside it."""

    ACROSS = "start"
    part: Meter

    def __init__(self, part: Meter, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.block = kit.block([(part.small, "body")] if part.small else [])
        self.squares = squares_width(kit, part.of)
        words = self.block.size.width + GAP if part.small else 0.0
        height = max(kit.theme.figure.meter, self.block.size.height)
        self.size = Size(kit.up(self.squares + words, 4), kit.up(height, 4))

    def paint(self, brush: Brush) -> Iterator[Painted]:
        rect, part = self.rect, self.part
        at = Point(rect.x, rect.center.y)
        accent = self.role == "accent"
        yield from paint_squares(brush, self.path, at, min(part.filled, part.of), part.of, accent)
        top = rect.center.y - self.block.ink_height / 2
        words = Point(rect.x + self.squares + GAP, top)
        yield from brush.block(f"text:{self.path}", "", self.block, words, "start")
