"""Lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.figure.kinds.lane import Lane
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kinds._titled import TitledNode
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node

WRAP = 150.0
"""The width that the words at the left of a lane are wrapped at, in user units."""


class LaneNode(TitledNode):
    """A hairline, a title with words below it at the left, and the body beside them."""

    FILLS = (True, False)
    part: Lane

    def __init__(self, part: Lane, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        small = [(words, "body") for words in part.small]
        self.head = kit.block([(part.heading, "title"), *small], WRAP)  # type: ignore[list-item]
        self.head_width = self.head.size.width + kit.theme.spacing.rank
        self.resize()

    def resize(self) -> None:
        """Find the size of the whole from its head and body."""
        pad = self.kit.theme.figure.panel_rise
        inner = self.body_size
        height = max(inner.height, self.head.size.height) + 2 * pad
        self.size = Size(self.kit.up(self.head_width + inner.width), self.kit.up(height, 4))

    @classmethod
    def share(cls, lanes: Sequence[LaneNode], axis: int) -> None:
        """Lanes below each other begin their bodies at one place."""
        if axis == 0:
            return
        width = max(lane.head_width for lane in lanes)
        for lane in lanes:
            lane.head_width = width
            lane.resize()

    @property
    def words(self) -> tuple[Rect, ...]:
        size = self.head.size
        top = self.rect.center.y - size.height / 2
        return (Rect(self.rect.x, top, size.width, size.height),)

    @property
    def borders(self) -> tuple[tuple[Point, Point], ...]:
        return (self.top_rule,)

    def place(self, rect: Rect) -> None:
        self.rect = rect
        for body in self.children:
            top = rect.center.y - body.size.height / 2
            body.place(Rect(rect.x + self.head_width, top, *body.size))

    def paint(self, brush: Brush) -> Iterator[Painted]:
        rect = self.rect
        yield brush.rule(f"rule:{self.path}", *self.top_rule, "border")
        at = Point(rect.x, rect.center.y - self.head.ink_height / 2)
        yield from brush.block(f"text:{self.path}", "", self.head, at, "start")
