"""Stages."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.stage import Stage
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kinds._titled import TitledNode
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node

HEAD_GAP = 12.0
"""From the rule to the capitals of the title, and from the title to the words beside it."""


class StageNode(TitledNode):
    """A hairline, a title with words beside it, and the body below."""

    FILLS = (True, False)
    part: Stage

    def __init__(self, part: Stage, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        wrap = 3 * kit.theme.box.wrap
        self.title = kit.block([(part.heading, "title")], wrap)
        self.small = kit.block([(words, "body") for words in part.small], wrap)
        self.head_width = self.title.size.width
        if part.small:
            self.head_width += HEAD_GAP + self.small.size.width
        self.head_height = HEAD_GAP + max(self.title.size.height, self.small.size.height)
        inner, rise = self.body_size, kit.theme.figure.panel_rise
        loops = kit.loop_room(part, "bottom")
        self.loops_above = kit.loop_room(part, "top")
        self.size = Size(
            kit.up(max(self.head_width, inner.width)),
            kit.up(self.head_height + self.loops_above + rise + inner.height + loops + rise / 2, 4),
        )

    @property
    def words(self) -> tuple[Rect, ...]:
        return (Rect(self.rect.x, self.rect.y, self.head_width, self.head_height),)

    @property
    def borders(self) -> tuple[tuple[Point, Point], ...]:
        return (self.top_rule,)

    def place(self, rect: Rect) -> None:
        self.rect = rect
        top = rect.y + self.head_height + self.loops_above + self.kit.theme.figure.panel_rise
        for body in self.children:
            align = self.part.align or "start"
            room = rect.width - body.size.width
            x = rect.x + {"start": 0.0, "stretch": 0.0, "end": room}.get(align, room / 2)
            width = rect.width if align == "stretch" else body.size.width
            body.place(Rect(x, top, width, body.size.height))

    def paint(self, brush: Brush) -> Iterator[Painted]:
        rect, key = self.rect, f"text:{self.path}"
        yield brush.rule(f"rule:{self.path}", *self.top_rule, "border")
        top = rect.y + HEAD_GAP
        yield from brush.block(key, "", self.title, Point(rect.x, top), "start")
        if self.small.lines:
            # Both lines stand on one baseline.
            drop = self.title.ink_height - self.small.baselines(0)[0]
            at = Point(rect.x + self.title.size.width + HEAD_GAP, top + drop)
            yield from brush.block(f"{key}.small", "", self.small, at, "start")
