"""Parts one after the other: what rows and columns share."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.container import Container
from diagramkit.figure.kinds.box import Box
from diagramkit.figure.part import Part
from diagramkit.geometry import Rect, Size
from diagramkit.layout.figure.kinds._even import even, share
from diagramkit.layout.figure.kit import Bond, Kit
from diagramkit.layout.figure.node import Node

MOST_LANES = 4
"""For how many lines beside the first the gap beside a frame grows."""


class LineNode(Node):
    """Children along one axis; 0 is a row, 1 a column. `spreads` says that room that is left
    goes into the gaps between parts that are joined."""

    AXIS: ClassVar[int] = 0

    def __init__(self, part: Part, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.spreads = False
        self.children = tuple(self.child(one, place) for place, one in enumerate(part.parts))
        share(self.children, self.AXIS)
        even(self.children, self.AXIS, kit)
        self.bonds = [self._bond(place) for place in range(len(self.children) - 1)]
        self.gaps = [self._gap(place) for place in range(len(self.children) - 1)]
        self.size = self._measured()

    @property
    def is_solid(self) -> bool:
        return False

    def _measured(self) -> Size:
        along = sum(child.size[self.AXIS] for child in self.children) + sum(self.gaps)
        across = max((child.size[1 - self.AXIS] for child in self.children), default=0.0)
        return Size(along, across) if self.AXIS == 0 else Size(across, along)

    def _bond(self, place: int) -> Bond:
        before, after = self.children[place], self.children[place + 1]
        return self.kit.bond([before.part], [after.part], level=self.AXIS == 0)

    def _gap(self, place: int) -> float:
        before, after = self.children[place], self.children[place + 1]
        wanted = self.part.gap if isinstance(self.part, Container) else None
        own = None if isinstance(after.part, Container) else after.part.gap
        if own is not None or wanted is not None:
            return float(own if own is not None else wanted or 0.0)
        bond = self.bonds[place]
        room = self.kit.room(bond, level=self.AXIS == 0)
        if room and any(node.IS_FRAME and node.children for node in (before, after)):
            # Lines that turn between frames keep off their borders and off each other.
            room += self.kit.theme.spacing.parallel * min(bond.count - 1, MOST_LANES)
        if room and any(one.IS_FRAME and one.children for one in (*before.walk(), *after.walk())):
            room += self.kit.steep
        return room or self._apart(before, after)

    def _apart(self, before: Node, after: Node) -> float:
        """The gap between neighbours that nothing joins."""
        spacing, tokens = self.kit.theme.spacing, self.kit.theme.figure
        if any(all(node.FILLS) for node in (before, after)):
            return tokens.panel_gap
        if any(node.FILLS[0] for node in (before, after)):
            return 0.0 if self.AXIS else tokens.panel_gap
        if before.children and after.children:
            return spacing.rank
        if before.children or after.children:
            return 1.5 * spacing.sibling
        return spacing.sibling

    def place(self, rect: Rect) -> None:
        self.rect = rect
        extra = rect[2 + self.AXIS] - self.size[self.AXIS]
        grown, gaps, start = self._spread(max(0.0, extra))
        along = rect[self.AXIS] + start
        for child, growth, gap in zip(self.children, grown, [*gaps, 0.0], strict=True):
            length = child.size[self.AXIS] + growth
            child.place(_nudged(self._slot(child, along, length), child))
            along += length + gap

    def _spread(self, extra: float) -> tuple[list[float], list[float], float]:
        """What each child grows by, the gaps, and where the first child begins."""
        none = [0.0] * len(self.children)
        filling = [child for child in self.children if child.FILLS[self.AXIS]]
        if filling:
            growth = [extra / len(filling) if child in filling else 0.0 for child in self.children]
            return growth, self.gaps, 0.0
        joined = [place for place, bond in enumerate(self.bonds) if bond.count]
        if self.spreads and joined and self.AXIS == 0:
            gaps = [
                gap + (extra / len(joined) if place in joined else 0.0)
                for place, gap in enumerate(self.gaps)
            ]
            return none, gaps, 0.0
        align = self.part.align if self.AXIS == 0 else None
        align = align or ("start" if self.spreads else "center")
        return none, self.gaps, {"start": 0.0, "end": extra}.get(align, extra / 2)

    def _slot(self, child: Node, along: float, length: float) -> Rect:
        cross = 1 - self.AXIS
        room, size = self.rect[2 + cross], child.size[cross]
        align = "stretch" if child.FILLS[cross] else child.part.align or self._across(child)
        start = {"start": 0.0, "stretch": 0.0, "end": room - size}.get(align, (room - size) / 2)
        width = room if align == "stretch" else size
        if self.AXIS == 0:
            return Rect(along, self.rect.y + start, length, width)
        return Rect(self.rect.x + start, along, width, length)

    def _across(self, child: Node) -> str:
        """Where a child stands across the line: in a panel at the left, boxes as wide as it; on the
        centre line of parts that are joined."""
        if not (self.spreads and self.AXIS == 1):
            is_chain = any(bond.count for bond in self.bonds)
            return child.ACROSS if self.AXIS == 1 and not is_chain else "center"
        return "stretch" if isinstance(child.part, Box) else "start"


def _nudged(rect: Rect, child: Node) -> Rect:
    return rect.moved(*child.part.at) if child.part.at else rect
