"""Where the ticks of a time axis stand.

Ticks stand on round times, as in d3: every second day is the first, third … of a month, every
third month January, April …, weeks begin on a weekday, longer steps on years that they divide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from diagramkit.layout.gantt.axis_words import said
from diagramkit.mermaid.kinds.gantt.model import DAY, Gantt, Instant
from diagramkit.mermaid.kinds.gantt.moments import instant, moment

MOST = 10_000
"""With more ticks than this the interval of a source counts for nothing, as in Mermaid."""
MOST_STEPS = 100_000
"""With more units than this it counts for nothing either."""
ENOUGH = 4
"""An axis has so many ticks at least, as far as their words have room."""
LEAST = 24.0
"""The least distance of two ticks."""
LEAST_LINES = 8.0
"""The least distance of two lines of the grid."""
APART = 16.0
"""Between the words of two ticks."""

Unit = Literal["millisecond", "second", "minute", "hour", "day", "week", "month", "year"]

LENGTHS: dict[Unit, int] = {
    "millisecond": 1,
    "second": 1_000,
    "minute": 60_000,
    "hour": 3_600_000,
    "day": DAY,
    "week": 7 * DAY,
    "month": 30 * DAY,
    "year": 365 * DAY,
}
_FORMATS: dict[Unit, tuple[str, str]] = {
    "millisecond": ("%S.%L", ""),
    "second": ("%H:%M:%S", "%-d %b %Y"),
    "minute": ("%H:%M", "%-d %b %Y"),
    "hour": ("%H:%M", "%-d %b %Y"),
    "day": ("%-d %b", "%Y"),
    "week": ("%-d %b", "%Y"),
    "month": ("%b", "%Y"),
    "year": ("%Y", ""),
}
"""The words of a tick at each step: its own, and those of the larger unit that it is in, which
stand below it where they are new."""
_CLOCK: tuple[Unit, ...] = ("millisecond", "second", "minute", "hour")
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_STEPS: tuple[tuple[int, Unit], ...] = (
    *((count, "millisecond") for count in _ROUND),
    *((count, "second") for count in (1, 5, 15, 30)),
    *((count, "minute") for count in (1, 5, 15, 30)),
    *((count, "hour") for count in (1, 3, 6, 12)),
    *((count, "day") for count in (1, 2)),
    *((count, "week") for count in (1, 2)),
    *((count, "month") for count in (1, 3, 6)),
    *((count, "year") for count in (*_ROUND, 1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis; without words where they have no room. A second line of words is the
    larger unit that begins there."""

    at: Instant
    words: str
    larger: str = ""
    """The words of the larger unit that it is in, until those are set."""


def ticks(
    chart: Gantt, start: Instant, end: Instant, room: float, width_of: Callable[[str], float]
) -> list[Tick]:
    """The ticks from `start` to `end`, which are `room` apart: those that the source asks for, or
    as many as their words leave room for. A format in which all of them say the same, or one of two
    things in turn, gives way to one for the step of the axis."""
    scale = room / (end - start)
    found = _once(_ticks(chart, start, end, scale, width_of))
    words = [tick.words for tick in found if tick.words]
    if not chart.axis_format or len(set(words)) > (1 if len(words) < 4 else 2):
        return found
    plain = replace(chart, axis_format="")
    other = _once(_ticks(plain, start, end, scale, width_of))
    if len(other) < 2:
        other = _once(_ticks(replace(plain, tick_interval=None), start, end, scale, width_of))
    return other if len(other) > 1 else found


def _ticks(
    chart: Gantt, start: Instant, end: Instant, scale: float, width_of: Callable[[str], float]
) -> list[Tick]:
    if chart.tick_interval and (found := _asked(chart, chart.tick_interval, start, end)):
        return _thinned(found, scale, width_of)
    finer: list[Tick] = []
    for count, unit in _STEPS:
        if count * LENGTHS[unit] * scale < LEAST:
            continue
        made = _made(chart, count, unit, start, end)
        if _fit(made, scale, width_of):
            return made if len(made) >= ENOUGH else _more(made, finer, scale, width_of)
        finer = made
    return []


def _more(
    made: list[Tick], finer: list[Tick], scale: float, width_of: Callable[[str], float]
) -> list[Tick]:
    """Ticks of the step before, thinned, where those are more than there are."""
    for step in range(2, len(finer)):
        thinned = finer[::step]
        if _fit(thinned, scale, width_of):
            return thinned if len(thinned) > len(made) else made
    return made


def _asked(chart: Gantt, interval: tuple[int, Unit], start: Instant, end: Instant) -> list[Tick]:
    """The ticks that the source asks for; none where there would be too many."""
    count, unit = interval
    length = LENGTHS[unit] * (count if unit == "millisecond" else 1)
    if (end - start) / (LENGTHS[unit] * count) > MOST or (end - start) / length > MOST_STEPS:
        return []
    return _made(chart, count, unit, start, end)


def _made(chart: Gantt, count: int, unit: Unit, start: Instant, end: Instant) -> list[Tick]:
    times = every(count, unit, chart.weekday, start, end)
    return [Tick(at, *_words(chart, at, unit)) for at in times]


def _words(chart: Gantt, at: Instant, unit: Unit) -> tuple[str, str]:
    """The words of a tick and of the larger unit that it is in: in the format of the source, or in
    one for the step of the axis."""
    if chart.axis_format:
        return said(at, chart.axis_format), ""
    own, larger = _FORMATS[unit]
    if not chart.has_dates:
        return said(at, own if unit in _CLOCK else "%d"), ""
    return said(at, own), said(at, larger)


def _once(found: Sequence[Tick]) -> list[Tick]:
    """The same ticks, each with the words of its larger unit only where those are new."""
    before, made = "", []
    for tick in found:
        is_new = tick.words and tick.larger not in ("", before)
        made.append(Tick(tick.at, f"{tick.words}\n{tick.larger}" if is_new else tick.words))
        before = tick.larger if tick.words else before
    return made


def _thinned(found: list[Tick], scale: float, width_of: Callable[[str], float]) -> list[Tick]:
    """Ticks with words at every second one, every third … until they have room; lines too, where
    they would stand too near each other."""
    nearest = min((b.at - a.at for a, b in pairwise(found)), default=0) * scale
    for step in range(1, len(found) + 1):
        if _fit(found[::step], scale, width_of):
            if len(found) > 1 and nearest < LEAST_LINES:
                return found[::step]
            return [
                tick if place % step == 0 else Tick(tick.at, "") for place, tick in enumerate(found)
            ]
    return found[:1]


def _fit(found: Sequence[Tick], scale: float, width_of: Callable[[str], float]) -> bool:
    """Whether the words of neighbours differ and have room beside each other."""
    return all(
        a.words != b.words
        and (b.at - a.at) * scale >= (width_of(a.words) + width_of(b.words)) / 2 + APART
        for a, b in pairwise(_once(found))
    )


def every(count: int, unit: Unit, weekday: int, start: Instant, end: Instant) -> Iterator[Instant]:
    """The round times of a step from `start` to `end`."""
    if unit in ("month", "year"):
        yield from _months(count, unit, start, end)
        return
    length = LENGTHS[unit] * (count if unit == "millisecond" else 1)
    # Weeks are counted from the one that holds the first day of 1970, a Thursday.
    first = -((4 - weekday) % 7) * DAY if unit == "week" else 0
    at = start - (start - first) % length
    while at <= end:
        if at >= start and _is_round(at, count, unit, first):
            yield at
        at += length


def _is_round(at: Instant, count: int, unit: Unit, first: int) -> bool:
    now = moment(at)
    places = {
        "second": now.second,
        "minute": now.minute,
        "hour": now.hour,
        "day": now.day - 1,
        "week": (at - first) // LENGTHS["week"],
    }
    return places.get(unit, at) % count == 0


def _months(count: int, unit: Unit, start: Instant, end: Instant) -> Iterator[Instant]:
    now = moment(start)
    year, month, step = now.year, now.month, 1
    if unit == "year":
        year, month, step = now.year // count * count, 1, 12 * count
    while (at := instant(year, month)) <= end:
        if at >= start and (unit == "year" or (month - 1) % count == 0):
            yield at
        more, month = divmod(month - 1 + step, 12)
        year, month = year + more, month + 1
