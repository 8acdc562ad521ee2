"""Bars."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.bars import Bar, Bars
from diagramkit.geometry import Path, Point, Rect, Size, number
from diagramkit.layout.figure.brush import Brush, Ink, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.scene import NO_COLOR, Paint

GAP = 12.0
"""Between words and bars, and between bars."""


class BarsNode(Node):
    """Labels at the left, bars from one line, values at their ends."""

    ACROSS = "start"
    part: Bars

    def __init__(self, part: Bars, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        wrap = 2 * kit.theme.box.wrap
        self.labels = [kit.block([(bar.label, "body")], wrap) for bar in part.bars]
        self.values = [kit.block([(bar.shown or number(bar.value), "strong")]) for bar in part.bars]
        self.left = max((block.size.width for block in self.labels), default=0.0) + GAP
        right = max((block.size.width for block in self.values), default=0.0) + GAP
        tokens = kit.theme.figure
        self.pitch = tokens.bar + GAP
        height = self.pitch * len(part.bars) - GAP
        self.size = Size(kit.up(self.left + tokens.bar_length + right, 4), kit.up(height, 4))

    def _bar(self, place: int, bar: Bar) -> Rect:
        tokens = self.kit.theme.figure
        longest = max(bar.value for bar in self.part.bars) or 1.0
        top = self.rect.y + place * self.pitch
        length = max(2.0, tokens.bar_length * bar.value / longest)
        return Rect(self.rect.x + self.left, top, length, tokens.bar)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        for place, bar in enumerate(self.part.bars):
            rect, key = self._bar(place, bar), f"{self.path}.{place}"
            yield brush.mark(f"bar:{key}", *self._look(bar, rect, brush))
            label, value = self.labels[place], self.values[place]
            middle = rect.center.y
            at = Point(rect.x - GAP, middle - label.ink_height / 2)
            yield from brush.block(f"text:{key}", "", label, at, "end")
            at = Point(rect.right + GAP, middle - value.ink_height / 2)
            yield from brush.block(f"value:{key}", "", value, at, "start")

    @staticmethod
    def _look(bar: Bar, rect: Rect, brush: Brush) -> tuple[str, Path, Paint]:
        if bar.role in ("secondary", "note"):
            hair = brush.mode.group.stroke_width
            outline = Path.polygon(rect.grown(-hair / 2).corners)
            return "off", outline, Paint(NO_COLOR, brush.ink("border"), hair)
        ink: Ink = "accent" if bar.role == "accent" else "line"
        role = "accent-on" if bar.role == "accent" else "on"
        return role, Path.polygon(rect.corners), Paint(brush.ink(ink))
