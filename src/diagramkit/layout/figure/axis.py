"""Axes: their ranges, where values stand on them, their ticks, their lines with a head."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diagramkit.figure.axis import LEAST_LOG, Axis
from diagramkit.geometry import Point
from diagramkit.layout.charts.numbers import said, ticks
from diagramkit.layout.figure.arrow import arrow
from diagramkit.layout.figure.brush import FRAME, Brush, Painted

OVER = 20.0
"""How far an axis reaches beyond the greatest values, for its head."""
MOST_TICKS = 6
NEAR_ZERO = 0.4
"""An axis of values above 0 begins at 0 if the least is at most this share of the greatest."""


class Range(NamedTuple):
    """From where to where an axis runs, and how."""

    low: float
    high: float
    is_log: bool = False

    @classmethod
    def of(cls, axis: Axis, values: Iterable[float]) -> Range:
        """The range of an axis on which values are shown: as its source says, else from 0 to 1
        where they fit in, else to the round numbers around them."""
        is_log = axis.scale == "log"
        shown = [value for value in values if value >= LEAST_LOG or not is_log]
        ends = [end for end in (axis.low, axis.high) if end is not None]
        shown = [*shown, *ends] or [1.0]
        least, most = min(shown), max(shown)
        if is_log:
            low, high = 10.0 ** math.floor(math.log10(least)), 10.0 ** math.ceil(math.log10(most))
            high = high if high > low else 10 * low
        elif least >= 0 and most <= 1:
            low, high = 0.0, 1.0
        else:
            low, high = _round(least, most)
        low = low if axis.low is None else axis.low
        high = high if axis.high is None else axis.high
        if high <= low and axis.high is None:
            high = 10 * low if is_log else low + 1.0
        elif high <= low:
            low = high / 10 if is_log else high - 1.0
        return cls(low, high, is_log)

    def share(self, value: float) -> float:
        """Where a value stands, 0 at the low end and 1 at the high one."""
        if self.is_log:
            low, high = math.log10(self.low), math.log10(self.high)
            return (math.log10(max(value, self.low * 1e-3)) - low) / (high - low)
        return (value - self.low) / (self.high - self.low)

    def at(self, share: float) -> float:
        """The value at a share of the way."""
        if self.is_log:
            low, high = math.log10(self.low), math.log10(self.high)
            return float(10 ** (low + share * (high - low)))
        return self.low + share * (self.high - self.low)

    def ticks(self, axis: Axis) -> list[tuple[float, str]]:
        """The values that are marked, with their words."""
        if axis.ticks != "auto":
            pairs = [tick if isinstance(tick, tuple) else (tick, "") for tick in axis.ticks]
            plain = said([value for value, _ in pairs])
            return [(pair[0], pair[1] or own) for pair, own in zip(pairs, plain, strict=True)]
        if not self.is_log:
            found = ticks(self.low, self.high, MOST_TICKS)
            return list(zip(found, said(found), strict=True))
        first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
        step = 1 + max(0, last - first) // MOST_TICKS
        powers = range(first, last + 1, step)
        values = [10.0**power for power in powers]
        near = iter(said([value for value in values if 1e-3 <= value <= 1e4]))
        words = [next(near) if -3 <= power <= 4 else f"$10^{{{power}}}$" for power in powers]
        return list(zip(values, words, strict=True))


def _round(least: float, most: float) -> tuple[float, float]:
    """The round numbers around values."""
    if 0 <= least <= NEAR_ZERO * most:
        least = 0.0
    if least == most:
        least, most = least - 1, most + 1
    marks = ticks(least, most, MOST_TICKS)
    step = marks[1] - marks[0] if len(marks) > 1 else most - least
    return math.floor(least / step + 1e-9) * step, math.ceil(most / step - 1e-9) * step


def axis_line(brush: Brush, key: str, foot: Point, end: Point) -> Iterator[Painted]:
    """A line from the foot of an axis to its end, where its head is."""
    return arrow(brush, key, [foot, end], layer=FRAME)
