"""Colours and paint servers: what a fill or a stroke comes to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tinycss2.color5 import parse_color

from diagramkit.color import in_srgb
from diagramkit.scene import NO_COLOR

_URL = re.compile(r"url\(\s*[\"']?([^\"')]*)[\"']?\s*\)\s*(.*)", re.DOTALL)
_LIGHT_DARK = re.compile(r"light-dark\(((?:[^(),]|\([^()]*\))*),((?:[^(),]|\([^()]*\))*)\)")
_MIX = re.compile(
    r"color-mix\(\s*in\s+[\w-]+[^,]*,\s*((?:[^(),]|\([^()]*\))+?)\s*([\d.]+%)?\s*,"
    r"\s*((?:[^(),]|\([^()]*\))+?)\s*([\d.]+%)?\s*\)"
)


class Color(NamedTuple):
    """A colour as `#rrggbb` and how opaque it is, 0 to 1."""

    hex: str
    alpha: float = 1.0


LONGEST = 400
"""Characters of the longest text that is taken for a colour."""
NOTHING = Color(NO_COLOR, 0.0)
BLACK = Color("#000000")


@lru_cache(maxsize=4096)
def parse(text: str, current: str = "#000000", mode: str = "light") -> Color | None:
    """A colour of CSS; None for what is none. `current` stands for `currentColor`."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    if text.lower() == "currentcolor":
        return parse(current) if current.lower() != "currentcolor" else BLACK
    if found := _LIGHT_DARK.match(text):
        return parse(found[2 if mode == "dark" else 1], current, mode)
    if found := _MIX.match(text):
        return _mixed(found, current, mode)
    color = parse_color(text)
    if color is None or isinstance(color, str):
        return None
    if not (parts := in_srgb(color)):
        return _converted(text)
    red, green, blue, alpha = parts
    return Color(_hex(red, green, blue), _alpha(alpha))


def _converted(text: str) -> Color | None:
    """Colours that tinycss2 reads but does not convert."""
    from coloraide import Color as Coloraide

    try:
        color = Coloraide(text).convert("srgb").fit()
    except ValueError:
        return None
    return Color(color.to_string(hex=True, alpha=False), _alpha(color.alpha()))


def _mixed(found: re.Match[str], current: str, mode: str) -> Color | None:
    one, two = parse(found[1], current, mode), parse(found[3], current, mode)
    if one is None or two is None:
        return None
    part = float(found[2][:-1]) / 100 if found[2] else None
    other = float(found[4][:-1]) / 100 if found[4] else None
    first = part if part is not None else 1 - other if other is not None else 0.5
    if one.alpha == 0 or two.alpha == 0:
        solid, share = (two, 1 - first) if one.alpha == 0 else (one, first)
        return Color(solid.hex, solid.alpha * share)
    return Color(blend(one.hex, first, two.hex), one.alpha * first + two.alpha * (1 - first))


def server(text: str) -> tuple[str, str] | None:
    """The id that `url(#id)` names, and what stands in where there is nothing of that name."""
    found = _URL.match(text.strip())
    return (found[1].strip().lstrip("#"), found[2].strip()) if found else None


def blend(color: str, alpha: float, ground: str) -> str:
    """What a colour that lets `1 - alpha` through looks like on a ground."""
    if alpha >= 1 or ground == NO_COLOR:
        return color
    pairs = zip(_parts(color), _parts(ground), strict=True)
    return _hex(*((over * alpha + under * (1 - alpha)) / 255 for over, under in pairs))


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _hex(red: float, green: float, blue: float) -> str:
    parts = (round(min(max(part, 0.0), 1.0) * 255) for part in (red, green, blue))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _alpha(alpha: float | None) -> float:
    return min(max(alpha or 0.0, 0.0), 1.0)
