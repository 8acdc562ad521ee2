"""Numbers and lengths as SVG and CSS write them."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*([a-zA-Z]*|%)\s*$")
_NUMBERS = re.compile(_NUMBER)
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
}
# Parts of the em, for a sans serif.
_FONT_UNITS = {"em": 1.0, "rem": 1.0, "ex": 0.52, "ch": 0.556, "lh": 1.2}
LARGEST = 1e7
"""Coordinates beyond this are cut off: no drawing is as large, and squares stay finite."""


class Room(NamedTuple):
    """What percentages are parts of: the viewport, in user units."""

    width: float
    height: float

    @property
    def diagonal(self) -> float:
        return math.hypot(self.width, self.height) / math.sqrt(2)


@lru_cache(maxsize=16384)
def _split(text: str) -> tuple[float, str] | None:
    found = _LENGTH.match(text)
    if not found:
        return None
    value = float(found[1])
    return (bounded(value), found[2].lower()) if math.isfinite(value) else None


def length(text: str | None, whole: float, font_size: float = 16) -> float | None:
    """A length in user units; None for what is none. `whole` is what percentages are of."""
    parts = _split(text) if text else None
    if parts is None:
        return None
    value, unit = parts
    if unit == "%":
        return value * whole / 100
    if unit in _PIXELS:
        return value * _PIXELS[unit]
    if unit in _FONT_UNITS:
        return value * _FONT_UNITS[unit] * (16 if unit == "rem" else font_size)
    return None


def numbers(text: str) -> list[float]:
    """Every number of a list, whatever stands between them."""
    return [bounded(float(part)) for part in _NUMBERS.findall(text)]


def bounded(value: float) -> float:
    """A number within what drawings can use."""
    return min(max(value, -LARGEST), LARGEST)


def lengths(text: str | None, whole: float, font_size: float) -> list[float]:
    """The lengths of a list separated by commas or space; what is none ends the list."""
    found: list[float] = []
    for part in re.split(r"[\s,]+", text.strip()) if text else ():
        value = length(part, whole, font_size)
        if value is None:
            break
        found.append(value)
    return found


def share(text: str | None) -> float:
    """An opacity: a number or a percentage, 0 to 1; 1 for what is neither."""
    value = length(text, 1.0) if text else None
    return 1.0 if value is None else min(max(value, 0.0), 1.0)
