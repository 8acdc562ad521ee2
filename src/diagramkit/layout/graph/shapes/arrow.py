"""A block arrow: a box for its words with a head on each side that it points to.

Its names end with those sides, as in `arrow-right` and `arrow-up-down`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.theme.model import Theme

SIDES = ("left", "right", "up", "down")
ALIASES = tuple(
    "-".join(("arrow", *sides)) for count in (1, 2, 3, 4) for sides in combinations(SIDES, count)
)
HEAD, BARB = 14.0, 8.0
"""How long a head is, and how far it reaches beyond the box on either side, in user units."""
LEAST = Size(32, 24)
"""The smallest box."""


@dataclass(frozen=True)
class Arrow:
    """The shape of one name; `sides` are those that it points to."""

    sides: tuple[str, ...]

    def fit(self, label: Size, theme: Theme, compact: bool) -> Size:
        """The box of the words with its heads, the same on both sides: words are in the middle."""
        pad = theme.box.padding_x_compact if compact else theme.box.padding_x
        across, down = (max(map(self._room, pair)) for pair in (SIDES[:2], SIDES[2:]))
        width = max(label.width + 2 * pad, LEAST.width)
        height = max(label.height + 2 * theme.box.padding_y, LEAST.height)
        return Size(width + 2 * across, height + 2 * down)

    def outline(self, rect: Rect, label: Size, theme: Theme) -> Path:  # noqa: ARG002
        """Around the box, from its top left corner on."""
        left, right, up, down = map(self._room, SIDES)
        x, y, far, low = rect.x + left, rect.y + up, rect.right - right, rect.bottom - down
        corners = [Point(x, y), Point(far, y), Point(far, low), Point(x, low)]
        points: list[Point] = []
        for place, side in enumerate(("up", "right", "down", "left")):
            one, other = corners[place], corners[(place + 1) % 4]
            points.append(one)
            if side in self.sides:
                before, after = (("left", "up", "right", "down")[(place + k) % 4] for k in (0, 2))
                points += self._head(one, other, before, after)
        return Path.polygon(points)

    def _head(self, one: Point, other: Point, before: str, after: str) -> list[Point]:
        """The corners of a head on the side between two corners of the box."""
        length = one.distance(other)
        dx, dy = (other.x - one.x) / length, (other.y - one.y) / length
        back = 0.0 if before in self.sides else BARB
        on = 0.0 if after in self.sides else BARB
        tip = Point((one.x + other.x) / 2, (one.y + other.y) / 2).moved(dy * HEAD, -dx * HEAD)
        return [one.moved(-dx * back, -dy * back), tip, other.moved(dx * on, dy * on)]

    def _room(self, side: str) -> float:
        """How far the outline is from the box on a side."""
        beside = SIDES[2:] if side in SIDES[:2] else SIDES[:2]
        return HEAD if side in self.sides else BARB * any(one in self.sides for one in beside)


def named(shape: str) -> Arrow:
    """The shape that one of the names stands for."""
    return Arrow(tuple(shape.split("-")[1:]))
