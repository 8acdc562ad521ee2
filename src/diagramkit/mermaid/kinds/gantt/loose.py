"""Dates that are in no format that was announced, as JavaScript's `new Date(text)` reads them.

ISO 8601 first, then what browsers read besides: day, month and year in the usual orders, with
names of months and a time of day. Times without a zone are taken as they are.
"""

from __future__ import annotations

import re

from diagramkit.mermaid.kinds.gantt.formats import MONTHS
from diagramkit.mermaid.kinds.gantt.model import Instant
from diagramkit.mermaid.kinds.gantt.moments import instant, moment

_ISO = re.compile(
    r"(?P<year>[+-][0-9]{6}|[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})"
    r"(?:\.(?P<fraction>[0-9]+))?)?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{1,2})(?::(?P<second>[0-9]{1,2}))?"
    r"(?:\s*(?P<half>am|pm)\b)?",
    re.IGNORECASE,
)
_MONTHS = [month[:3].lower() for month in MONTHS]
_PIECE = re.compile(
    r"[\s,./-]*(?:(?P<number>[0-9]+)|(?P<word>[A-Za-z]+)(?P<close>[0-9])?)", re.ASCII
)


def parse_loosely(text: str) -> Instant | None:
    """The instant that a text names; None where it names none."""
    if match := _ISO.fullmatch(text):
        return _iso(match)
    rest, time = text, 0
    if match := _TIME.search(text):
        found = _time_of_day(match)
        if found is None:
            return None
        rest, time = f"{text[: match.start()]} {text[match.end() :]}", found
    date = _date(rest)
    return None if date is None else date + time


def _iso(match: re.Match[str]) -> Instant | None:
    month, day = int(match["month"] or 1), int(match["day"] or 1)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour <= 24 and minute < 60 and second < 60):
        return None
    milliseconds = int(((match["fraction"] or "") + "000")[:3])
    at = instant(int(match["year"]), month, day, hour, minute, second, milliseconds)
    zone = match["zone"] or "Z"
    if zone == "Z":
        return at
    offset = (int(zone[1:3]) * 60 + int(zone[4:])) * 60_000
    return at + offset if zone[0] == "-" else at - offset


def _time_of_day(match: re.Match[str]) -> int | None:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "pm" else 0)
    if hour > 24 or minute > 59 or second > 59:
        return None
    return ((hour * 60 + minute) * 60 + second) * 1_000


def _date(text: str) -> Instant | None:
    """Numbers and at most one name of a month; browsers pass over other words before the first
    number."""
    numbers: list[int] = []
    month = place = 0
    while match := _PIECE.match(text, place):
        place = match.end("word") if match["word"] else match.end()
        if match["number"]:
            numbers.append(int(match["number"][:9]))
            continue
        name = match["word"].lower()[:3]
        if name in _MONTHS:
            month = _MONTHS.index(name) + 1
        elif numbers or match["close"]:
            return None
    if text[place:].strip(" .,") or not 1 <= len(numbers) <= 3:
        return None
    return _ordered(numbers, month)


def _ordered(numbers: list[int], month: int) -> Instant | None:
    """Year first if the first number is no day, else month, day, year; with a name of a month
    day and year."""
    year = 2001
    if month:
        first, second = (*numbers, 2001)[:2]
        day, year = (second, first) if first > 31 and len(numbers) > 1 else (first, second)
    elif not 1 <= numbers[0] <= 31:
        year, month, day = (*numbers, 1, 1)[:3]
    else:
        month, day, year = (*numbers, *(1, 2001)[len(numbers) - 1 :])
    year += 2000 if year <= 49 else 1900 if year <= 99 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return instant(year, month, day)


def is_drawable(at: Instant) -> bool:
    """Whether Mermaid takes the date: none beyond the years 10,000."""
    return -10_000 <= moment(at).year <= 10_000
