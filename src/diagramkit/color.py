"""Colours measured: contrast, difference, and what the colour-blind see.

Colours go in as six-digit hex, `#rrggbb`. The mathematics is coloraide's, which is loaded at the
first measurement: drawing measures nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from coloraide import Color

Deficiency = Literal["protanopia", "deuteranopia", "tritanopia"]
DEFICIENCIES: tuple[Deficiency, ...] = ("protanopia", "deuteranopia", "tritanopia")

_FILTERS = {"protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it; the order is free."""
    return _color(one).contrast(_color(other), method="wcag21")


@lru_cache(maxsize=4096)
def difference(one: str, other: str) -> float:
    """How different two colours look: CIEDE2000, 0 for the same, 100 for black and white."""
    return _lab(one).delta_e(_lab(other), method="2000")


def simulate(color: str, deficiency: Deficiency) -> str:
    """The colour, as `#rrggbb`, that stands for `color` in the eyes of somebody with the
    deficiency at full strength (Brettel, Viénot and Mollon 1997)."""
    seen = _color(color).filter(_FILTERS[deficiency], method="brettel")
    return seen.convert("srgb").to_string(hex=True, fit="clip")


@lru_cache(maxsize=1024)
def _color(color: str) -> Color:
    from coloraide import Color

    return Color(color)


@lru_cache(maxsize=1024)
def _lab(color: str) -> Color:
    """A colour in the space in which CIEDE2000 is defined."""
    return _color(color).convert("lab-d65")
