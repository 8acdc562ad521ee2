"""Chips."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.cells import Cell
from diagramkit.figure.kinds.chips import Chips
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kinds._titled import owner
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node

GAP = 8.0


class ChipsNode(Node):
    """Small rounded frames, each as wide as its words."""

    part: Chips

    def __init__(self, part: Chips, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.children = tuple(
            ChipNode(one, kit, f"{path}.{one.called or place}", self)
            for place, one in enumerate(part.items)
        )
        self.axis = 0 if part.flow == "row" else 1
        self.gap = GAP if part.gap is None else part.gap
        sizes = [chip.size for chip in self.children]
        along = sum(size[self.axis] for size in sizes) + self.gap * max(0, len(sizes) - 1)
        across = max((size[1 - self.axis] for size in sizes), default=0.0)
        self.size = Size(across, along) if self.axis else Size(along, across)

    @property
    def is_solid(self) -> bool:
        return False

    @property
    def default_role(self) -> str:
        return "secondary"

    def place(self, rect: Rect) -> None:
        self.rect = rect
        along = rect[self.axis] + (rect[2 + self.axis] - self.size[self.axis]) / 2
        for chip in self.children:
            width, height = chip.size
            if self.axis:
                chip.place(Rect(rect.center.x - width / 2, along, width, height))
            else:
                chip.place(Rect(along, rect.center.y - height / 2, width, height))
            along += chip.size[self.axis] + self.gap


class ChipNode(Node):
    """One chip."""

    IS_BOX = True
    part: Cell

    def __init__(self, part: Cell, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.block = kit.block([(part.text, "note")])
        height = kit.theme.figure.chip_height
        self.size = Size(kit.up(self.block.size.width + height, 4), height)

    @property
    def default_role(self) -> str:
        return self.parent.role if self.parent else "secondary"

    def paint(self, brush: Brush) -> Iterator[Painted]:
        radius = self.rect.height / 2
        yield brush.box(self.key, self.role, self.rect, radius, owner=owner(self))
        at = Point(self.rect.center.x, self.rect.center.y - self.block.ink_height / 2)
        yield from brush.block(f"text:{self.path}", self.role, self.block, at, "middle", self.key)
