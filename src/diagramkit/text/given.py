"""Fonts that a theme brings: files read for the families and weights that they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from diagramkit.files.read import read_file

MAX_BYTES = 20_000_000
_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1
_ITALIC, _OBLIQUE = 1, 1 << 9


class Cut(NamedTuple):
    """One file of a family: `lightest` to `heaviest` are the weights that it draws."""

    path: str
    digest: str
    lightest: int
    heaviest: int


class GivenFamily(str):
    """The name of a family with the files that draw it.

    It is told apart from the bare name, and from the same name with other files: what is measured
    with one theme's fonts does not count for another theme.
    """

    cuts: tuple[Cut, ...]

    def __new__(cls, name: str, cuts: tuple[Cut, ...] = ()) -> GivenFamily:
        made = super().__new__(cls, name)
        made.cuts = cuts
        return made

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, GivenFamily) and self.cuts == other.cuts
        return same and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((str(self), self.cuts))


def stamped(path: Path) -> str:
    """A font file as a theme keeps it: a hash of what it holds, and where it is.

    Raises:
        OSError: it cannot be read, or is larger than 20 MB.
        ValueError: it is no font, TrueType or OpenType.
    """
    data = read_file(path, MAX_BYTES)
    if data[:4] not in _KINDS or not _read(str(path), "")[0]:
        raise ValueError("no TrueType or OpenType font")
    return f"{hashlib.sha256(data).hexdigest()[:16]} {path}"


@lru_cache(maxsize=64)
def given(files: tuple[str, ...]) -> dict[str, GivenFamily]:
    """The families of font files, `stamped` before, by their names in lower case."""
    cuts: dict[str, list[Cut]] = {}
    for file in files:
        digest, _, path = file.partition(" ")
        names, lightest, heaviest, is_upright = _read(path, digest)
        for name in names if is_upright else ():
            cuts.setdefault(name, []).append(Cut(path, digest, lightest, heaviest))
    return {
        name: GivenFamily(name, tuple(sorted(each, key=_from_regular)))
        for name, each in cuts.items()
    }


def bound(names: Iterable[str], files: tuple[str, ...]) -> tuple[str, ...]:
    """A stack of family names, those that files hold with their files."""
    known = given(files)
    return tuple(
        GivenFamily(name, known[name.lower()].cuts) if name.lower() in known else name
        for name in names
    )


def cut_for(cuts: tuple[Cut, ...], weight: int) -> Cut:
    """The file that draws a weight, as CSS chooses: the weight itself, for light ones the next
    lighter, for bold ones the next heavier, from 400 to 500 first up to 500; else the nearest on
    the other side."""

    def order(cut: Cut) -> tuple[int, int]:
        if cut.lightest <= weight <= cut.heaviest:
            return 0, 0
        distance = cut.lightest - weight if cut.lightest > weight else weight - cut.heaviest
        is_heavier = cut.lightest > weight
        if 400 <= weight <= 500 and is_heavier and cut.lightest <= 500:
            return 1, distance
        return (2 if is_heavier == (weight > 500) else 3), distance

    return min(cuts, key=order)


def _from_regular(cut: Cut) -> tuple[bool, int, str]:
    return not cut.lightest <= 400 <= cut.heaviest, abs(cut.lightest - 400), cut.path


@lru_cache(maxsize=256)
def _read(path: str, digest: str) -> tuple[tuple[str, ...], int, int, bool]:  # noqa: ARG001
    """The families of a file in lower case, its weights, and whether it is upright."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
    if not face.glyph_count:
        return (), 400, 400, True
    names = (face.get_name(number) for number in (_TYPOGRAPHIC_FAMILY, _FAMILY))
    weights = next((axis for axis in face.axis_infos if axis.tag == "wght"), None)
    table = face.reference_table("OS/2")
    data = bytes(table.data) if len(table) >= 64 else b""
    weight = int.from_bytes(data[4:6], "big") if data else 400
    selection = int.from_bytes(data[62:64], "big") if data else 0
    ends = (int(weights.min_value), int(weights.max_value)) if weights else (weight, weight)
    found = tuple(dict.fromkeys(name.lower() for name in names if name))
    return found, *ends, not selection & (_ITALIC | _OBLIQUE)
