"""From values to shares of the room along the two axes of a chart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from diagramkit.layout.charts.numbers import ENGLISH, Notation, Scale, said, scale_of, ticks
from diagramkit.mermaid.kinds.xychart.model import Axis, Series, XYChart

Tick = tuple[float, str]
"""Where a tick stands, as a share of the room, and its words."""


RIM = 0.25
"""Before the first value of lines, as a share of the distance between two values."""


@dataclass(frozen=True, slots=True)
class Along:
    """The axis that the values of a series follow each other on, in `count` slots.

    Values stand in the middles of slots, one in each; where the source gives a range, from `low`
    to `high`, each series is spread over all of it. Before the first middle and behind the last
    there are `rim` slots: half a one where there are bars.
    """

    count: int
    names: tuple[str, ...]
    low: float
    high: float
    rim: float
    is_spread: bool = False
    notation: Notation = ENGLISH

    @property
    def slots(self) -> float:
        """How many slots the whole is long."""
        return self.count - 1 + 2 * self.rim

    def share(self, place: int, of: int) -> float:
        """Where the value at a place of a series of so many stands."""
        steps = place / max(of - 1, 1) * (self.count - 1) if self.is_spread else float(place)
        return (self.rim + steps) / self.slots

    def values(self, series: Series) -> tuple[float, ...]:
        """The values that are shown: behind the last name there is no place for more."""
        return series.values[: self.count] if self.names else series.values

    def ticks(self, most: int) -> list[Tick]:
        """The ticks of a range: at most so many."""
        if self.count < 2 or self.low == self.high:
            return [(0.5, said([self.low], notation=self.notation)[0])]
        low, high = sorted((self.low, self.high))
        found = ticks(low, high, most)
        steps = [(value - self.low) / (self.high - self.low) for value in found]
        places = [(self.rim + step * (self.count - 1)) / self.slots for step in steps]
        return list(zip(places, said(found, notation=self.notation), strict=True))


@dataclass(frozen=True, slots=True)
class Across:
    """The axis of the values. It runs downwards where `start` is above `end`."""

    start: float
    end: float
    values: tuple[float, ...]
    notation: Notation = ENGLISH

    def share(self, value: float) -> float:
        """Where a value stands; those beyond the axis stand at its ends."""
        return min(1.0, max(0.0, (value - self.start) / (self.end - self.start)))

    @property
    def base(self) -> float:
        """Where bars begin: at zero, or at the end of the axis that is nearest to it."""
        return self.share(0.0)

    @property
    def way(self) -> int:
        """1 where values grow towards the end of the axis, else -1."""
        return 1 if self.end > self.start else -1

    @property
    def scale(self) -> Scale:
        """In what the values are said: by the greatest on the axis."""
        return scale_of((self.start, self.end))

    @property
    def ticks(self) -> list[Tick]:
        """Round values and their words."""
        shares = [self.share(value) for value in self.values]
        return list(zip(shares, self.said(self.values), strict=True))

    @property
    def base_tick(self) -> Tick:
        """The line that bars begin at, and its words."""
        value = self.start + self.base * (self.end - self.start)
        return self.base, self.said([value])[0]

    def said(self, values: Iterable[float]) -> list[str]:
        """Values in words, in one style with the ticks."""
        return said(values, self.scale, self.notation, self.values)


def along(chart: XYChart) -> Along:
    """The axis of the slots: without names or a range, values are counted from 1."""
    has_bars = any(one.form == "bar" for one in chart.series)
    rim = 0.5 if has_bars or not chart.series else RIM
    longest = max((len(one.values) for one in chart.series), default=0)
    if chart.x.names:
        return Along(len(chart.x.names), chart.x.names, 0.0, 0.0, rim)
    if chart.x.range:
        return Along(max(longest, 2), (), *chart.x.range, rim, is_spread=True)
    return Along(max(longest, 1), (), 1.0, float(max(longest, 1)), rim)


def across(chart: XYChart, slots: Along, most: int) -> Across:
    """The axis of the values, with at most about so many ticks.

    Without a range it goes over all values and, where there are bars, over zero: the length of
    a bar is its value. Mermaid lets it begin at the least value, where a bar has no length.
    """
    if chart.y.range and chart.y.range[0] != chart.y.range[1]:
        start, end = chart.y.range
        return Across(start, end, tuple(ticks(min(start, end), max(start, end), most)))
    low, high = _extent(chart, slots, chart.y)
    values = ticks(low, high, most)
    step = values[1] - values[0] if len(values) > 1 else high - low
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Across(low, high, tuple(ticks(low, high, most + 1)))


def _extent(chart: XYChart, slots: Along, axis: Axis) -> tuple[float, float]:
    """The least and the greatest value, never the same."""
    values = [value for one in chart.series for value in slots.values(one)]
    values += axis.range or ()
    if not values or any(one.form == "bar" for one in chart.series):
        values.append(0.0)
    low, high = min(values), max(values)
    if low < high:
        return low, high
    return (0.0, 1.0) if low == 0 else (min(low, 0.0), max(high, 0.0))
