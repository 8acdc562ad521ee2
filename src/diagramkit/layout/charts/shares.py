"""Parts of a whole in per cent, which add up to 100."""

from __future__ import annotations

import math
from collections.abc import Sequence

from diagramkit.layout.charts.numbers import ENGLISH, Notation

_SLACK = 1e-9


def shares(values: Sequence[float], notation: Notation = ENGLISH) -> list[str]:
    """The share of each value, all 0 or more, in their sum, in words.

    Whole numbers where those add up to 100 by themselves, else one digit behind the point; where
    even those do not add up, the shares that lose most by rounding down are rounded up (the method
    of largest remainders). No part is said to be nothing or all of it that is not: `<1%`, `>99%`.
    """
    parts = _parts(values)
    for digits in (0, 1):
        steps = [math.floor(part * 10**digits + 0.5 + _SLACK) for part in parts]
        if sum(steps) in (0, 100 * 10**digits):
            return [notation.of(_said(*one, digits)) for one in zip(parts, steps, strict=True)]
    return [notation.of(_said(*one, 1)) for one in zip(parts, _by_remainders(parts), strict=True)]


def _parts(values: Sequence[float]) -> list[float]:
    total = sum(values) or 1.0
    return [100 * value / total for value in values]


def _by_remainders(parts: Sequence[float]) -> list[int]:
    """Tenths that add up to 1,000."""
    steps = [math.floor(part * 10 + _SLACK) for part in parts]
    lost = sorted(range(len(parts)), key=lambda place: (steps[place] - parts[place] * 10, place))
    for place in lost[: 1_000 - sum(steps)]:
        steps[place] += 1
    return steps


def _said(part: float, steps: int, digits: int) -> str:
    unit = 1 if digits == 0 else 0.1
    if steps == 0 and part > 0:
        return f"<{unit}%"
    if steps == 100 * 10**digits and part < 100 - _SLACK:
        return f">{100 - unit:g}%"
    return f"{steps / 10**digits:.{digits}f}%"
