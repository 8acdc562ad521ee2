"""Names that stand in an order of their own: numbers, dates, months, quarters, `w1` to `w30`.

A chart keeps the order of such names and thins them where they have no room, as an axis of time
thins its ticks; names without an order are all read, wherever that takes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from diagramkit.mermaid.kinds.gantt.formats import MONTHS, WEEKDAYS

_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?", re.IGNORECASE)
_COUNTED = re.compile(r"(?P<before>\D*)(?P<number>\d+(?:[.:/-]\d+)*)(?P<after>\D*)")
_QUARTER = re.compile(r"(?:\d{4}[ -]?)?[QH][1-4](?:[ /'’-]*\d{2,4})?", re.IGNORECASE)
_LARGE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|(?P<word>[A-Za-z]{3,9})\.?[ -](?P<of>\d{4})"
    r"|(?P<quarter>[QH][1-4])[ -](?P<in>\d{4})"
    r"|(?P<before>\d{4})[ -](?P<then>[QH][1-4])",
    re.IGNORECASE,
)
SHORT = 12
"""Longer words around a number are no counting, but names of things."""
_STEPS = (1, 2, 3, 4, 5, 6, 10, 12)
_TENS = (1, 2, 5)


def are_ordered(names: Sequence[str]) -> bool:
    """Whether names stand in an order that a reader can go on with where some are left out."""
    stripped = [name.strip() for name in names]
    return len(names) > 2 and all(stripped) and any(test(stripped) for test in _TESTS)


def _are_numbers(names: Sequence[str]) -> bool:
    if not all(_NUMBER.fullmatch(name) for name in names):
        return False
    return _runs_one_way([float(name.replace(",", "").replace("−", "-")) for name in names])


def _are_counted(names: Sequence[str]) -> bool:
    """`w1`, `Week 2`, `10:00`, `2024-01-31`: the same words around numbers that run one way."""
    found = [match for name in names if (match := _COUNTED.fullmatch(name))]
    if len(found) < len(names):
        return False
    around = {(match["before"].casefold(), match["after"].casefold()) for match in found}
    if len(around) != 1 or sum(map(len, next(iter(around)))) > SHORT:
        return False
    numbers = [[int(part[:18]) for part in re.split(r"\D", match["number"])] for match in found]
    return _runs_one_way(numbers) or _runs_one_way([one[::-1] for one in numbers])


def _are_calendar(names: Sequence[str]) -> bool:
    """Months, weekdays and quarters, with or without numbers beside them."""
    return all(map(_QUARTER.fullmatch, names)) or any(
        all(_word_of(name) in known for name in names) for known in _CALENDAR
    )


def _word_of(name: str) -> str:
    """The one word among the numbers of a name; empty where there are more."""
    words = re.findall(r"[^\W\d_]+", name)
    return words[0].casefold() if len(words) == 1 else ""


def _runs_one_way(values: Sequence[object]) -> bool:
    pairs = list(pairwise(values))
    return all(a < b for a, b in pairs) or all(a > b for a, b in pairs)  # type: ignore[operator]


_CALENDAR = tuple(
    frozenset(word.casefold() for name in names for word in (name, name[:3], name[:4]))
    for names in (MONTHS, WEEKDAYS)
)
_TESTS: tuple[Callable[[Sequence[str]], bool], ...] = (_are_numbers, _are_counted, _are_calendar)


def steps() -> Iterator[int]:
    """By how many names an axis is thinned, the least first."""
    yield from _STEPS
    power = 10
    while True:
        yield from (factor * power for factor in _TENS if factor * power > _STEPS[-1])
        power *= 10


def every(names: Sequence[str], step: int) -> range:
    """The places of every `step`-th name: round numbers where the names count by ones."""
    numbers = [match["number"] for name in names if (match := _COUNTED.fullmatch(name.strip()))]
    first = 0
    if len(numbers) == len(names) and all(number.isdigit() for number in numbers):
        counts = [int(number[:18]) for number in numbers]
        if step > 1 and all(b - a == 1 for a, b in pairwise(counts)):
            first = min(-counts[0] % step, len(names) - 1)
    return range(first, len(names), step)


def parted(names: Sequence[str]) -> list[tuple[str, str]]:
    """The small and the large unit of each name: the month and its year, the day and its month,
    the quarter and its year. The large one is empty where the name before has the same, and
    everywhere where not all names have both."""
    found = [_LARGE.fullmatch(name.strip()) for name in names]
    split = [_split(match) for match in found if match]
    if len(split) < len(names) or None in split:
        return [(name, "") for name in names]
    made: list[tuple[str, str]] = []
    before = ""
    for one in split:
        small, large = one or ("", "")
        made.append((small, "" if large == before else large))
        before = large
    return made


def _split(match: re.Match[str]) -> tuple[str, str] | None:
    """The small and the large unit; None where a month is none."""
    if match["quarter"]:
        return match["quarter"], match["in"]
    if match["then"]:
        return match["then"], match["before"]
    if match["word"]:
        return (match["word"], match["of"]) if match["word"].casefold() in _CALENDAR[0] else None
    if not 1 <= int(match["month"]) <= 12:
        return None
    month = MONTHS[int(match["month"]) - 1][:3]
    if match["day"]:
        return f"{int(match['day'])}", f"{month} {match['year']}"
    return month, match["year"]
