"""Free room in a plot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagramkit.geometry import Point, Rect, Size, segments

CLEAR = 10.0
STEP = 8.0


class Places:
    """What of a field is taken, and where there is room for a box."""

    def __init__(self, field: Rect) -> None:
        self.field = field
        self.taken: list[Rect] = []
        self.lines: list[tuple[Point, Point]] = []

    def take(self, rect: Rect) -> None:
        """Take a rectangle."""
        self.taken.append(rect)

    def take_lines(self, lines: Iterable[Sequence[Point]]) -> None:
        """Take what lines run through."""
        self.lines.extend(pair for line in lines for pair in segments(line))

    def nearest(self, size: Size, point: Point) -> Rect:
        """The free place for a box that is nearest to a point above or below it; over the point
        if there is none."""
        best = Rect(point.x - size.width / 2, point.y - size.height - 3 * CLEAR, *size)
        least = float("inf")
        for row in range(int((self.field.height - size.height) / STEP) + 1):
            for column in range(int((self.field.width - size.width) / STEP) + 1):
                x, y = self.field.x + column * STEP, self.field.y + row * STEP
                rect = Rect(x, y, *size)
                aside = abs(rect.center.x - point.x)
                away = max(y - point.y, point.y - rect.bottom)
                cost = 1.5 * aside + abs(away - 3 * CLEAR)
                if cost < least and away >= 2 * CLEAR and self._free(rect):
                    best, least = rect, cost
        return best

    def _free(self, rect: Rect) -> bool:
        room = rect.grown(CLEAR)
        if room.x < self.field.x or any(room.overlaps(one) for one in self.taken):
            return False
        return not any(room.crossed_by(a, b) for a, b in self.lines)
