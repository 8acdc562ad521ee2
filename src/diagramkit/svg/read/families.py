"""How wide words are in the family they ask for, or in the nearest at hand.

Families that are not at hand are measured in the nearest that is, times a rough ratio of average
widths. What is judged by such a width says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from diagramkit.svg.read.embedded import width
from diagramkit.text.fonts import is_known
from diagramkit.text.measure import TextStyle, measure

_SANS, _MONO = ("Arial",), ("monospace",)

# Average widths of letters relative to Arial's, to the nearest hundredth or so.
_RELATIVE = {
    "verdana": 1.16,
    "dejavu sans": 1.15,
    "bitstream vera sans": 1.15,
    "tahoma": 1.01,
    "trebuchet ms": 1.0,
    "segoe ui": 1.03,
    "roboto": 0.99,
    "noto sans": 1.06,
    "open sans": 1.06,
    "lato": 0.97,
    "source sans pro": 0.93,
    "source sans 3": 0.93,
    "ibm plex sans": 1.02,
    "fira sans": 1.0,
    "ubuntu": 1.02,
    "cantarell": 1.03,
    "calibri": 0.91,
    "carlito": 0.91,
    "candara": 0.96,
    "gill sans": 0.92,
    "optima": 0.97,
    "futura": 0.98,
    "system-ui": 1.0,
    "-apple-system": 1.0,
    "blinkmacsystemfont": 1.0,
    "ui-sans-serif": 1.0,
    "sf pro": 1.0,
    "sf pro text": 1.0,
    "serif": 0.9,
    "ui-serif": 0.9,
    "times": 0.9,
    "times new roman": 0.9,
    "liberation serif": 0.9,
    "dejavu serif": 1.14,
    "georgia": 1.01,
    "cambria": 0.96,
    "garamond": 0.84,
    "palatino": 0.98,
    "palatino linotype": 0.98,
    "book antiqua": 0.97,
    "comic sans ms": 1.06,
    "cursive": 1.0,
    "fantasy": 1.0,
    "impact": 0.95,
}
_MONOSPACED = frozenset(
    [
        "courier",
        "monaco",
        "menlo",
        "consolas",
        "cascadia",
        "source-code-pro",
        "fira-code",
        "fira-mono",
        "sf-mono",
        "sfmono-regular",
        "ibm-plex-mono",
        "inconsolata",
        "ubuntu-mono",
        "roboto-mono",
        "liberation-mono",
        "lucida-console",
        "andale-mono",
        "noto-sans-mono",
        "dejavu-sans-mono",
    ]
)


@lru_cache(maxsize=1024)
def stand_in(families: tuple[str, ...]) -> tuple[tuple[str, ...], float, bool]:
    """What to measure a font stack with: families at hand, a factor, and whether that is a guess.

    Browsers take the first family of the stack that the reader has. A guess is one where a
    family before the first at hand is not at hand here.
    """
    for place, name in enumerate(families):
        if is_known(name):
            return (name,), 1.0, place > 0 and not is_alike(families[0], name)
        if name.lower().replace(" ", "-") in _MONOSPACED:
            return _MONO, 1.0, True
        if name.lower() in _RELATIVE:
            return _SANS, _RELATIVE[name.lower()], True
    # A browser's own choice where nothing is asked for, or nothing is known, is a serif font.
    return _SANS, _RELATIVE["serif"] if not families else 1.0, True


def is_alike(one: str, other: str) -> bool:
    """Whether two families have the same widths."""
    return _RELATIVE.get(one.lower()) == 1.0 and other.lower() in ("arial", "helvetica")


# Ascent, descent and x-height in ems, of what is measured with.
_METRICS = {"inter": (0.969, 0.241, 0.546), "arial": (0.905, 0.212, 0.519)}
_MONO_METRICS = (1.02, 0.3, 0.55)


def metrics(families: tuple[str, ...]) -> tuple[float, float, float]:
    """Ascent, descent and x-height of a font stack, in ems."""
    name = stand_in(families)[0][0].lower()
    if "mono" in name or name in ("menlo", "consolas", "courier new"):
        return _MONO_METRICS
    return _METRICS["inter" if name.startswith("inter") else "arial"]


def width_of(
    text: str, families: tuple[str, ...], size: float, weight: int, fonts: Mapping[str, bytes]
) -> float:
    """The width of a line in user units; `fonts` are those that the drawing brings along."""
    own = fonts.get(families[0].lower()) if fonts and families else None
    if own is not None and (found := width(own, text, size)) is not None:
        return found
    known, factor, _ = stand_in(families)
    return measure(text, TextStyle(known, size, weight)) * factor
