"""How wide words are, whichever font of the stack draws them."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from diagramkit.text.clusters import clusters, is_emoji, is_wide, pieces, room
from diagramkit.text.fonts import SMALLEST_OPTICAL, Face, faces, optical_size, units_per_em
from diagramkit.text.shaping import Run, drawing_chain, runs, shape


class TextStyle(NamedTuple):
    """What a run of words is set in: the font stack, the size in user units, the weight,
    the language as a BCP 47 tag (empty: the letters tell it)."""

    families: tuple[str, ...]
    size: float
    weight: int = 400
    lang: str = ""


@lru_cache(maxsize=16384)
def measure(text: str, style: TextStyle) -> float:
    """The width of one line in user units: the widest over the fonts of the stack at hand.

    Inter counts with and without its optical sizes. East Asian wide characters count as a full
    em, which no font in use exceeds, and emoji as the widest emoji font; so a drawing has the
    same geometry whether or not the extra `cjk` is installed.
    """
    opticals = {SMALLEST_OPTICAL, optical_size(style.size)}
    return max(
        _width(text, style, face, optical)
        for face in faces(style.families)
        for optical in sorted(opticals)
    )


def missing(text: str, families: tuple[str, ...]) -> list[str]:
    """The characters that no font at hand can draw, each once, in order; spaces do not count."""
    if text.isascii() and text.isprintable():
        return []
    lost = (run.text for run in runs(text, drawing_chain(families)) if run.face is None)
    return list(dict.fromkeys(part for run in lost for part in clusters(run) if part.strip()))


def _width(text: str, style: TextStyle, face: Face, optical: float) -> float:
    """The width in the fonts of the stack, `face` before the others."""
    chain = tuple(dict.fromkeys((face, *faces(style.families))))
    if text.isascii():
        return _set_width(text, chain, style, optical)
    width = 0.0
    for is_fixed, group in groupby(pieces(text), _has_fixed_room):
        parts = list(group)
        least = style.size * sum(map(room, parts)) if is_fixed else 0.0
        width += max(least, _set_width("".join(parts), chain, style, optical))
    return width


def _has_fixed_room(piece: str) -> bool:
    return not piece.isascii() and _is_fixed(piece)


@lru_cache(maxsize=4096)
def _is_fixed(cluster: str) -> bool:
    return is_wide(cluster) or is_emoji(cluster)


def _set_width(text: str, chain: tuple[Face, ...], style: TextStyle, optical: float) -> float:
    return sum(_run_width(run, style, optical) for run in runs(text, chain, style.lang))


def _run_width(run: Run, style: TextStyle, optical: float) -> float:
    if run.face is None:
        return style.size * sum(map(room, clusters(run.text)))
    buffer = shape(run, run.face, optical, style.weight)
    advance = sum(position.x_advance for position in buffer.glyph_positions)
    return float(advance * style.size / units_per_em(run.face))
