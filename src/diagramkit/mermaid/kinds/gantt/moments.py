"""Instants and dates of the Gregorian calendar, for any year.

Days are counted as in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013). Adding
follows dayjs, which Mermaid counts with: days and weeks are rounded to whole days, the day of a
month is cut to the length of the month.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from diagramkit.mermaid.kinds.gantt.model import DAY, Instant

LIMIT = 8_640_000_000_000_000
"""JavaScript knows no instant further from 1970 than this."""

_STEPS = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000}
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"M": 1, "y": 12}


class Moment(NamedTuple):
    """A date and a time of day; months count from 1, weekdays from Sunday, 0."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    millisecond: int
    weekday: int


def moment(instant: Instant) -> Moment:
    """The date and the time of day of an instant."""
    days, rest = divmod(instant, DAY)
    seconds, millisecond = divmod(rest, 1_000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return Moment(*_date(days), hour, minute, second, millisecond, (days + 4) % 7)


def instant(
    year: int,
    month: int = 1,
    day: int = 1,
    hour: int = 0,
    minute: int = 0,
    second: int = 0,
    millisecond: int = 0,
) -> Instant:
    """The instant of a date; numbers that are too large run over into the next ones."""
    more, month = divmod(month - 1, 12)
    days = _days(year + more, month + 1) + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + millisecond


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return (instant(year, month + 1) - instant(year, month)) // DAY


def add(start: Instant, count: float, unit: str) -> Instant | None:
    """The instant so many units later; None where there is none.

    Units are `ms s m h d w M y`.
    """
    if count > LIMIT:
        return None
    if unit in _STEPS:
        found = int(start + count * _STEPS[unit])
    elif unit in _DAYS:
        found = start + math.floor(count * _DAYS[unit] + 0.5) * DAY
    else:
        found = _months_later(start, int(count) * _MONTHS[unit])
    return found if abs(found) <= LIMIT else None


def _months_later(start: Instant, count: int) -> Instant:
    now = moment(start)
    years, month = divmod(now.month - 1 + count, 12)
    year, month = now.year + years, month + 1
    day = min(now.day, month_length(year, month))
    return instant(year, month, day) + start % DAY


def _days(year: int, month: int) -> int:
    """Days from the beginning of 1970 to that of a month."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def _date(days: int) -> tuple[int, int, int]:
    """Year, month and day, so many days after the beginning of 1970."""
    era, of_era = divmod(days + 719_468, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    day = of_year - (153 * shifted + 2) // 5 + 1
    return year + era * 400 + (month <= 2), month, day
