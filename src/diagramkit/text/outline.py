"""Words as outlines, so that every rasteriser draws the same glyphs."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz

from diagramkit.geometry import number
from diagramkit.text.clusters import clusters, room
from diagramkit.text.fonts import Face, further_faces, optical_size, shaping_font, units_per_em
from diagramkit.text.measure import TextStyle
from diagramkit.text.shaping import Run, drawing_chain, runs, shape


class Glyph(NamedTuple):
    """One glyph: `data` is SVG path data relative to the origin at `x`, `y`, in user units.

    The line begins at x = 0; its baseline is y = 0 and y grows down.
    """

    data: str
    x: float
    y: float


class Placed(NamedTuple):
    """A glyph of a face at an optical size and a weight, placed as `Glyph` is; blank ones too.

    `advance` is to the next glyph, `text` what it stands for: of several glyphs for the same
    characters the first has them. Lengths are user units.
    """

    face: Face
    optical: float
    weight: int
    size: float
    glyph: int
    x: float
    y: float
    advance: float
    text: str


def outlines(text: str, style: TextStyle) -> tuple[list[Glyph], float]:
    """The glyphs of one line that are not blank, and the width of the line in user units.

    The first face of the stack that has a character draws it. One that no face has is left out; its
    room stays.
    """
    glyphs, width = placed(text, style)
    drawn = (
        Glyph(_outline(one.face, one.optical, one.weight, one.size, one.glyph), one.x, one.y)
        for one in glyphs
    )
    return [glyph for glyph in drawn if glyph.data], width


def placed(text: str, style: TextStyle) -> tuple[list[Placed], float]:
    """The glyphs of one line, and its width; as `outlines`, for programs that draw them."""
    glyphs: list[Placed] = []
    x = 0.0
    for run in runs(text, drawing_chain(style.families), style.lang):
        x += _drawn(run, style, x, glyphs)
    return glyphs, x


def _drawn(run: Run, style: TextStyle, x: float, glyphs: list[Placed]) -> float:
    """The width of a run whose glyphs are added at `x`. What the stack does not draw stays in the
    room that it was measured with: smaller where it would be wider."""
    if run.face is None:
        return _room(run, style)
    made: list[Placed] = []
    width = _set(run, run.face, style, x, made) - x
    if run.face in further_faces() and width > (most := _room(run, style)):
        made = []
        smaller = style._replace(size=style.size * most / width)
        width = _set(run, run.face, smaller, x, made) - x
    glyphs += made
    return width


def _room(run: Run, style: TextStyle) -> float:
    """What a run was measured with that the stack does not draw."""
    return style.size * sum(map(room, clusters(run.text)))


def _set(run: Run, face: Face, style: TextStyle, x: float, glyphs: list[Placed]) -> float:
    optical = optical_size(style.size)
    buffer = shape(run, face, optical, style.weight)
    scale = style.size / units_per_em(face)
    ends = sorted({*(info.cluster for info in buffer.glyph_infos), len(run.text)})
    said = {start: run.text[start:end] for start, end in pairwise(ends)}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        shift, rise = position.x_offset * scale, position.y_offset * scale
        advance = position.x_advance * scale
        words = said.pop(info.cluster, "")
        glyphs.append(
            Placed(
                face, optical, style.weight, style.size, info.codepoint, x + shift, -rise, advance,
                words,
            )
        )  # fmt: skip
        x += advance
    return x


@lru_cache(maxsize=8192)
def _outline(face: Face, optical: float, weight: int, size: float, glyph: int) -> str:
    pen = _Pen(size / units_per_em(face))
    shaping_font(face, optical, weight).draw_glyph(glyph, _draw_functions(), pen)
    return pen.data


class _Pen:
    """Gathers path data with relative commands, y turned down.

    Differences are taken between rounded positions, so that rounding does not add up.
    """

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.parts: list[str] = []
        self.here = self.start = (0.0, 0.0)

    @property
    def data(self) -> str:
        return "".join(self.parts)

    def move(self, x: float, y: float) -> None:
        self.add("m", x, y)
        self.start = self.here

    def close(self) -> None:
        self.parts.append("z")
        self.here = self.start

    def add(self, command: str, *values: float) -> None:
        left, top = self.here
        points = [
            (round(x * self.scale, 2), round(-y * self.scale, 2))
            for x, y in zip(values[::2], values[1::2], strict=True)
        ]
        words = (f"{number(x - left)} {number(y - top)}" for x, y in points)
        self.parts.append(command + " ".join(words))
        self.here = points[-1]


@lru_cache(maxsize=1)
def _draw_functions() -> uharfbuzz.DrawFuncs:
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    functions.set_line_to_func(lambda *values: values[-1].add("l", *values[:-1]))
    functions.set_quadratic_to_func(lambda *values: values[-1].add("q", *values[:-1]))
    functions.set_cubic_to_func(lambda *values: values[-1].add("c", *values[:-1]))
    functions.set_close_path_func(lambda pen: pen.close())
    return functions
