"""Parts of a whole in per cent, rounded so that equal parts have equal shares."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from diagramkit.layout.charts.numbers import ENGLISH, Notation

_SLACK = 1e-9


def shares(values: Sequence[float], notation: Notation = ENGLISH) -> list[str]:
    """The share of each value, all 0 or more, in their sum, in words.

    Whole numbers where those add up to 100 by themselves, else one digit behind the point; where
    even those do not add up, the shares that lose most by rounding down are rounded up (the method
    of largest remainders), as long as equal values keep equal shares. No part is said to be nothing
    or all of it that is not: `<1%`, `>99%`.
    """
    parts = _parts(values)
    digits, steps = _rounded(parts)
    return [notation.of(_said(*one, digits)) for one in zip(parts, steps, strict=True)]


def add_up(values: Sequence[float]) -> bool:
    """Whether the shares of values, as they are rounded, add up to 100, or there are none."""
    digits, steps = _rounded(_parts(values))
    return sum(steps) in (0, 100 * 10**digits)


def _parts(values: Sequence[float]) -> list[float]:
    total = sum(values) or 1.0
    return [100 * value / total for value in values]


def _rounded(parts: Sequence[float]) -> tuple[int, list[int]]:
    """How many digits stand behind the point, and the shares in steps of the last of them."""
    for digits in (0, 1):
        steps = [math.floor(part * 10**digits + 0.5 + _SLACK) for part in parts]
        if sum(steps) in (0, 100 * 10**digits):
            return digits, steps
    return 1, _by_remainders(parts) or steps


def _by_remainders(parts: Sequence[float]) -> list[int]:
    """Tenths that add up to 1,000 and are equal for equal parts; none where that cannot be."""
    steps = [math.floor(part * 10 + _SLACK) for part in parts]
    equal: defaultdict[float, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        equal[part].append(place)
    left = 1_000 - sum(steps)
    for places in sorted(equal.values(), key=lambda one: steps[one[0]] - parts[one[0]] * 10):
        if not left:
            break
        if len(places) > left:
            return []
        for place in places:
            steps[place] += 1
        left -= len(places)
    return steps


def _said(part: float, steps: int, digits: int) -> str:
    unit = 1 if digits == 0 else 0.1
    if steps == 0 and part > 0:
        return f"<{unit}%"
    if steps == 100 * 10**digits and part < 100 - _SLACK:
        return f">{100 - unit:g}%"
    return f"{steps / 10**digits:.{digits}f}%"
