"""Dates in a format of dayjs, strictly: `YYYY-MM-DD`, `HH:mm`, `X`.

A text is a date if it reads the same when the date is written back in the format. Follows dayjs
1.11 with the plug-ins `customParseFormat`, `advancedFormat` and `isoWeek`, in English. What a
format leaves out is taken from `TODAY`, where dayjs takes the day on which it runs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from diagramkit.mermaid.kinds.gantt.model import Instant
from diagramkit.mermaid.kinds.gantt.moments import LIMIT, Moment, instant, moment

TODAY = Moment(2001, 1, 1, 0, 0, 0, 0, 1)
"""A Monday, the first of a month and of a year: drawings do not depend on a clock."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")

_ISO = "YYYY-MM-DDTHH:mm:ssZ"
_PARSED = re.compile(
    r"(\[[^[]*\])|([-_:/.,()\s]+)"
    r"|(A|a|Q|YYYY|YY?|ww?|MM?M?M?|Do|DD?|hh?|HH?|mm?|ss?|S{1,3}|z|ZZ?)",
    re.ASCII,
)
_WORD = r"[0-9]*[^-_:/,()\s0-9]+"
_OFFSET = r"[+-][0-9]{2}:?(?:[0-9]{2})?|Z"
_PATTERNS = {
    **dict.fromkeys(("A", "a", "Do", "MMM", "MMMM"), _WORD),
    **dict.fromkeys(("s", "ss", "m", "mm", "H", "HH", "h", "hh", "D", "M"), "[0-9]{1,2}"),
    **dict.fromkeys(("DD", "MM", "YY", "SS"), "[0-9]{2}"),
    **dict.fromkeys(("Z", "ZZ"), _OFFSET),
    "Q": "[0-9]",
    "S": "[0-9]",
    "SSS": "[0-9]{3}",
    "Y": "[+-]?[0-9]+",
    "YYYY": "[0-9]{4}",
}
_FIELDS = {"s": "second", "m": "minute", "H": "hour", "h": "hour", "D": "day", "M": "month"}
_FRACTIONS = {"S": 100, "SS": 10, "SSS": 1}
_ADVANCED = re.compile(r"\[[^\]]+]|Q|wo|ww|w|WW|W|zzz|z|gggg|GGGG|Do|X|x|k{1,2}|S")
_PLAIN = re.compile(
    r"\[([^\]]+)]|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS"
)


def parse(text: str, pattern: str) -> Instant | None:
    """The instant that a text names in a format; None where it names none."""
    try:
        found, offset = _read(text, pattern)
        if found is None or abs(found) > LIMIT:
            return None
        return found if written(found + offset, pattern, offset) == text else None
    except (KeyError, ValueError):
        return None


def written(at: Instant, pattern: str, offset: int = 0) -> str:
    """An instant in a format; `offset` is that of its zone, in milliseconds.

    Raises KeyError for what dayjs cannot write without further plug-ins: weeks, names of zones.
    """
    now = moment(at)
    said = _ADVANCED.sub(lambda match: _advanced(match[0], at, now), pattern or _ISO)
    return _PLAIN.sub(lambda match: match[1] or _plain(match[0], now, offset), said)


def _read(text: str, pattern: str) -> tuple[Instant | None, int]:
    """The instant, not yet compared, and the offset of the zone that the text names."""
    if pattern in ("x", "X"):
        number = float(text) if text and "_" not in text else 0.0
        return (int(number * (1_000 if pattern == "X" else 1)) if abs(number) <= LIMIT else None), 0
    fields: dict[str, int] = {}
    place = 0
    for token in _tokens(pattern):
        if token not in _PATTERNS:
            place += len(token.removeprefix("[").removesuffix("]"))
            continue
        found = re.search(_PATTERNS[token], text[place:], re.ASCII)
        if found is None:
            return None, 0
        _take(fields, token, found[0])
        text = text.replace(found[0], "", 1)
    return _built(fields), fields.get("offset", 0)


@lru_cache(maxsize=64)
def _tokens(pattern: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _PARSED.finditer(pattern))


def _take(fields: dict[str, int], token: str, said: str) -> None:
    """What a piece of the text says. Raises KeyError or ValueError where it says nothing."""
    if token in ("A", "a"):
        fields["afternoon"] = said == ("PM" if token == "A" else "pm")
    elif token in _FRACTIONS:
        fields["millisecond"] = int(said) * _FRACTIONS[token]
    elif token in ("MMM", "MMMM"):
        names = [month[:3] if token == "MMM" else month for month in MONTHS]
        fields["month"] = names.index(said) + 1
    elif token == "Do":
        fields["day"] = int(re.findall("[0-9]+", said)[0]) if re.search("[0-9]", said) else 0
    elif token == "Q":
        fields["month"] = (int(said) - 1) * 3 + 1
    elif token == "YY":
        fields["year"] = int(said) + (1900 if int(said) > 68 else 2000)
    elif token in ("Y", "YYYY"):
        fields["year"] = int(said)
    elif token in ("Z", "ZZ"):
        fields["offset"] = _offset(said)
    else:
        fields[_FIELDS[token[0]]] = int(said)


def _built(fields: dict[str, int]) -> Instant:
    year, month, day = (fields.get(name, 0) for name in ("year", "month", "day"))
    hour = fields.get("hour", 0)
    if "afternoon" in fields:
        hour = hour + 12 if fields["afternoon"] and hour < 12 else hour
        hour = 0 if not fields["afternoon"] and hour == 12 else hour
    day = day or (TODAY.day if not year and not month else 1)
    if not (year and not month):
        month = month if month > 0 else TODAY.month
    year = year or TODAY.year
    year = 1900 + year if 0 <= year <= 99 else year
    rest = (fields.get(name, 0) for name in ("minute", "second", "millisecond"))
    return instant(year, month or 1, day, hour, *rest) - fields.get("offset", 0)


def _offset(said: str) -> int:
    if said == "Z":
        return 0
    digits = said[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return (-minutes if said[0] == "-" else minutes) * 60_000


def _advanced(token: str, at: Instant, now: Moment) -> str:
    if token == "Q":
        return str((now.month + 2) // 3)
    if token == "Do":
        return f"[{now.day}{_ordinal(now.day)}]"
    if token in ("X", "x"):
        return str(at // 1_000 if token == "X" else at)
    if token in ("k", "kk"):
        return str(now.hour or 24).zfill(len(token))
    if token == "S" or token.startswith("["):
        return token
    raise KeyError(token)


def _ordinal(day: int) -> str:
    if 10 < day % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _plain(token: str, now: Moment, offset: int) -> str:
    letter, size = token[0], len(token)
    if letter == "Y":
        return str(now.year)[-2:] if size == 2 else _padded(now.year, 4)
    if letter == "M" and size > 2:
        return MONTHS[now.month - 1][: 3 if size == 3 else None]
    if letter == "d":
        name = WEEKDAYS[now.weekday]
        return (str(now.weekday), name[:2], name[:3], name)[size - 1]
    if letter in "aA":
        half = "AM" if now.hour < 12 else "PM"
        return half if letter == "A" else half.lower()
    if letter == "Z":
        sign, minutes = "-" if offset < 0 else "+", abs(offset) // 60_000
        return f"{sign}{minutes // 60:02}{':' if size == 1 else ''}{minutes % 60:02}"
    if letter == "S":
        return f"{now.millisecond:03}"
    value = {
        "M": now.month,
        "D": now.day,
        "H": now.hour,
        "h": now.hour % 12 or 12,
        "m": now.minute,
        "s": now.second,
    }[letter]
    return _padded(value, size)


def _padded(value: int, size: int) -> str:
    return str(value).rjust(size, "0")
