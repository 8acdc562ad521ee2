"""Grids."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.figure.kinds.grid import Grid
from diagramkit.geometry import Rect, Size
from diagramkit.layout.figure.kinds._even import make_even
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node

EVEN = 2.0
"""Gaps between rows become equal if the widest is at most this many times the narrowest."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a child stands: its first column and row, and how many it takes."""

    node: Node
    column: int
    row: int
    columns: int
    rows: int

    def start(self, axis: int) -> int:
        return self.row if axis else self.column

    def count(self, axis: int) -> int:
        return self.rows if axis else self.columns


class GridNode(Node):
    """Children in rows and columns; each column is as wide as its widest child."""

    def __init__(self, part: Grid, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.spreads = False
        self.children = tuple(self.child(one, place) for place, one in enumerate(part.grid))
        self.cells = _placed(self.children, part.columns)
        self.counts = tuple(
            max((cell.start(axis) + cell.count(axis) for cell in self.cells), default=0)
            for axis in (0, 1)
        )
        self._even()
        self.gaps = [self._gaps(axis) for axis in (0, 1)]
        self.tracks = [self._tracks(axis) for axis in (0, 1)]
        self.size = Size(*(sum(self.tracks[axis]) + sum(self.gaps[axis]) for axis in (0, 1)))

    @property
    def is_solid(self) -> bool:
        return False

    def _even(self) -> None:
        for axis in (0, 1):
            for place in range(self.counts[axis]):
                line = [
                    cell.node
                    for cell in self.cells
                    if cell.start(axis) == place and cell.count(axis) == 1
                ]
                make_even(line, axis, self.kit)

    def _gaps(self, axis: int) -> list[float]:
        gaps = [self._gap(axis, place) for place in range(1, self.counts[axis])]
        # Rows at nearly one distance get it: what spans them has its middle on a row then.
        is_even = axis == 1 and gaps and max(gaps) <= EVEN * min(gaps)
        return [max(gaps)] * len(gaps) if is_even else gaps

    def _gap(self, axis: int, place: int) -> float:
        """The gap before a column or row: room for what joins it with the one before."""
        if self.part.gap is not None:
            return float(self.part.gap)
        before = [c.node.part for c in self.cells if c.start(axis) + c.count(axis) == place]
        after = [c.node.part for c in self.cells if c.start(axis) == place]
        spacing = self.kit.theme.spacing
        bond = self.kit.bond(before, after, level=axis == 0)
        return self.kit.room(bond, level=axis == 0) or 1.5 * spacing.sibling

    def _tracks(self, axis: int) -> list[float]:
        tracks = [0.0] * self.counts[axis]
        for cell in sorted(self.cells, key=lambda cell: cell.count(axis)):
            first, count = cell.start(axis), cell.count(axis)
            have = sum(tracks[first : first + count]) + sum(
                self.gaps[axis][first : first + count - 1]
            )
            lack = cell.node.size[axis] - have
            for place in range(first, first + count):
                tracks[place] += max(0.0, lack) / count
        return tracks

    def place(self, rect: Rect) -> None:
        self.rect = rect
        extra = [rect[2 + axis] - self.size[axis] for axis in (0, 1)]
        gaps = [list(line) for line in self.gaps]
        tracks = self.tracks
        if self.tracks[0] and any(cell.node.PAGE_WIDE for cell in self.cells):
            wider = extra[0] / len(self.tracks[0])
            tracks = [[track + wider for track in self.tracks[0]], self.tracks[1]]
            extra[0] = 0.0
        if self.spreads and gaps[0]:
            gaps[0] = [gap + extra[0] / len(gaps[0]) for gap in gaps[0]]
            extra[0] = 0.0
        starts = [
            _starts(rect[axis] + extra[axis] / 2, tracks[axis], gaps[axis]) for axis in (0, 1)
        ]
        for cell in self.cells:
            slot = _slot(cell, starts, tracks)
            cell.node.place(_in_slot(cell, slot))


def _placed(nodes: tuple[Node, ...], columns: int) -> list[Cell]:
    """Children row by row, each in the first place that is free."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    column = row = 0
    for node in nodes:
        wide, high = min(node.part.columns_taken, columns), node.part.rows_taken
        while any((column + dx, row) in taken for dx in range(wide)) or column + wide > columns:
            column, row = (column + 1, row) if column + wide < columns else (0, row + 1)
        cells.append(Cell(node, column, row, wide, high))
        taken |= {(column + dx, row + dy) for dx in range(wide) for dy in range(high)}
    return cells


def _starts(first: float, tracks: list[float], gaps: list[float]) -> list[float]:
    starts = [first]
    for track, gap in zip(tracks, gaps, strict=False):
        starts.append(starts[-1] + track + gap)
    return starts


def _slot(cell: Cell, starts: list[list[float]], tracks: list[list[float]]) -> Rect:
    """The room of a cell, over all the columns and rows that it takes."""
    first = [starts[axis][cell.start(axis)] for axis in (0, 1)]
    lasts = [cell.start(axis) + cell.count(axis) - 1 for axis in (0, 1)]
    ends = [starts[axis][lasts[axis]] + tracks[axis][lasts[axis]] for axis in (0, 1)]
    return Rect(first[0], first[1], ends[0] - first[0], ends[1] - first[1])


def _in_slot(cell: Cell, slot: Rect) -> Rect:
    node, part = cell.node, cell.node.part
    width, height = node.size
    is_long = cell.columns > 1 and not node.children
    align = part.align or ("stretch" if node.FILLS[0] or is_long else "center")
    room = slot.width - width
    x = slot.x + {"start": 0.0, "stretch": 0.0, "end": room}.get(align, room / 2)
    width = slot.width if align == "stretch" else width
    rect = Rect(x, slot.center.y - height / 2, width, height)
    if node.FILLS[1]:
        rect = Rect(x, slot.y, width, slot.height)
    return rect.moved(*part.at) if part.at else rect
