"""Curves: from values to a smooth path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from diagramkit.figure.kinds.plot import Curve
from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.figure.axis import Range

STEPS, CORNERED_STEPS = 24, 240
"""Into how many pieces the range of x is parted for a formula, and for one with corners."""


class Scale(NamedTuple):
    """Two axes over a rectangle."""

    x_axis: Range
    y_axis: Range
    field: Rect

    def x(self, value: float) -> float:
        """Where a value stands from left to right."""
        return self.field.x + self.x_axis.share(value) * self.field.width

    def y(self, value: float) -> float:
        """Where a value stands from top to bottom; values beyond the axis stand at its ends."""
        share = min(1.0, max(0.0, self.y_axis.share(value)))
        return self.field.bottom - share * self.field.height

    @staticmethod
    def on(points: Sequence[Point], x: float) -> Point:
        """The point of a curve at a place from left to right."""
        for a, b in pairwise(points):
            if a.x <= x <= b.x:
                share = (x - a.x) / (b.x - a.x)
                return Point(x, a.y + share * (b.y - a.y))
        return points[0] if x < points[0].x else points[-1]


def curve_points(curve: Curve, scale: Scale) -> list[Point]:
    """The points of a curve on the page; where a formula has no value, none."""
    points: list[Point] = []
    for x, y in values_of(curve, scale.x_axis):
        point = Point(scale.x(x), scale.y(y))
        # In a range that is narrow for its distance from 0 values fall together.
        if not points or point.x > points[-1].x:
            points.append(point)
    return points or [Point(scale.field.x, scale.field.bottom)]


def values_of(curve: Curve, along: Range) -> list[tuple[float, float]]:
    """The values of a curve over a range of x; where a formula has none, none."""
    if curve.points:
        return list(curve.points)
    steps = STEPS if curve.shape == "smooth" else CORNERED_STEPS
    xs = [along.at(step / steps) for step in range(steps + 1)]
    return [(x, y) for x in xs if (y := curve.value(x)) is not None]


def curve_path(points: Sequence[Point], shape: str = "smooth") -> Path:
    """A path through points, of the `shape` that a curve may have."""
    if shape == "steps":
        held = (Point(b.x, a.y) for a, b in pairwise(points))
        corners = [each for pair in zip(points, held, strict=False) for each in pair]
        return Path.polyline([*corners, points[-1]])
    return Path.polyline(points) if shape == "straight" else _smooth(points)


def _smooth(points: Sequence[Point]) -> Path:
    """A smooth path through points: cubic pieces whose slopes never overshoot (Fritsch and
    Carlson 1980, with the harmonic mean of the slopes beside a point)."""
    if len(points) < 3:
        return Path.polyline(points)
    slopes = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    inner = [2 * one * two / (one + two) if one * two > 0 else 0.0 for one, two in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    commands: list[tuple[str | float, ...]] = [("M", *points[0])]
    for (a, b), (s, t) in zip(
        pairwise(points),
        pairwise(tangents),
        strict=True,
    ):
        third = (b.x - a.x) / 3
        commands.append(("C", a.x + third, a.y + s * third, b.x - third, b.y - t * third, *b))
    return Path(tuple(commands))
