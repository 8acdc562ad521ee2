"""Cells."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.cells import Cell, Cells
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kinds._titled import owner
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node


class CellsNode(Node):
    """Cells of one size, one to each place or in the middle of the places it takes."""

    part: Cells

    def __init__(self, part: Cells, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.children = tuple(self._cell(one, place) for place, one in enumerate(part.items))
        width = max((cell.size.width for cell in self.children), default=0.0)
        height = max((cell.size.height for cell in self.children), default=0.0)
        for cell in self.children:
            cell.size = Size(width, height)
        self.size = self._measured()

    def _cell(self, one: Cell, place: int) -> CellNode:
        return CellNode(one, self.kit, f"{self.path}.{one.called or place}", self)

    @property
    def is_solid(self) -> bool:
        return False

    @property
    def default_role(self) -> str:
        return "secondary"

    @property
    def axis(self) -> int:
        """0 side by side, 1 below each other; across what the cells are in unless they say."""
        if self.part.flow:
            return 0 if self.part.flow == "row" else 1
        return 1 - int(getattr(self.parent, "AXIS", 1))

    @property
    def gap(self) -> float:
        """Between two cells."""
        own = self.part.gap
        return own if own is not None else self.kit.theme.spacing.sibling / (1 + (self.axis == 0))

    def _slots(self) -> list[tuple[int, int]]:
        """The first place of each cell, and how many it takes."""
        slots: list[tuple[int, int]] = []
        for cell in self.part.items:
            first = slots[-1][0] + slots[-1][1] if slots else 0
            slots.append((first, max(cell.columns_taken, self.part.columns_taken)))
        return slots

    def _measured(self) -> Size:
        if not self.children:
            return Size(0, 0)
        cell, slots = self.children[0].size, self._slots()
        count = slots[-1][0] + slots[-1][1]
        along = count * cell[self.axis] + (count - 1) * self.gap
        return Size(cell.width, along) if self.axis else Size(along, cell.height)

    def place(self, rect: Rect) -> None:
        self.rect = rect
        axis, gap = self.axis, self.gap
        for child, (first, count) in zip(self.children, self._slots(), strict=True):
            length = child.size[axis]
            room = count * length + (count - 1) * gap
            along = rect[axis] + first * (length + gap) + (room - length) / 2
            across = rect[1 - axis] + (rect[3 - axis] - child.size[1 - axis]) / 2
            corner = (across, along) if axis else (along, across)
            child.place(Rect(*corner, *child.size))


class CellNode(Node):
    """One cell: a word of code in a small box."""

    IS_BOX = True
    part: Cell

    def __init__(self, part: Cell, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.block = kit.block([(part.text, "mono")])
        tokens = kit.theme.figure
        width, height = self.block.size
        self.size = Size(
            kit.up(
                max(tokens.cell_width if not kit.variant.compact else 48, width + 2 * kit.padding)
            ),
            kit.up(max(tokens.cell_height, height + 2 * kit.theme.box.padding_y), 4),
        )

    @property
    def default_role(self) -> str:
        return self.parent.role if self.parent else "secondary"

    def paint(self, brush: Brush) -> Iterator[Painted]:
        yield brush.box(self.key, self.role, self.rect, owner=owner(self))
        top = self.rect.center.y - self.block.ink_height / 2
        at = Point(self.rect.center.x, top)
        yield from brush.block(f"text:{self.path}", self.role, self.block, at, "middle", self.key)
