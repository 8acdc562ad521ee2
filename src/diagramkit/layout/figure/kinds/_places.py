"""Free room in a plot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from diagramkit.geometry import Point, Rect, Size, crossing, segments

CLEAR = 10.0
STEP = 8.0


class Places:
    """What of a field is taken, and where there is room for a box."""

    def __init__(self, field: Rect) -> None:
        self.field = field
        self.taken: list[Rect] = []
        self.lines: list[tuple[Point, Point]] = []
        self.leaders: list[tuple[Point, Point]] = []

    def take(self, rect: Rect) -> None:
        """Take a rectangle."""
        self.taken.append(rect)

    def take_callout(self, rect: Rect, point: Point) -> None:
        """Take a box and its leader."""
        self.taken.append(rect)
        self.leaders.append(leader_of(rect, point))

    def take_lines(self, lines: Iterable[Sequence[Point]]) -> None:
        """Take what lines run through."""
        self.lines.extend(pair for line in lines for pair in segments(line))

    def nearest(self, size: Size, point: Point) -> Rect:
        """The free place for a box that is nearest to a point above or below it, whose leader
        crosses nothing that is taken; without one a place on lines alone, else over the point."""
        return (
            self._nearest(size, point, self._is_free)
            or self._nearest(size, point, self._is_on_lines_alone)
            or Rect(point.x - size.width / 2, point.y - size.height - 3 * CLEAR, *size)
        )

    def _nearest(
        self, size: Size, point: Point, allowed: Callable[[Rect, Point], bool]
    ) -> Rect | None:
        best, least = None, float("inf")
        for row in range(int((self.field.height - size.height) / STEP) + 1):
            for column in range(int((self.field.width - size.width) / STEP) + 1):
                x, y = self.field.x + column * STEP, self.field.y + row * STEP
                rect = Rect(x, y, *size)
                aside = abs(rect.center.x - point.x)
                away = max(y - point.y, point.y - rect.bottom)
                cost = 1.5 * aside + abs(away - 3 * CLEAR)
                if cost < least and away >= 2 * CLEAR and allowed(rect, point):
                    best, least = rect, cost
        return best

    def _is_on_lines_alone(self, rect: Rect, point: Point) -> bool:
        """Whether neither a box nor its leader lies over a box, words or another leader."""
        room = rect.grown(CLEAR)
        if room.x < self.field.x or any(room.overlaps(one) for one in self.taken):
            return False
        leader = leader_of(rect, point)
        # The point's own dot is no obstacle to its leader.
        others = (one for one in self.taken if one.distance(Rect(*point, 0, 0)) > 0)
        if any(one.grown(2).crossed_by(*leader) for one in others):
            return False
        return not any(
            room.crossed_by(*other) or crossing(*leader, *other) for other in self.leaders
        )

    def _is_free(self, rect: Rect, point: Point) -> bool:
        room = rect.grown(CLEAR)
        is_off = not any(room.crossed_by(a, b) for a, b in self.lines)
        return is_off and self._is_on_lines_alone(rect, point)


def leader_of(rect: Rect, point: Point) -> tuple[Point, Point]:
    """The line from a box to the point that it says something about."""
    x = min(max(point.x, rect.x + 8), rect.right - 8)
    return Point(x, rect.bottom if point.y > rect.bottom else rect.y), point
