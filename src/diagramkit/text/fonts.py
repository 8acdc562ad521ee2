"""The fonts at hand: family names to files, and files to shaping fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uharfbuzz

from diagramkit.text.clusters import is_emoji, is_ignorable, is_wide
from diagramkit.text.given import Cut, GivenFamily, cut_for

CJK_EXTRA = "cjk"
"""The extra of this package that brings the font for Chinese, Japanese and Korean."""
EMOJI_EXTRA = "emoji"
"""The one that brings emoji, in one colour, and symbols."""
ARABIC_EXTRA = "arabic"
"""The one that brings Arabic and the other scripts that Inter lacks."""
SMALLEST_OPTICAL, LARGEST_OPTICAL = 14.0, 32.0
"""The ends of Inter's optical sizes; Inter without the axis is drawn for the smallest."""

_INTER = ("fontpkg_inter", "files/Inter[opsz,wght].ttf")
_ARIMO = ("fontpkg_arimo", "files/Arimo[wght].ttf")
_JETBRAINS_MONO = ("fontpkg_jetbrains_mono", "files/JetBrainsMono[wght].ttf")
_NOTO_CJK = ("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc")

_NOTO = "manimgx_fonts"
_NOTO_SCRIPTS = (
    *("Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati"),
    *("Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya"),
    *("Sinhala", "Tamil", "Telugu", "Thai"),
)

# Arimo has the metrics of Arial and Helvetica. The fonts for code are 0.6 em wide or less.
_SOURCES = {
    _INTER: ("inter", "inter variable"),
    _ARIMO: ("arial", "arimo", "helvetica", "helvetica neue", "liberation sans", "sans-serif"),
    _JETBRAINS_MONO: (
        "jetbrains mono",
        "menlo",
        "dejavu sans mono",
        "consolas",
        "courier new",
        "ui-monospace",
        "monospace",
    ),
}
_CALLED = {"Inter": _INTER, "Arimo": _ARIMO, "JetBrains Mono": _JETBRAINS_MONO}
_SOURCE_OF = {name: source for source, names in _SOURCES.items() for name in names}


class Face(NamedTuple):
    """A font file that can be shaped with.

    `is_static`: it stands for fonts that come as regular and bold only. `cuts` are the files of a
    font that a theme brings, the regular one first.
    """

    path: str
    is_static: bool = False
    cuts: tuple[Cut, ...] = ()

    def draws(self, cluster: str) -> bool:
        """Whether the face has a glyph for every visible character of a cluster."""
        return _draws(self, cluster)


@cache
def faces(families: tuple[str, ...]) -> tuple[Face, ...]:
    """The faces at hand for a stack of family names, in order, each once.

    Names that no font at hand answers to are passed over. Without a single hit the answer is
    Inter, so that there is always something to draw with.
    """
    found = [_face(name) for name in families if is_known(name)] or [_locate(_INTER)]
    return tuple(dict.fromkeys(face for face in found if face))


def is_known(family: str) -> bool:
    """Whether a font at hand answers to the name of a family, or a theme brings it."""
    return isinstance(family, GivenFamily) or family.lower() in _SOURCE_OF


def at_hand(families: tuple[str, ...]) -> tuple[str, ...]:
    """The families that words of a stack are measured with, as people call them."""
    given = (str(name) for name in families if isinstance(name, GivenFamily))
    found = faces(families)
    return (*given, *(name for name, source in _CALLED.items() if _locate(source) in found))


def _face(family: str) -> Face | None:
    if isinstance(family, GivenFamily):
        return Face(family.cuts[0].path, cuts=family.cuts)
    return _locate(_SOURCE_OF[family.lower()])


def cjk_face() -> Face | None:
    """Noto Sans CJK: Chinese, Japanese and Korean; None without the extra `cjk`."""
    return _locate(_NOTO_CJK)


@cache
def further_faces() -> tuple[Face, ...]:
    """Noto's emoji, symbols, and letters of further scripts; none without the extras `emoji` and
    `arabic`."""
    files = (
        "NotoEmoji[wght].ttf",
        "NotoSansSymbols[wght].ttf",
        *(f"NotoSans{script}[wght].ttf" for script in _NOTO_SCRIPTS),
        "NotoSans[wght].ttf",
    )
    found = (_locate((_NOTO, file)) for file in files)
    return tuple(face for face in found if face)


def extra_for(lost: Iterable[str]) -> str:
    """The extras, joined by commas, that bring fonts for clusters that no font at hand has; empty
    where none does."""
    missing = ("emoji" if is_emoji(one) else "cjk" if is_wide(one) else "arabic" for one in lost)
    wanted = set(missing)
    at_hand = {
        CJK_EXTRA: bool(cjk_face()),
        **dict.fromkeys((EMOJI_EXTRA, ARABIC_EXTRA), bool(further_faces())),
    }
    return ",".join(
        extra
        for extra in (CJK_EXTRA, EMOJI_EXTRA, ARABIC_EXTRA)
        if extra in wanted and not at_hand[extra]
    )


def optical_size(size: float) -> float:
    """The optical size that a browser chooses for a type size in user units."""
    return min(max(size, SMALLEST_OPTICAL), LARGEST_OPTICAL)


def shaping_font(face: Face, optical: float, weight: int) -> uharfbuzz.Font:
    """The face at an optical size and a weight; a static one bold from above 500, as CSS has it."""
    if face.cuts:
        cut = cut_for(face.cuts, weight)
        weight = min(max(weight, cut.lightest), cut.heaviest)
        return _varied(Face(cut.path, cuts=(cut,)), optical, weight)
    if face.is_static:
        weight = 700 if weight > 500 else 400
    return _varied(face, optical, weight)


@cache
def units_per_em(face: Face) -> int:
    """Font units to the em."""
    return int(_opened(face).upem)


@cache
def _locate(source: tuple[str, str]) -> Face | None:
    package, file = source
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Face(str(Path(spec.submodule_search_locations[0]) / file), source is _ARIMO)


@lru_cache(maxsize=64)
def _varied(face: Face, optical: float, weight: int) -> uharfbuzz.Font:
    font = uharfbuzz.Font(_opened(face))
    font.set_variations({"wght": float(weight), "opsz": optical})
    return font


@cache
def _opened(face: Face) -> uharfbuzz.Face:
    # Of a collection the first face: all of Noto's have the same glyphs and tell the languages
    # apart by features.
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.path))


@lru_cache(maxsize=8192)
def _draws(face: Face, cluster: str) -> bool:
    codes = _coverage(face)
    return all(
        ord(character) in codes or is_ignorable(character)
        for character in unicodedata.normalize("NFC", cluster)
    )


@cache
def _coverage(face: Face) -> uharfbuzz.Set:
    return _opened(face).unicodes
