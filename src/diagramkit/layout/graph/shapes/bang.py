"""A bang: a box with teeth all around."""

from __future__ import annotations

from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

TOOTH = 6.0
"""How far teeth reach out, in user units."""
LENGTH = 16.0
"""How long they are, about."""


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, larger by the teeth."""
    box = square.fit(label, theme, compact)
    return Size(box.width + 2 * TOOTH, box.height + 2 * TOOTH)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Teeth along the four sides."""
    corners = rect.grown(-TOOTH).corners
    points: list[Point] = []
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        points += _teeth(start, end)
    return Path.polygon(points)


def _teeth(start: Point, end: Point) -> list[Point]:
    """From one corner to the next: out and back, several times."""
    length = start.distance(end)
    count = max(1, round(length / LENGTH))
    right, down = (end.x - start.x) / length, (end.y - start.y) / length
    points: list[Point] = []
    for place in range(count):
        for share, out in ((place, 0.0), (place + 0.5, TOOTH)):
            along = share / count * length
            points.append(start.moved(right * along + down * out, down * along - right * out))
    return points
