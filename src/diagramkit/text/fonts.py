"""The fonts at hand: family names to files, and files to shaping fonts."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uharfbuzz

from diagramkit.text.clusters import is_ignorable

CJK_EXTRA = "cjk"
"""The extra of this package that brings the font for Chinese, Japanese and Korean."""
SMALLEST_OPTICAL, LARGEST_OPTICAL = 14.0, 32.0
"""The ends of Inter's optical sizes; Inter without the axis is drawn for the smallest."""

_INTER = ("fontpkg_inter", "files/Inter[opsz,wght].ttf")
_ARIMO = ("fontpkg_arimo", "files/Arimo[wght].ttf")
_JETBRAINS_MONO = ("fontpkg_jetbrains_mono", "files/JetBrainsMono[wght].ttf")
_NOTO_CJK = ("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc")

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
_SOURCE_OF = {name: source for source, names in _SOURCES.items() for name in names}


class Face(NamedTuple):
    """A font file that can be shaped with.

    `is_static`: it stands for fonts that come as regular and bold only.
    """

    path: str
    is_static: bool = False

    def draws(self, cluster: str) -> bool:
        """Whether the face has a glyph for every visible character of a cluster."""
        return _draws(self, cluster)


@cache
def faces(families: tuple[str, ...]) -> tuple[Face, ...]:
    """The faces at hand for a stack of family names, in order, each once.

    Names that no font at hand answers to are passed over. Without a single hit the answer is
    Inter, so that there is always something to draw with.
    """
    known = [_SOURCE_OF[name.lower()] for name in families if name.lower() in _SOURCE_OF]
    found = (_locate(source) for source in dict.fromkeys(known or [_INTER]))
    return tuple(face for face in found if face)


def is_known(family: str) -> bool:
    """Whether a font at hand answers to the name of a family."""
    return family.lower() in _SOURCE_OF


def cjk_face() -> Face | None:
    """Noto Sans CJK: Chinese, Japanese and Korean; None without the extra `cjk`."""
    return _locate(_NOTO_CJK)


def optical_size(size: float) -> float:
    """The optical size that a browser chooses for a type size in user units."""
    return min(max(size, SMALLEST_OPTICAL), LARGEST_OPTICAL)


def shaping_font(face: Face, optical: float, weight: int) -> uharfbuzz.Font:
    """The face at an optical size and a weight; a static one bold from above 500, as CSS has it."""
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
