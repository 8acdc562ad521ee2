"""A cloud: a box with bulges all around."""

from __future__ import annotations

from diagramkit.geometry import Command, Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

BULGE = 8.0
"""How far bulges reach out, in user units."""
LENGTH = 28.0
"""How long they are, about."""


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, larger by the bulges."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * BULGE, box.height + 2 * BULGE)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Arcs along the four sides."""
    corners = rect.grown(-BULGE).corners
    made: list[Command] = [("M", *corners[0])]
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        made += _bulges(start, end)
    return Path((*made, ("Z",)))


def _bulges(start: Point, end: Point) -> list[Command]:
    """Arcs from one corner to the next, each as high as `BULGE`."""
    count = max(1, round(start.distance(end) / LENGTH))
    half = start.distance(end) / count / 2
    # The circle through the ends of a chord and a point so far from its middle.
    radius, large = (half * half + BULGE * BULGE) / (2 * BULGE), int(half < BULGE)
    right, down = (end.x - start.x) / count, (end.y - start.y) / count
    ends = [start.moved(place * right, place * down) for place in range(1, count + 1)]
    return [("A", radius, radius, 0, large, 1, *point) for point in ends]
