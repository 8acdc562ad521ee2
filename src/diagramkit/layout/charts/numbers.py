"""Numbers as words, and where the ticks of an axis stand."""

from __future__ import annotations

import math
from collections.abc import Iterable

GROUPED_FROM = 10_000
"""From here on thousands are parted by commas."""


def said(values: Iterable[float]) -> list[str]:
    """Numbers that are read together: either all have commas, or none."""
    numbers = list(values)
    grouped = any(abs(value) >= GROUPED_FROM for value in numbers)
    return [_said(value, grouped) for value in numbers]


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
