"""Colours read and measured: one form, contrast, difference, and what the colour-blind see.

Colours are measured as six-digit hex, `#rrggbb`. The mathematics is coloraide's, which is loaded at
the first measurement: drawing measures nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from coloraide import Color

Deficiency = Literal["protanopia", "deuteranopia", "tritanopia"]
DEFICIENCIES: tuple[Deficiency, ...] = ("protanopia", "deuteranopia", "tritanopia")

_NAMED = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk
    crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
    darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue
    dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite
    gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
    lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
    lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
    mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
    seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
    steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow
    yellowgreen
"""
NAMES = frozenset(_NAMED.split())
"""The named colours of CSS Color Module Level 4."""

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"[a-z]{3,5}\([^()]{3,60}\)")

_FILTERS = {"protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}


def canonical(text: str) -> str | None:
    """A colour in its one form, `#RRGGBB`.

    Args:
        text: `#rgb`, `#rrggbb`, a name of CSS, or a function of it such as `rgb(11 37 69)`.

    Returns:
        Six upper-case digits; None for what is no colour, or one that shows what is below.
    """
    color = plain(text)
    return color.upper() if len(color) == 7 else None


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


def as_light_as(color: str, other: str) -> str:
    """A colour with its own hue and chroma at the lightness of another (OKLCH)."""
    from coloraide import Color

    lightness = Color(other).convert("oklch")["lightness"]
    shade = Color(color).convert("oklch").set("lightness", lightness).convert("srgb")
    return canonical(shade.to_string(hex=True, fit="oklch-chroma")) or color


def _hex(parts: list[float]) -> str:
    numbers = (round(min(max(part, 0.0), 1.0) * 255) for part in parts)
    return "#" + "".join(f"{number:02X}" for number in numbers)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A colour of CSS in its one form: lower case, six digits, eight for one that is seen through;
    empty for what is no colour or cannot be seen."""
    color = text.strip().lower()
    if _HEX.fullmatch(color):
        digits = color[1:] if len(color) > 5 else "".join(digit * 2 for digit in color[1:])
        return _visible(digits)
    if color not in NAMES and not _FUNCTION.fullmatch(color):
        return ""
    from tinycss2.color4 import parse_color

    found = parse_color(color)
    parts = in_srgb(found) if found and not isinstance(found, str) else ()
    return _visible("".join(f"{round(255 * min(max(part, 0), 1)):02x}" for part in parts))


def in_srgb(color: Any) -> tuple[float, ...]:
    """A colour of tinycss2 as red, green, blue and alpha; nothing where it is not converted."""
    try:
        return tuple(color.to("srgb"))
    except (NotImplementedError, ValueError, TypeError):
        return ()


def _visible(digits: str) -> str:
    """Digits as a colour, an alpha of its own only where it is one."""
    if digits.endswith("00") and len(digits) == 8:
        return ""
    return f"#{digits.removesuffix('ff') if len(digits) == 8 else digits}" if digits else ""


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it; the order is free."""
    return _color(one).contrast(_color(other), method="wcag21")


@lru_cache(maxsize=4096)
def difference(one: str, other: str) -> float:
    """How different two colours look: CIEDE2000, 0 for the same, 100 for black and white."""
    return _lab(one).delta_e(_lab(other), method="2000")


@lru_cache(maxsize=4096)
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
