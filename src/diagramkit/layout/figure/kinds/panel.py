"""Panels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.figure.kinds.panel import Foot, Panel
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kinds._line import LineNode
from diagramkit.layout.figure.kinds._squares import paint_squares, squares_width
from diagramkit.layout.figure.kinds._titled import TitledNode
from diagramkit.layout.figure.kinds.grid import GridNode
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node


class PanelNode(TitledNode):
    """A rule, a heading, a body and a foot; panels side by side share their heights."""

    FILLS = (True, True)
    PAGE_WIDE = True
    part: Panel

    def __init__(self, part: Panel, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        for body in self.children:
            if isinstance(body, (LineNode, GridNode)):
                body.spreads = True
        small = [(words, "body") for words in part.small]
        self.head = kit.block([(part.heading, "heading"), *small], 2 * kit.theme.box.wrap)  # type: ignore[list-item]
        self.foot = FootNode(part.foot, kit, f"{path}.foot", self) if part.foot else None
        self.head_height = 12 + self.head.size.height
        self.foot_height = self.foot.size.height if self.foot else 0.0
        self.resize()

    def resize(self) -> None:
        """Find the size of the whole from its head, body and foot."""
        rise = self.kit.theme.figure.panel_rise
        foot = self.foot.size.width if self.foot else 0.0
        width = max(self.head.size.width, self.body_size.width, foot)
        height = self.head_height + (rise + self.body_size.height if self.children else 0.0)
        if self.foot_height:
            height += rise + 4 + self.foot_height
        self.size = Size(self.kit.up(width), self.kit.up(height, 4))

    @classmethod
    def share(cls, panels: Sequence[PanelNode], axis: int) -> None:
        """Panels of a row: one height of heads, of feet, one size."""
        if axis == 1:
            return
        head = max(panel.head_height for panel in panels)
        foot = max(panel.foot_height for panel in panels)
        for panel in panels:
            panel.head_height, panel.foot_height = head, foot
            panel.resize()
        width = max(panel.size.width for panel in panels)
        height = max(panel.size.height for panel in panels)
        for panel in panels:
            panel.size = Size(width, height)

    @property
    def words(self) -> tuple[Rect, ...]:
        head = Rect(self.rect.x, self.rect.y, self.head.size.width, self.head_height)
        foot = Rect(
            self.rect.x, self.rect.bottom - self.foot_height, self.rect.width, self.foot_height
        )
        return (head, foot) if self.foot else (head,)

    @property
    def borders(self) -> tuple[tuple[Point, Point], ...]:
        y = self.rect.bottom - self.foot_height
        foot = (Point(self.rect.x, y), Point(self.rect.right, y))
        return (self.top_rule, foot) if self.foot else (self.top_rule,)

    def place(self, rect: Rect) -> None:
        self.rect = rect
        rise = self.kit.theme.figure.panel_rise
        top = rect.y + self.head_height + rise
        bottom = rect.bottom - (self.foot_height + rise + 4 if self.foot_height else 0.0)
        for body in self.children:
            body.place(Rect(rect.x, top, rect.width, max(body.size.height, bottom - top)))
        if self.foot:
            self.foot.place(
                Rect(rect.x, rect.bottom - self.foot_height, rect.width, self.foot_height)
            )

    def paint(self, brush: Brush) -> Iterator[Painted]:
        rect = self.rect
        yield brush.rule(f"rule:{self.path}", *self.top_rule, "line")
        at = Point(rect.x, rect.y + 12)
        yield from brush.block(f"text:{self.path}", "", self.head, at, "start")
        if self.foot:
            yield from self.foot.paint(brush)


class FootNode(Node):
    """A hairline; below it a key number, words, and a meter at the right."""

    part: Foot

    def __init__(self, part: Foot, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.number = kit.block([(part.key, "key")] if part.key else [])
        self.small = kit.block([(part.small, "body")] if part.small else [], 400)
        self.meter = squares_width(kit, part.meter[1]) if part.meter else 0.0
        widths = [self.number.size.width, self.small.size.width, self.meter]
        parts = [width for width in widths if width]
        self.size = Size(sum(parts) + 20 * (len(parts) - 1), 40 if part.key else 28)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        rect, key = self.rect, f"text:{self.path}"
        end = Point(rect.right, rect.y)
        yield brush.rule(f"rule:{self.path}", Point(rect.x, rect.y), end, "border")
        middle = rect.y + (28 if self.part.key else 20)
        x = rect.x
        for block, name in ((self.number, "key"), (self.small, "small")):
            if block.lines:
                at = Point(x, middle - block.ink_height / 2)
                yield from brush.block(f"{key}.{name}", "", block, at, "start")
                x += block.size.width + 20
        if self.part.meter:
            filled, of = self.part.meter
            left = rect.right - self.meter
            accent = self.role == "accent"
            yield from paint_squares(brush, self.path, Point(left, middle), filled, of, accent)
