"""What parts with a body share."""

from __future__ import annotations

from diagramkit.figure.container import Holder
from diagramkit.figure.part import Part
from diagramkit.geometry import Point, Size
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node


class TitledNode(Node):
    """A node with words of its own and, perhaps, a body."""

    def __init__(self, part: Part, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        body = part.body if isinstance(part, Holder) else None
        self.children = (self.child(body, 0),) if body else ()

    @property
    def body_size(self) -> Size:
        """The size of the body; nothing without one."""
        return self.children[0].size if self.children else Size(0, 0)

    @property
    def top_rule(self) -> tuple[Point, Point]:
        """The line above it, from left to right."""
        return Point(self.rect.x, self.rect.y), Point(self.rect.right, self.rect.y)

    @property
    def owner(self) -> str:
        """The key of the frame it stands in."""
        return owner(self)


def owner(node: Node) -> str:
    """The key of the innermost frame around a node; empty without one."""
    return next((above.key for above in node.above() if above.IS_FRAME), "")
