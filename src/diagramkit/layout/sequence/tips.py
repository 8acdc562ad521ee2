"""The ends of messages. All lines are level here, so that heads are drawn as they lie."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.geometry import Path, Point
from diagramkit.mermaid.kinds.sequence.model import Head as HeadKind
from diagramkit.scene import Head

# How far a line runs into the base of a filled head, so that no hair shows between them.
OVERLAP = 1.0
HALF_HEAD = 0.75
"""How far half a head rises from its line, as part of the width of a whole one; a little more than
half, to be seen."""


@dataclass(frozen=True, slots=True)
class Tip:
    """An end of a message: where its line stops, and the head there, if any."""

    stop: Point
    head: Head | None


def tip(kind: HeadKind, at: Point, forward: int, size: tuple[float, float], gap: float) -> Tip:
    """The end of a line at `at`, the border that it points at.

    Args:
        forward: 1 where the line arrives going right, -1 where it goes left.
        size: length and width of the head.
        gap: what is left between head and border, in user units.
    """
    if kind == "none":
        return Tip(at, None)
    length, half = size[0], size[1] / 2
    if kind.startswith(("half", "stick")):
        half = HALF_HEAD * size[1]
    point = at.moved(-forward * gap, 0)
    back = -forward * length
    high, low = point.moved(back, -half), point.moved(back, half)
    base = point.moved(-forward * (length - OVERLAP), 0)
    match kind:
        case "arrow":
            return Tip(base, Head(Path.polygon([high, point, low]), point))
        case "half-top":
            return Tip(base, Head(Path.polygon([high, point, point.moved(back, 0)]), point))
        case "half-bottom":
            return Tip(base, Head(Path.polygon([low, point, point.moved(back, 0)]), point))
        case "open":
            return Tip(point, Head(Path.polyline([high, point, low]), point, filled=False))
        case "stick-top":
            return Tip(point, Head(Path.polyline([high, point]), point, filled=False))
        case "stick-bottom":
            return Tip(point, Head(Path.polyline([low, point]), point, filled=False))
        case "cross":
            center = point.moved(-forward * half, 0)
            return Tip(center, Head(cross(center, half), point, filled=False))


def cross(center: Point, arm: float) -> Path:
    """Two strokes that cross at right angles and reach `arm` to each side."""
    x, y = center
    return Path(
        (
            ("M", x - arm, y - arm),
            ("L", x + arm, y + arm),
            ("M", x - arm, y + arm),
            ("L", x + arm, y - arm),
        )
    )


def circle(center: Point, radius: float) -> Path:
    """A ring around a point."""
    left, right = center.x - radius, center.x + radius
    return Path(
        (
            ("M", left, center.y),
            ("A", radius, radius, 0, 0, 1, right, center.y),
            ("A", radius, radius, 0, 0, 1, left, center.y),
            ("Z",),
        )
    )
