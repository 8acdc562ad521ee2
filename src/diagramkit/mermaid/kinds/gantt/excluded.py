"""Days that no task counts: `excludes weekends 2024-12-25`, `includes 2024-12-28`."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.gantt.formats import WEEKDAYS, written
from diagramkit.mermaid.kinds.gantt.model import DAY, Instant
from diagramkit.mermaid.kinds.gantt.moments import moment

MOST_SKIPPED = 10_000
"""So many days are skipped in one task at most, as in Mermaid."""
MOST_DAYS = 50_000
"""So many days are looked at for one chart."""
MOST_YEARS = 5
"""The days of charts over more years are not shown, as in Mermaid."""


class TooManyDaysError(Exception):
    """No day is left, or too many would have to be looked at; the message says which."""


@dataclass
class Calendar:
    """Which days count. Names of weekdays and dates are in lower case."""

    pattern: str = ""
    """The format of dates in the source."""
    excludes: dict[str, None] = field(default_factory=dict)
    includes: dict[str, None] = field(default_factory=dict)
    weekend: tuple[int, int] = (6, 0)
    """The days of a weekend, 0 for Sunday."""
    _seen: int = 0

    def add(self, kind: str, text: str) -> None:
        """What stands behind `excludes` or `includes`."""
        words = self.excludes if kind == "excludes" else self.includes
        words.update(dict.fromkeys(text.lower().replace(",", " ").split()))

    def is_excluded(self, at: Instant) -> bool:
        """Whether the day of an instant does not count. Raises TooManyDaysError."""
        self._seen += 1
        if self._seen > MOST_DAYS:
            raise TooManyDaysError(f'with "excludes" a chart has {MOST_DAYS} days of tasks at most')
        dates = self._dates(at)
        if not dates.isdisjoint(self.includes):
            return False
        weekday = moment(at).weekday
        if "weekends" in self.excludes and weekday in self.weekend:
            return True
        return WEEKDAYS[weekday].lower() in self.excludes or not dates.isdisjoint(self.excludes)

    def _dates(self, at: Instant) -> frozenset[str]:
        """A day as the source may write it."""
        if len(self.excludes) == 1 and "weekends" in self.excludes and not self.includes:
            return frozenset()
        date = written(at, "YYYY-MM-DD")
        if self.pattern == "YYYY-MM-DD":
            return frozenset((date,))
        try:
            return frozenset((written(at, self.pattern), date))
        except KeyError:
            return frozenset((date,))

    def stretched(self, start: Instant, end: Instant) -> tuple[Instant, Instant]:
        """The end of a task over excluded days, and where the last day that counts ends.

        Raises TooManyDaysError where no day is left, or none for long.
        """
        shown, last = end, end + MOST_SKIPPED * DAY
        day, is_excluded = start + DAY, False
        while day <= end:
            if not is_excluded:
                shown = end
            is_excluded = self.is_excluded(day)
            if is_excluded:
                end += DAY
                if end > last:
                    message = f'"excludes" skips more than {MOST_SKIPPED} days of this task'
                    raise TooManyDaysError(message)
            day += DAY
        return end, shown

    def stretches(self, start: Instant, end: Instant) -> tuple[tuple[Instant, Instant], ...]:
        """The excluded days between two instants, those in a row as one. None over more years
        than `MOST_YEARS`."""
        if not self.excludes or end - start > MOST_YEARS * 366 * DAY:
            return ()
        found: list[tuple[Instant, Instant]] = []
        first = start - start % DAY
        for day in range(first, end, DAY):
            if not self.is_excluded(day):
                continue
            if found and found[-1][1] == day:
                found[-1] = (found[-1][0], day + DAY)
            else:
                found.append((day, day + DAY))
        return tuple((max(a, start), min(b, end)) for a, b in found)
