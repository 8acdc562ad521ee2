"""What a drawing is made of, as the rules see it: boxes with the outlines they are painted with,
lines with the boxes they join, words with the room they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from diagramkit.geometry import (
    Point,
    Rect,
    distance_outside,
    distance_to_line,
    inside,
    rounded_rect,
    turned,
)
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Text

# Curves are judged by chords, which at the radii of a drawing are off by a quarter of a unit for
# whole shapes, and by half a unit at most for the corners of boxes and lines.
STEPS, CORNER_STEPS = 12, 2


FRAMES = ("group", "lane")
"""The roles of boxes that have others in them."""
UPRIGHT = 3.0
"""Degrees by which words may be off level, or off upright, and count as if they were not."""
SHALLOW = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZabcdefhiklmnorstuvwxz0123456789 .:!?%&+-=*'\"<>~^")
"""Characters that do not reach below the baseline, in any font."""


@dataclass(frozen=True, eq=False)
class Shape:
    """A box. `order` is its place in the order of paint."""

    box: Box
    order: int
    rect: Rect

    @classmethod
    def of(cls, box: Box, order: int) -> Shape:
        return cls(box, order, box.rect)

    @cached_property
    def outline(self) -> tuple[Point, ...]:
        """Its border as it is painted, round corners and all."""
        if self.box.outline:
            return self.box.outline.flattened(STEPS)
        return rounded_rect(self.rect, self.box.radius).flattened(CORNER_STEPS)

    @property
    def key(self) -> str:
        return self.box.key

    @cached_property
    def ink(self) -> Rect:
        """The room it takes with its border."""
        return self.rect.grown(self.box.paint.stroke_width / 2)

    @property
    def area(self) -> float:
        return self.rect.width * self.rect.height

    @property
    def opaque(self) -> bool:
        """Whether it hides what was painted before."""
        return self.box.paint.fill != NO_COLOR

    def distance(self, point: Point) -> float:
        """From a point to the border, whichever side of it the point is on."""
        if self.box.outline is None:
            return abs(distance_outside(point, self.rect, self.box.radius))
        return distance_to_line(point, (*self.outline, self.outline[0]))

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside the outline."""
        if self.box.outline is None:
            return distance_outside(point, self.rect, self.box.radius) < 0
        return inside(point, self.outline)


@dataclass(frozen=True, eq=False, slots=True)
class End:
    """An end of a connector: where it points, the box or the mark it is fixed to, if any, and how
    long its head is, 0 without one."""

    tip: Point
    shape: Shape | None
    head: float = 0
    mark: Drawn | None = None


@dataclass(frozen=True, eq=False)
class Line:
    """A connector. `path` is what can be seen of its line: with its corners rounded, and
    without the parts at its ends that its own boxes hide."""

    connector: Connector
    path: tuple[Point, ...]
    start: End
    end: End
    order: int

    @property
    def key(self) -> str:
        return self.connector.key

    @cached_property
    def rect(self) -> Rect:
        return Rect.bounding(self.path)

    @cached_property
    def ink(self) -> Rect:
        """The room it takes with its stroke and heads."""
        room = self.rect.grown(self.connector.paint.stroke_width / 2)
        for head in self.connector.heads:
            room = room.union(Rect.bounding(head.outline.flattened(STEPS)))
        return room

    @property
    def is_free(self) -> bool:
        """Whether it joins nothing that is known and points at nothing: a curve of a chart."""
        said = self.connector.source or self.connector.target or self.connector.heads
        return not (said or self.ends)

    @cached_property
    def ends(self) -> tuple[Shape, ...]:
        """The boxes that it joins, as far as they are known."""
        return tuple(end.shape for end in (self.start, self.end) if end.shape)


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """A line of text, the room it takes, and what it belongs to."""

    text: Text
    rect: Rect
    home: Shape | Line | None
    order: int

    @property
    def key(self) -> str:
        return self.text.key

    @property
    def ink(self) -> Rect:
        return self.rect

    @property
    def is_slanted(self) -> bool:
        """Whether the room is larger than the words, which run at an angle in it."""
        return abs(self.text.turn - 90 * round(self.text.turn / 90)) > UPRIGHT

    def unslanted(self, point: Point) -> Point:
        """Where a point would be if the drawing were turned until the words are level."""
        return turned(point, Point(self.text.x, self.text.y), -self.text.turn)

    @property
    def is_title(self) -> bool:
        """Whether they head a group."""
        return isinstance(self.home, Shape) and self.home.box.role in FRAMES


def room_of_text(text: Text) -> Rect:
    """The room that words take; below the baseline only where a character reaches there."""
    return text.turned(level_room(text))


def level_room(text: Text) -> Rect:
    """The room that words would take without their turn."""
    rect = text.level
    if SHALLOW.issuperset(text.text):
        return Rect(rect.x, rect.y, rect.width, text.y - rect.y)
    return rect


@dataclass(frozen=True, eq=False)
class Drawn:
    """A mark."""

    mark: Mark
    order: int

    @property
    def key(self) -> str:
        return self.mark.key

    @cached_property
    def ink(self) -> Rect:
        """The room it takes with its stroke."""
        return Rect.bounding(self.mark.path.flattened(STEPS)).grown(
            self.mark.paint.stroke_width / 2
        )


Owner = Line | Shape | Drawn


class Stroke(NamedTuple):
    """A straight piece of something painted. `border` says that it is part of the outline of a
    box."""

    start: Point
    end: Point
    width: float
    of: Owner
    border: bool = False

    @property
    def rect(self) -> Rect:
        return Rect.between(self.start, self.end)


def strokes(points: Sequence[Point], width: float, of: Owner, border: bool = False) -> list[Stroke]:
    """The pieces of a line, without those that have no length."""
    return [Stroke(a, b, width, of, border) for a, b in pairwise(points) if a != b]


def painted(owner: Owner) -> list[Stroke]:
    """Everything of a thing that is painted as a line: its heads, border and inner lines too."""
    if isinstance(owner, Line):
        width = owner.connector.paint.stroke_width
        heads = [p for head in owner.connector.heads for p in head.outline.pieces(STEPS)]
        return [s for piece in (owner.path, *heads) for s in strokes(piece, width, owner)]
    paint = owner.box.paint if isinstance(owner, Shape) else owner.mark.paint
    if paint.stroke == NO_COLOR:
        return []
    if isinstance(owner, Drawn):
        return [
            stroke
            for piece in owner.mark.path.pieces(STEPS)
            for stroke in strokes(piece, paint.stroke_width, owner)
        ]
    closed = (*owner.outline, owner.outline[0])
    details = [piece for detail in owner.box.details for piece in detail.pieces(STEPS)]
    inner = [s for piece in details for s in strokes(piece, paint.stroke_width, owner)]
    return strokes(closed, paint.stroke_width, owner, border=True) + inner
