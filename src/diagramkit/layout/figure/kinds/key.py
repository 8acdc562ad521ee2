"""Key numbers."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.key import Key
from diagramkit.geometry import Point, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node


class KeyNode(Node):
    """A large number; words below it, both from the left."""

    ACROSS = "start"
    part: Key

    def __init__(self, part: Key, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.block = kit.block([(part.number, "key"), *((line, "body") for line in part.small)])
        self.size = Size(kit.up(self.block.size.width, 4), kit.up(self.block.size.height, 4))

    def paint(self, brush: Brush) -> Iterator[Painted]:
        at = Point(self.rect.x, self.rect.center.y - self.block.ink_height / 2)
        yield from brush.block(f"text:{self.path}", "", self.block, at, "start")
