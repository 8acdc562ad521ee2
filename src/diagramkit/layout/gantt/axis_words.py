"""Instants as words in the format language of d3: `%d %b`, `%H:%M`.

Follows d3-time-format 4 in its English locale; a sign behind `%` that is no directive stands for
itself. Times have no zone, so that `%Z` is always `+0000`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diagramkit.mermaid.kinds.gantt.formats import MONTHS, WEEKDAYS
from diagramkit.mermaid.kinds.gantt.model import DAY, Instant
from diagramkit.mermaid.kinds.gantt.moments import instant, moment

_DIRECTIVE = re.compile(r"%([-_0]?)(.)", re.DOTALL)
_PADS = {"-": "", "_": " ", "0": "0"}
_WHOLE = {"c": "%x, %X", "x": "%-m/%-d/%Y", "X": "%-I:%M:%S %p"}
"""Directives that stand for several others."""

_Number = Callable[[Instant], int]


def said(at: Instant, pattern: str) -> str:
    """An instant in a format."""

    def one(match: re.Match[str]) -> str:
        pad, letter = match[1], match[2]
        if letter in _WHOLE:
            return said(at, _WHOLE[letter])
        if letter in _NUMBERS:
            number, width, fill = _NUMBERS[letter]
            return _padded(number(at), width, _PADS[pad] if pad else fill)
        return _word(at, letter)

    return _DIRECTIVE.sub(one, pattern)


def _padded(value: int, width: int, fill: str) -> str:
    sign = "-" if value < 0 else ""
    return sign + (str(abs(value)).rjust(width, fill) if fill else str(abs(value)))


def _word(at: Instant, letter: str) -> str:
    now = moment(at)
    words = {
        "a": WEEKDAYS[now.weekday][:3],
        "A": WEEKDAYS[now.weekday],
        "b": MONTHS[now.month - 1][:3],
        "B": MONTHS[now.month - 1],
        "p": "AM" if now.hour < 12 else "PM",
        "Q": str(at),
        "s": str(at // 1_000),
        "Z": "+0000",
    }
    return words.get(letter, letter)


def _year_day(at: Instant) -> int:
    """The day of the year, from 0."""
    return (at - instant(moment(at).year)) // DAY


def _week(first: int) -> _Number:
    """The week of the year, whose first begins on the first such weekday."""
    return lambda at: (_year_day(at) + 7 - (moment(at).weekday - first) % 7) // 7


def _thursday(at: Instant) -> Instant:
    """The Thursday of the ISO week of an instant."""
    return at - at % DAY + (3 - (moment(at).weekday - 1) % 7) * DAY


_NUMBERS: dict[str, tuple[_Number, int, str]] = {
    "d": (lambda at: moment(at).day, 2, "0"),
    "e": (lambda at: moment(at).day, 2, " "),
    "f": (lambda at: moment(at).millisecond * 1_000, 6, "0"),
    "g": (lambda at: moment(_thursday(at)).year % 100, 2, "0"),
    "G": (lambda at: moment(_thursday(at)).year % 10_000, 4, "0"),
    "H": (lambda at: moment(at).hour, 2, "0"),
    "I": (lambda at: moment(at).hour % 12 or 12, 2, "0"),
    "j": (lambda at: _year_day(at) + 1, 3, "0"),
    "L": (lambda at: moment(at).millisecond, 3, "0"),
    "m": (lambda at: moment(at).month, 2, "0"),
    "M": (lambda at: moment(at).minute, 2, "0"),
    "q": (lambda at: (moment(at).month + 2) // 3, 1, "0"),
    "S": (lambda at: moment(at).second, 2, "0"),
    "u": (lambda at: moment(at).weekday or 7, 1, "0"),
    "U": (_week(0), 2, "0"),
    "V": (lambda at: _year_day(_thursday(at)) // 7 + 1, 2, "0"),
    "w": (lambda at: moment(at).weekday, 1, "0"),
    "W": (_week(1), 2, "0"),
    "y": (lambda at: moment(at).year % 100, 2, "0"),
    "Y": (lambda at: moment(at).year % 10_000, 4, "0"),
}
