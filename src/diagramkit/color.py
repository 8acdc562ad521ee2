"""Colours read and measured: one form, contrast, difference, and what the colour-blind see.

Colours are measured as six-digit hex, `#rrggbb`. The mathematics is coloraide's, which is loaded at
the first measurement: drawing measures nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from coloraide import Color

Deficiency = Literal["protanopia", "deuteranopia", "tritanopia"]
DEFICIENCIES: tuple[Deficiency, ...] = ("protanopia", "deuteranopia", "tritanopia")

_FILTERS = {"protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}


_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_LONGEST = 64


def canonical(text: str) -> str | None:
    """A colour in its one form, `#RRGGBB`.

    Args:
        text: `#rgb`, `#rrggbb`, a name of CSS, or a function of it such as `rgb(11 37 69)`.

    Returns:
        Six upper-case digits; None for what is no colour, or one that shows what is below.
    """
    text = text.strip()
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) == 7 else "".join(2 * digit for digit in text[1:])
        return f"#{digits.upper()}"
    if not text or len(text) > _LONGEST or not text[0].isalpha():
        return None
    from tinycss2.color4 import parse_color

    color = parse_color(text)
    if color is None or isinstance(color, str):
        return None
    try:
        *parts, alpha = color.to("srgb")
    except (NotImplementedError, ValueError, TypeError):
        return None
    return _hex(parts) if alpha == 1 else None


def mixed(color: str, share: float, ground: str) -> str:
    """The tint of a colour that covers `share`, 0 to 1, of a ground; in sRGB, as CSS and every
    browser compose."""
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(ground[1:]), strict=True)
    return _hex([(over * share + under * (1 - share)) / 255 for over, under in pairs])


def nearest(color: str, passes: Callable[[str], bool]) -> str | None:
    """The colour with the smallest change of lightness (OKLCH, in steps of one percent) that
    `passes`; None where no lightness does."""
    from coloraide import Color

    start = Color(color).convert("oklch")
    lightness = start["lightness"]
    for percent in sorted(range(101), key=lambda each: abs(each / 100 - lightness)):
        shade = start.clone().set("lightness", percent / 100).convert("srgb")
        written = canonical(shade.to_string(hex=True, fit="oklch-chroma"))
        if written and passes(written):
            return written
    return None


def _hex(parts: list[float]) -> str:
    numbers = (round(min(max(part, 0.0), 1.0) * 255) for part in parts)
    return "#" + "".join(f"{number:02X}" for number in numbers)


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it; the order is free."""
    return _color(one).contrast(_color(other), method="wcag21")


@lru_cache(maxsize=4096)
def difference(one: str, other: str) -> float:
    """How different two colours look: CIEDE2000, 0 for the same, 100 for black and white."""
    return _color(one).delta_e(_color(other), method="2000")


@lru_cache(maxsize=4096)
def simulate(color: str, deficiency: Deficiency) -> str:
    """The colour, as `#rrggbb`, that stands for `color` in the eyes of somebody with the
    deficiency at full strength (Brettel, Viénot and Mollon 1997)."""
    seen = _color(color).filter(_FILTERS[deficiency], method="brettel")
    return seen.convert("srgb").to_string(hex=True, fit="clip")


def _color(color: str) -> Color:
    from coloraide import Color

    return Color(color)
