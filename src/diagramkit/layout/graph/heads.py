"""The ends of a connector: where the line stops, and what stands there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from diagramkit.geometry import Path, Point, crossing, sides
from diagramkit.mermaid.kinds.flowchart.model import Head as HeadKind
from diagramkit.scene import Head

# How far a line runs into the base of its head, so that no hair shows between them.
OVERLAP = 1.0
REACH = 400.0


def onto_outline(points: list[Point], polygon: Sequence[Point]) -> list[Point]:
    """The line with its last point moved along its last segment onto an outline.

    The segment is drawn on, inwards, until it meets the outline; where it never does, the line
    stays as it is.
    """
    before, end = points[-2], points[-1]
    span = before.distance(end)
    if not span:
        return points
    dx, dy = (end.x - before.x) / span, (end.y - before.y) / span
    far = end.moved(dx * REACH, dy * REACH)
    hits = [hit for a, b in sides(polygon) if (hit := crossing(before, far, a, b))]
    if not hits:
        return points
    nearest = min(hits, key=before.distance)
    return [*points[:-1], nearest]


def with_head(
    points: list[Point], kind: HeadKind, size: tuple[float, float], gap: float
) -> tuple[list[Point], Head | None]:
    """Put an end mark at the last point of a line: the shortened line and the mark.

    `size` is length and width of the mark, `gap` what is left between its tip and the border,
    in user units.
    """
    if kind == "none":
        return points, None
    before, border = points[-2], points[-1]
    span = before.distance(border)
    if span <= gap:
        return points, None
    length, width = size
    # A very short last segment gets a head as long as it is.
    length = min(length, max(span - gap, 1.0) + OVERLAP)
    dx, dy = (border.x - before.x) / span, (border.y - before.y) / span
    tip = border.moved(-dx * gap, -dy * gap)
    stop = tip.moved(-dx * (length - OVERLAP), -dy * (length - OVERLAP))
    base = tip.moved(-dx * length, -dy * length)
    line = [*points[:-1], stop]
    if kind == "arrow":
        half = width / 2
        left, right = base.moved(-dy * half, dx * half), base.moved(dy * half, -dx * half)
        return line, Head(Path.polygon([left, tip, right]), tip)
    if kind == "circle":
        return line, Head(_circle(tip.moved(-dx * width / 2, -dy * width / 2), width / 2), tip)
    return line, Head(_cross(tip.moved(-dx * width / 2, -dy * width / 2), width / 2), tip, False)


def _circle(center: Point, radius: float) -> Path:
    left, right = center.x - radius, center.x + radius
    return Path(
        (
            ("M", left, center.y),
            ("A", radius, radius, 0, 0, 1, right, center.y),
            ("A", radius, radius, 0, 0, 1, left, center.y),
            ("Z",),
        )
    )


def _cross(center: Point, reach: float) -> Path:
    arm = reach * math.sqrt(0.5)
    return Path(
        (
            ("M", center.x - arm, center.y - arm),
            ("L", center.x + arm, center.y + arm),
            ("M", center.x - arm, center.y + arm),
            ("L", center.x + arm, center.y - arm),
        )
    )
