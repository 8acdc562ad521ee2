"""Cells."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.cells import Cell, Cells
from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.figure.brush import BODY, Brush, Painted
from diagramkit.layout.figure.kinds._titled import owner
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.scene import NO_COLOR, Paint

REACH = 6.0
"""How far the frame of a region reaches beyond its cells, and from there to its words."""


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
        self.named = [
            kit.block([(one.label, "strong" if one.role == "accent" else "label")])
            if one.label
            else kit.block([])
            for one in part.regions
        ]
        self.marked = [kit.block([(words, "label")] if words else []) for words in part.borders]
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
        if own is not None:
            return own
        least = 2 * REACH + 4 if self.part.regions else 0.0
        if self.part.borders and not self.part.regions:
            return 0.0
        return max(least, self.kit.theme.spacing.sibling / (1 + (self.axis == 0)))

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
        size = Size(cell.width, along) if self.axis else Size(along, cell.height)
        left, top, right, bottom = self._frame()
        return Size(size.width + left + right, size.height + top + bottom)

    def _frame(self) -> tuple[float, float, float, float]:
        """The room that regions, borders and their words take around the cells: left, top, right,
        bottom."""
        left, top, right, bottom = self._of_regions()
        if not self.marked:
            return (left, top, right, bottom)
        wide = max(block.size.width for block in self.marked)
        high = max(block.ink_height for block in self.marked)
        if self.axis:
            return (left + wide + REACH, max(top, high / 2), right, max(bottom, high / 2))
        first, last = (block.size.width / 2 for block in (self.marked[0], self.marked[-1]))
        return (max(left, first), top, max(right, last), bottom + high + REACH)

    def _of_regions(self) -> tuple[float, float, float, float]:
        if not self.part.regions:
            return (0.0, 0.0, 0.0, 0.0)
        pad = REACH + 2
        along = max((block.size.width + REACH for block in self.named if block.lines), default=0.0)
        high = max((block.ink_height + REACH for block in self.named if block.lines), default=0.0)
        return (pad, pad, pad + along, pad) if self.axis else (pad, pad + high, pad, pad)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        for place, (region, block) in enumerate(zip(self.part.regions, self.named, strict=True)):
            first, last = self.part.reach(region)
            rect = self.children[first].rect.union(self.children[last].rect).grown(REACH)
            is_accent, key = region.role == "accent", f"region:{self.path}:{place}"
            look = brush.mode.edges.accent if is_accent else brush.mode.edges.side
            paint = Paint(NO_COLOR, look.stroke, look.stroke_width, tuple(brush.theme.edge.dash))
            yield brush.mark(key, "region", Path.polygon(rect.corners), paint, BODY)
            at, anchor = Point(rect.x, rect.y - REACH - block.ink_height), "start"
            if self.axis:
                at = Point(rect.right + REACH, rect.center.y - block.ink_height / 2)
            yield from brush.block(f"text:{key}", "", block, at, anchor)  # type: ignore[arg-type]

        yield from self._borders(brush)

    def _borders(self, brush: Brush) -> Iterator[Painted]:
        """The words at the borders of the places."""
        if not self.marked:
            return
        axis, cells = (
            self.axis,
            Rect.bounding(corner for cell in self.children for corner in cell.rect.corners),
        )
        pad = REACH + (REACH + 2 if self.part.regions else 0.0)
        pitch = (cells[2 + axis] + self.gap) / (len(self.marked) - 1)
        for place, block in enumerate(self.marked):
            at = cells[axis] + place * pitch
            at -= self.gap / 2 if 0 < place < len(self.marked) - 1 else self.gap * bool(place)
            point, anchor = Point(at, cells.bottom + pad), "middle"
            if axis:
                point, anchor = Point(cells.x - pad, at - block.ink_height / 2), "end"
            yield from brush.block(f"border:{self.path}:{place}", "", block, point, anchor)  # type: ignore[arg-type]

    def place(self, rect: Rect) -> None:
        self.rect = rect
        left, top, right, bottom = self._frame()
        rect = Rect(
            rect.x + left, rect.y + top, rect.width - left - right, rect.height - top - bottom
        )
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
