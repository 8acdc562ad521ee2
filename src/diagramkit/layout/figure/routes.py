"""The ways from one port to another: straight, with one bend, with two, around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from diagramkit.figure.names import Side
from diagramkit.geometry import Point, Rect
from diagramkit.theme.model import Theme

STEP: dict[Side, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "top": (0, -1),
    "bottom": (0, 1),
}
LEVEL: tuple[Side, Side] = ("left", "right")
SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where between two boxes the middle stretch of a way is tried."""


class Ends(NamedTuple):
    """Two ports: where they are, the sides they are on, and the rectangles that a way has to
    get clear of."""

    a: Point
    side_a: Side
    b: Point
    side_b: Side
    rect_a: Rect
    rect_b: Rect


class Channels(Protocol):
    """What knows where long free stretches are."""

    def channels(self, axis: int, span: Rect) -> Sequence[float]:
        """Coordinates on an axis at which a line may run past the boxes in `span`."""
        ...


def routes(ends: Ends, theme: Theme, channels: Channels) -> Iterator[list[list[Point]]]:
    """Ways from `a` to `b` in tiers, the simplest first; each way leaves and arrives at a right
    angle. Who finds a free way in a tier has no need of the next."""
    lead = theme.edge.lead_corner + theme.edge.radius
    if _faces(ends):
        yield [[ends.a, ends.b]]
    level = ends.side_a in LEVEL, ends.side_b in LEVEL
    axis = 0 if level[0] else 1
    if level[0] != level[1]:
        yield list(_bent(ends, lead))
    elif ends.side_a != ends.side_b:
        yield list(_stepped(ends, lead, axis))
    else:
        yield list(_around(ends, lead, channels, axis))
    yield list(_far(ends, lead, channels))


def _faces(ends: Ends) -> bool:
    """Whether a straight line leads from port to port, forwards at both ends."""
    (dx, dy), (ex, ey) = STEP[ends.side_a], STEP[ends.side_b]
    x, y = ends.b.x - ends.a.x, ends.b.y - ends.a.y
    across = abs(x * dy) + abs(y * dx)
    return across < 0.5 and x * dx + y * dy > 0 and (dx, dy) == (-ex, -ey)


def _bent(ends: Ends, lead: float) -> Iterator[list[Point]]:
    """One bend, where the sides are at right angles."""
    (dx, dy), (ex, ey) = STEP[ends.side_a], STEP[ends.side_b]
    if dx * ex + dy * ey:
        return
    corner = Point(ends.b.x, ends.a.y) if dx else Point(ends.a.x, ends.b.y)
    out = (corner.x - ends.a.x) * dx + (corner.y - ends.a.y) * dy
    back = (corner.x - ends.b.x) * ex + (corner.y - ends.b.y) * ey
    if out >= lead / 2 and back >= lead:
        yield [ends.a, corner, ends.b]


def _stepped(ends: Ends, lead: float, axis: int) -> Iterator[list[Point]]:
    """Two bends between sides that face each other."""
    forward = STEP[ends.side_a][axis]
    near = ends.rect_a[axis] + (ends.rect_a[2 + axis] if forward > 0 else 0.0)
    far = ends.rect_b[axis] + (ends.rect_b[2 + axis] if forward < 0 else 0.0)
    room = (far - near) * forward
    if room < lead:
        return
    for way in (*(room * share for share in SHARES), room - lead, lead):
        middle = near + forward * min(max(way, lead / 2), room - lead)
        yield _through(ends, axis, round(middle))


def _through(ends: Ends, axis: int, middle: float) -> list[Point]:
    if axis == 0:
        return [ends.a, Point(middle, ends.a.y), Point(middle, ends.b.y), ends.b]
    return [ends.a, Point(ends.a.x, middle), Point(ends.b.x, middle), ends.b]


def _around(ends: Ends, lead: float, channels: Channels, axis: int) -> Iterator[list[Point]]:
    """Out, along, and back in on the same side."""
    forward = STEP[ends.side_a][axis]
    rect = ends.rect_a.union(ends.rect_b)
    edge = rect[axis] + (rect[2 + axis] if forward > 0 else 0.0)
    for place in range(6):
        yield _through(ends, axis, edge + forward * (lead + 4 + 12 * place))
    for line in channels.channels(axis, rect):
        if (line - edge) * forward >= lead:
            yield _through(ends, axis, line)


def _far(ends: Ends, lead: float, channels: Channels) -> Iterator[list[Point]]:
    """Three and more bends: out of both boxes first, then along free channels."""
    (dx, dy), (ex, ey) = STEP[ends.side_a], STEP[ends.side_b]
    span = ends.rect_a.union(ends.rect_b)
    out = ends.a.moved(dx * lead, dy * lead)
    back = ends.b.moved(ex * lead, ey * lead)
    if dx and ex:
        for y in channels.channels(1, span):
            yield [ends.a, out, Point(out.x, y), Point(back.x, y), back, ends.b]
    elif dy and ey:
        for x in channels.channels(0, span):
            yield [ends.a, out, Point(x, out.y), Point(x, back.y), back, ends.b]
    elif dx:
        for x in channels.channels(0, span):
            if (x - ends.a.x) * dx >= lead / 2:
                yield [ends.a, Point(x, ends.a.y), Point(x, back.y), back, ends.b]
    else:
        for y in channels.channels(1, span):
            if (y - ends.a.y) * dy >= lead / 2:
                yield [ends.a, Point(ends.a.x, y), Point(back.x, y), back, ends.b]
