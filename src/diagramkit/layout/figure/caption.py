"""The words below a figure."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Point, Rect
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kit import Kit


class Caption:
    """Lines of words at the left below everything else, wrapped at the figure's width."""

    def __init__(self, lines: tuple[str, ...], kit: Kit, ink: Rect) -> None:
        width = max(ink.width, 2 * kit.theme.box.wrap)
        self.block = kit.block([(line, "caption") for line in lines], width)
        top = ink.bottom + kit.theme.figure.panel_rise
        height = self.block.ink_height + (2 if self.block.lines else 0)
        self.rect = Rect(ink.x, top, self.block.size.width, height)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        """The words in the caption's colour."""
        at = Point(self.rect.x, self.rect.y)
        yield from brush.block("caption", "", self.block, at, "start")
