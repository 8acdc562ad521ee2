"""Primitives of a scene as operators of a PDF page."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

from diagramkit.geometry import Path, Rect, rounded, rounded_rect
from diagramkit.pdf.fonts import EM, Fonts
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Paint, Scene, Text
from diagramkit.text import TextStyle
from diagramkit.text.outline import Placed, placed

if TYPE_CHECKING:
    import pydyf

HALO = 4.0
"""The width of the ring around words that keeps a line behind them away."""
_STARTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Painter:
    """Paints a scene into the content of a page whose unit is the user unit, y down."""

    def __init__(self, content: pydyf.Stream, fonts: Fonts) -> None:
        self.content, self.fonts, self.lang = content, fonts, ""

    def paint(self, scene: Scene) -> None:
        """The ground, then every primitive in paint order."""
        self.content.set_line_join(1)
        self.lang = scene.lang
        if scene.background != NO_COLOR:
            ground = Path.polygon(Rect(0, 0, scene.width, scene.height).corners)
            self.path(ground, Paint(scene.background))
        for item in scene.primitives:
            match item:
                case Text():
                    self.words(item)
                case Box():
                    self.path(item.outline or rounded_rect(item.rect, item.radius), item.paint)
                    for detail in item.details:
                        self.path(detail, item.paint)
                case Connector():
                    self.connector(item)
                case Mark():
                    self.path(item.path, item.paint)

    def connector(self, line: Connector) -> None:
        self.path(rounded(line.points, line.radius), line.paint)
        for head in line.heads:
            stroke, width = line.paint.stroke, line.paint.stroke_width
            look = Paint(stroke) if head.filled else Paint(NO_COLOR, stroke, width)
            self.path(head.outline, look)

    def path(self, path: Path, paint: Paint) -> None:
        has_stroke = paint.stroke != NO_COLOR and paint.stroke_width > 0
        if paint.fill == NO_COLOR and not has_stroke:
            return
        self._trace(path)
        if paint.fill != NO_COLOR:
            self.content.set_color_rgb(*_rgb(paint.fill))
        if not has_stroke:
            self.content.fill()
            return
        self.content.set_color_rgb(*_rgb(paint.stroke), stroke=True)
        self.content.set_line_width(paint.stroke_width)
        self.content.set_dash([*paint.dash], 0)
        if paint.fill == NO_COLOR:
            self.content.stroke()
        else:
            self.content.fill_and_stroke()

    def _trace(self, path: Path) -> None:
        for command in path.curved().commands:
            values = [round(float(value), 3) for value in command[1:]]
            match command[0]:
                case "M":
                    self.content.move_to(*values)
                case "L":
                    self.content.line_to(*values)
                case "C":
                    self.content.curve_to(*values)
                case "Z":
                    self.content.close()

    def words(self, words: Text) -> None:
        """A line of words, after its halo."""
        glyphs, width = placed(
            words.text, TextStyle(words.families, words.size, words.weight, self.lang)
        )
        start = -_STARTS[words.anchor] * width
        if words.halo:
            self.content.set_color_rgb(*_rgb(words.halo), stroke=True)
            self.content.set_line_width(HALO)
            self.content.set_dash([], 0)
            self._show(words, glyphs, start, rendering=1)
        self.content.set_color_rgb(*_rgb(words.color))
        self._show(words, glyphs, start, rendering=0)

    def _show(self, words: Text, glyphs: list[Placed], start: float, rendering: int) -> None:
        """Glyphs by the stretches that one font at one size draws on one line."""
        self.content.begin_text()
        self.content.set_text_rendering(rendering)
        angle = math.radians(words.turn)
        cos, sin = math.cos(angle), math.sin(angle)
        for (font, size, y), group in groupby(
            glyphs, lambda one: (self.fonts.of(one), one.size, one.y)
        ):
            run = list(group)
            x = start + run[0].x
            self.content.set_font_size(font.name, size)
            self.content.set_text_matrix(
                cos, sin, sin, -cos, words.x + x * cos - y * sin, words.y + x * sin + y * cos
            )
            parts: list[str] = []
            here = run[0].x
            for glyph in run:
                code = font.code(glyph)
                if moved := round((here - glyph.x) * EM / size):
                    parts.append(str(moved))
                parts.append(f"<{code:04X}>")
                here = glyph.x + font.advances[code] * size / EM
            self.content.stream.append(f"[{''.join(parts)}] TJ".encode("ascii"))
        self.content.end_text()


def _rgb(color: str) -> tuple[float, float, float]:
    """`#rrggbb` as parts of one."""
    red, green, blue = (round(int(color[place : place + 2], 16) / 255, 4) for place in (1, 3, 5))
    return red, green, blue
