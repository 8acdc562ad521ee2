"""The room that the values of a chart stand in."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle over two axes: upright, the slots follow each other to the right and values
    go up; `is_level`, the slots follow each other down and values go to the right."""

    rect: Rect
    is_level: bool

    @property
    def length(self) -> float:
        """The room of all slots."""
        return self.rect.height if self.is_level else self.rect.width

    def point(self, along: float, across: float) -> Point:
        """The point at two shares of the axes."""
        rect = self.rect
        if self.is_level:
            return Point(rect.x + across * rect.width, rect.y + along * rect.height)
        return Point(rect.x + along * rect.width, rect.bottom - across * rect.height)

    def rule(self, across: float) -> tuple[Point, Point]:
        """The ends of a line over all slots at a share of the axis of values."""
        return self.point(0.0, across), self.point(1.0, across)

    @property
    def span(self) -> float:
        """The room of all values."""
        return self.rect.width if self.is_level else self.rect.height

    def bar(self, start: float, thickness: float, base: float, end: float) -> Rect:
        """A bar from `base` to `end`, which are shares; `start` is a length along the slots."""
        share = start / self.length
        first, last = self.point(share, base), self.point(share + thickness / self.length, end)
        return Rect.between(first, last)
