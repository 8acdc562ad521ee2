"""Lines of words to runs, and runs to glyphs with advances."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

import uharfbuzz

from diagramkit.text.clusters import pieces
from diagramkit.text.fonts import Face, cjk_face, faces, further_faces, shaping_font

Direction = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Patterns of rare use are compiled when they are needed: each would take a millisecond of every
# start. Words from right to left with what stands between them. Numbers among them stay outside.
_BACKWARD = rf"([{_RIGHT_TO_LEFT}]+(?:[^\w{_RIGHT_TO_LEFT}]+[{_RIGHT_TO_LEFT}]+)*)"

_TELLTALES = (
    ("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]", "ko"),
    ("[\u3041-\u30ff\u31f0-\u31ff]", "ja"),
    ("[\u3105-\u312f]", "zh-hant"),
)
_NOT_HAN = "[^\u3400-\u9fff]+"
# Character sets of the countries: what only one of them has tells the others out.
_HAN_SETS = (("gb2312", "zh-hans"), ("big5", "zh-hant"), ("shift_jis", "ja"))


class Run(NamedTuple):
    """Consecutive characters that one face draws; `face` is None where none has them."""

    text: str
    face: Face | None
    direction: Direction = "ltr"
    language: str = "en"


def drawing_chain(families: tuple[str, ...]) -> tuple[Face, ...]:
    """The faces that glyphs are taken from, in order: the stack, then Noto Sans CJK and Noto's
    emoji, symbols and further scripts if they are there."""
    last = cjk_face()
    return (*faces(families), *((last,) if last else ()), *further_faces())


def runs(text: str, chain: tuple[Face, ...], lang: str = "") -> Iterator[Run]:
    """Split a line into runs, from left to right; each cluster goes to the first face of `chain`
    that draws it, in the forms of the language
    `lang`, or of the one that the letters tell. The line as a whole runs from left to right, as in
    SVG."""
    if text.isascii() and text.isprintable():
        if text:
            yield Run(text, chain[0])
        return
    language = lang or _language(text)
    for index, part in enumerate(re.split(_BACKWARD, text)):
        if index % 2:
            yield from reversed(list(_faced(part, chain, "rtl", language)))
        else:
            yield from _faced(part, chain, "ltr", language)


def shape(run: Run, face: Face, optical: float, weight: int) -> uharfbuzz.Buffer:
    """Shape a run; positions are in font units of the face."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = run.direction
    # The guess is the language of the machine, which may turn one glyph into another.
    buffer.language = run.language
    uharfbuzz.shape(shaping_font(face, optical, weight), buffer)
    return buffer


def _faced(
    text: str, chain: tuple[Face, ...], direction: Direction, language: str
) -> Iterator[Run]:
    known: dict[str, Face | None] = {}

    def first(piece: str) -> Face | None:
        if piece not in known:
            is_plain = len(piece) > 1 and piece.isascii()
            drawing = (face for face in chain if is_plain or face.draws(piece))
            known[piece] = next(drawing, None)
        return known[piece]

    for face, group in groupby(pieces(text), first):
        yield Run("".join(group), face, direction, language)


def _language(text: str) -> str:
    """The language whose forms Han characters take: by the letters beside them, else by the
    characters themselves, else simplified Chinese."""
    for telltale, language in _TELLTALES:
        if re.search(telltale, text):
            return language
    han = re.sub(_NOT_HAN, "", text)
    if not han:
        return "en"
    return next((language for name, language in _HAN_SETS if _has_all(name, han)), "zh-hans")


def _has_all(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
