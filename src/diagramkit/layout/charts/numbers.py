"""Numbers as words, and where the ticks of an axis stand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

GROUPED_FROM = 10_000
"""From here on thousands are parted."""
SCALED_FROM = 1e6
"""From here on numbers are said in millions, billions and so on."""
MINUS = "\u2212"
_WORDS = ((1e12, "trillions"), (1e9, "billions"), (1e6, "millions"))
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Scale(NamedTuple):
    """What numbers are divided by before they are written, and the words for that, which stand
    beside the title of their axis."""

    factor: float = 1.0
    words: str = ""


PLAIN = Scale()


class Notation(NamedTuple):
    """How numbers are written: the marks between thousands and before decimals, as the theme has
    them."""

    thousands: str = ","
    decimal: str = "."

    def of(self, words: str) -> str:
        """A number that is written in English, in this notation, with a sign as wide as a plus."""
        return words.translate({ord(","): self.thousands, ord("."): self.decimal, ord("-"): MINUS})


ENGLISH = Notation()


def scale_of(values: Iterable[float]) -> Scale:
    """The scale in which numbers that are read together are short: by the greatest of them."""
    greatest = max((abs(value) for value in values), default=0.0)
    if 1e-3 <= greatest < SCALED_FROM or not greatest:
        return PLAIN
    if SCALED_FROM <= greatest < 1e15:
        return next(Scale(*one) for one in _WORDS if greatest >= one[0])
    power = 3 * math.floor(math.log10(greatest) / 3 + 1e-9)
    return Scale(10.0**power, f"× 10{str(power).translate(_SUPERSCRIPTS)}")


def said(
    values: Iterable[float],
    scale: Scale = PLAIN,
    notation: Notation = ENGLISH,
    beside: Iterable[float] = (),
) -> list[str]:
    """Numbers that are read together, with those `beside` them: either all have a mark between
    thousands, or none.

    Divided by a scale, they have at most two digits behind the point, and as many as the greatest
    of them leaves worth reading; what would be written as nothing and is not is `<0.01`.
    """
    numbers = [value / scale.factor for value in values]
    together = [*numbers, *(value / scale.factor for value in beside)]
    grouped = any(abs(value) >= GROUPED_FROM for value in together)
    if scale == PLAIN:
        return [notation.of(_said(value, grouped)) for value in numbers]
    digits = _digits(numbers)
    return [notation.of(_rounded(value, digits, grouped)) for value in numbers]


def _digits(numbers: Sequence[float]) -> int:
    """How many digits behind the point are written: none that says nothing."""
    greatest = max(map(abs, numbers), default=0.0)
    most = 2 if greatest < 10 else 1
    exact = (
        digits
        for digits in range(most)
        if all(abs(round(one, digits) - one) <= 1e-9 * max(abs(one), 1e-3) for one in numbers)
    )
    return next(exact, most)


def _rounded(value: float, digits: int, grouped: bool) -> str:
    rounded = round(value, digits)
    if rounded == 0 and value != 0:
        least = f"{10.0**-digits:.{digits}f}"
        return f"<{least}" if value > 0 else f">-{least}"
    return _said(rounded, grouped)


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most `most` round values from `low` to `high`: steps of 1, 2 or 5 times a power of ten.

    `low` is less than `high`, `most` 2 at least.
    """
    step = _step((high - low) / most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    if last - first + 1 > most:
        return ticks(low, high, most - 1) if most > 2 else [low, high]
    # A whole number times the step, rounded as the step is: 3 * 0.1 is not 0.3 to the last digit.
    digits = max(0, -math.floor(math.log10(step))) + 1
    return [round(place * step, digits) + 0.0 for place in range(first, last + 1)]


def _step(least: float) -> float:
    """The least round step that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(
        (factor * power for factor in (1, 2, 5) if factor * power >= least * (1 - 1e-9)), 10 * power
    )


def _said(value: float, grouped: bool) -> str:
    """Without an exponent up to fifteen digits, to twelve of them."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}" if grouped else f"{int(value)}"
    words = f"{value:.12g}"
    whole, dot, rest = words.partition(".")
    is_plain = grouped and whole.lstrip("-").isdigit()
    return f"{int(whole):,}{dot}{rest}" if is_plain else words
