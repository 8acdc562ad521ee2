"""Fonts carried in a drawing: of each font that words are drawn with, the glyphs they need.

The embedded families have names that no other drawing has, because style sheets of drawings in one
page count for the whole page. WOFF, since it needs no library beyond Python's own; without dates,
so that the same words give the same bytes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.scene import Scene, Text
from diagramkit.text.fonts import Face, optical_size
from diagramkit.text.given import Cut, cut_for
from diagramkit.text.shaping import drawing_chain, runs

Families = tuple[str, ...]
_TABLES = {
    *("GlyphOrder", "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "kern"),
    *("glyf", "loca", "CFF ", "CFF2", "VORG", "GDEF", "GPOS", "GSUB"),
    *("avar", "fvar", "gvar", "HVAR", "MVAR", "STAT"),
}
"""What browsers need of a font; hints, signatures and what editors keep are left out."""
_RESTRICTED, _NO_SUBSETS = 0x0002, 0x0100


def embedded(scene: Scene, root: str) -> tuple[Scene, list[str]]:
    """A scene whose words ask for embedded fonts first, and the style rules that carry these.

    Args:
        scene: what is drawn.
        root: what the names of the families begin with.

    Raises:
        DiagramError: a font does not allow that it is embedded.
    """
    used = _used(scene.texts)
    names = {face: f"{root}-font-{place}" for place, face in enumerate(used, 1)}
    rules = [rule for face, name in names.items() for rule in _rules(face, name, used[face])]
    chains = {families: drawing_chain(families) for families in {t.families for t in scene.texts}}
    stacks = {
        families: (*(names[face] for face in chain if face in names), *families)
        for families, chain in chains.items()
    }
    return with_stacks(scene, stacks), rules


def with_stacks(scene: Scene, stacks: Mapping[Families, Families]) -> Scene:
    """A scene whose words ask for other stacks of families."""
    primitives = (
        replace(item, families=stacks[item.families]) if isinstance(item, Text) else item
        for item in scene.primitives
    )
    return replace(scene, primitives=tuple(primitives))


Need = tuple[int, float]
"""A weight and an optical size."""


def _used(texts: Iterable[Text]) -> dict[Face, dict[Need, set[str]]]:
    """The characters that each face draws, by weight and optical size."""
    found: dict[Face, dict[Need, set[str]]] = {}
    for words in texts:
        need = (words.weight, optical_size(words.size))
        for run in runs(words.text, drawing_chain(words.families)):
            if run.face is not None:
                found.setdefault(run.face, {}).setdefault(need, set()).update(run.text)
    return found


def _rules(face: Face, name: str, needs: Mapping[Need, set[str]]) -> Iterator[str]:
    """A rule for each file of a face that is used."""
    files: dict[Cut, tuple[set[str], set[int], set[float]]] = {}
    whole = Cut(face.path, "", 1, 1000)
    for (weight, optical), letters in needs.items():
        cut = cut_for(face.cuts, weight) if face.cuts else whole
        known = files.setdefault(cut, (set(), set(), set()))
        known[0].update(letters)
        known[1].add(min(max(weight, cut.lightest), cut.heaviest))
        known[2].add(optical)
    for cut, (letters, weights, opticals) in files.items():
        ends = (min(weights), max(weights))
        data = _subset(cut, "".join(sorted(letters)), ends, (min(opticals), max(opticals)))
        range_ = f"{cut.lightest} {cut.heaviest}" if face.cuts else f"{ends[0]} {ends[1]}"
        source = f'url("data:font/woff;base64,{data}") format("woff")'
        yield f'@font-face {{ font-family: "{name}"; font-weight: {range_}; src: {source}; }}'


@lru_cache(maxsize=64)
def _subset(cut: Cut, letters: str, weights: tuple[int, int], opticals: tuple[float, float]) -> str:
    """The part of a font that some letters need, its axes no longer than they are used."""
    try:
        return _packed(cut, letters, weights, opticals)
    except DiagramError:
        raise
    except Exception as error:  # a file may be anything, and fontTools raises what it likes
        message = f"{Path(cut.path).name} cannot be embedded: {error}: use --text outlines"
        raise DiagramError.single("font-not-embeddable", message) from error


def _packed(cut: Cut, letters: str, weights: tuple[int, int], opticals: tuple[float, float]) -> str:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    data = BytesIO(Path(cut.path).read_bytes())
    font = TTFont(data, fontNumber=0, recalcTimestamp=False)
    rights = font["OS/2"].fsType if "OS/2" in font else 0
    if rights & _RESTRICTED:
        message = (
            f"{Path(cut.path).name} does not allow to be embedded (OS/2 fsType {rights}): "
            "use --text outlines"
        )
        raise DiagramError.single("font-not-embeddable", message)
    if not rights & _NO_SUBSETS:
        for table in set(font.keys()) - _TABLES:
            del font[table]
        options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
        tool = subset.Subsetter(options)
        tool.populate(text=letters)
        tool.subset(font)
        font = _narrowed(font, {"wght": weights, "opsz": opticals})
    font.flavor = "woff"
    file = BytesIO()
    font.save(file)
    return b64encode(file.getvalue()).decode()


def _narrowed(font: Any, ends: Mapping[str, tuple[float, float]]) -> Any:
    if "fvar" not in font:
        return font
    from fontTools.varLib import instancer

    limits = {}
    for axis in font["fvar"].axes:
        low, high = ends.get(axis.axisTag, (axis.defaultValue, axis.defaultValue))
        low, high = (min(max(end, axis.minValue), axis.maxValue) for end in (low, high))
        limits[axis.axisTag] = low if low == high else (low, high)
    return instancer.instantiateVariableFont(font, limits, inplace=True)
