"""Words without a box."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.text import Text
from diagramkit.geometry import Point, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.layout.words import LineKind


class TextNode(Node):
    """Lines of words, left-aligned when they stand at a start."""

    part: Text

    def __init__(self, part: Text, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        wrap = part.width or 2 * kit.theme.box.wrap
        self.block = kit.block([(line, self._kind) for line in part.text], wrap)
        width = max(self.block.size.width, part.width or 0.0)
        self.size = Size(kit.up(width, 4), kit.up(self.block.size.height, 4))

    @property
    def _kind(self) -> LineKind:
        """How its lines are set; what is accent is set as the labels of accent lines are."""
        return "strong" if self.role == "accent" else self.part.style

    def paint(self, brush: Brush) -> Iterator[Painted]:
        top = self.rect.center.y - self.block.ink_height / 2
        # A paragraph of its own width is flush left in it.
        align = self.part.align or ("start" if self.part.width else "center")
        x, anchor = self.rect.center.x, "middle"
        if align == "start":
            x, anchor = self.rect.x, "start"
        elif align == "end":
            x, anchor = self.rect.right, "end"
        yield from brush.block(
            f"text:{self.path}",
            "",
            self.block,
            Point(x, top),
            anchor,  # type: ignore[arg-type]
        )
