"""Curves: from values to a smooth path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from diagramkit.figure.kinds.plot import Axis, Curve
from diagramkit.geometry import Path, Point, Rect

STEPS = 24
"""Into how many pieces the range of x is parted for a formula."""


class Scale(NamedTuple):
    """Two axes over a rectangle."""

    x_axis: Axis
    y_axis: Axis
    field: Rect

    def x(self, value: float) -> float:
        """Where a value stands from left to right."""
        low, high = self.x_axis.low, self.x_axis.high
        return self.field.x + (value - low) / (high - low) * self.field.width

    def y(self, value: float) -> float:
        """Where a value stands from top to bottom; values beyond the axis stand at its ends."""
        low, high = self.y_axis.low, self.y_axis.high
        share = min(1.0, max(0.0, (value - low) / (high - low)))
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
    if curve.points:
        return [Point(scale.x(x), scale.y(y)) for x, y in curve.points]
    low, high = scale.x_axis.low, scale.x_axis.high
    xs = [low + (high - low) * step / STEPS for step in range(STEPS + 1)]
    pairs = [(x, curve.value(x)) for x in xs]
    points = [Point(scale.x(x), scale.y(y)) for x, y in pairs if y is not None]
    return points or [Point(scale.x(low), scale.y(scale.y_axis.low))]


def curve_path(points: Sequence[Point]) -> Path:
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
