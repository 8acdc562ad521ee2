"""A scene made ready for questions: what is where, what belongs to what, what is called how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from diagramkit.geometry import (
    Point,
    Rect,
    alongside,
    angle,
    crossing,
    distance_to_line,
    inside,
    rounded,
    rounded_rect,
    segments,
    sides,
)
from diagramkit.lint.index import Index
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Paint, Scene, Text
from diagramkit.theme.model import Theme

# Curves are judged by chords: at the radii of a drawing they are off by less than 0.2 units.
STEPS = 6
# How far from a box a line may end and still be taken to belong to it, if it does not say.
REACH = 16.0
WORDS_SHOWN = 40
# How far a stroke may reach into the room of words: less than anybody sees.
GRAZE = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """A box and its outline as it is painted, round corners and all."""

    box: Box
    outline: tuple[Point, ...]

    @property
    def key(self) -> str:
        return self.box.key

    @property
    def rect(self) -> Rect:
        return self.box.rect

    def distance(self, point: Point) -> float:
        """From a point to the border, whichever side of it the point is on."""
        return distance_to_line(point, (*self.outline, self.outline[0]))

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside the outline."""
        return inside(point, self.outline)


@dataclass(frozen=True, eq=False, slots=True)
class End:
    """An end of a connector: where it points, what it is fixed to, how long its head is."""

    tip: Point
    shape: Shape | None
    head: float = 0


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """A connector as it is painted: `path` with its corners rounded, from start to end."""

    connector: Connector
    path: tuple[Point, ...]
    start: End
    end: End

    @property
    def key(self) -> str:
        return self.connector.key

    @property
    def rect(self) -> Rect:
        return Rect.bounding(self.path)

    @property
    def ends(self) -> tuple[Shape, ...]:
        """The boxes that it joins, as far as they are known."""
        return tuple(end.shape for end in (self.start, self.end) if end.shape)


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """A line of text, the room it takes, and what it belongs to."""

    text: Text
    rect: Rect
    home: Shape | Line | None

    @property
    def key(self) -> str:
        return self.text.key


@dataclass(frozen=True, eq=False, slots=True)
class Stroke:
    """A straight piece of something painted: of a connector, a box, a mark. `border` says that
    it is part of a box's outline."""

    start: Point
    end: Point
    width: float
    of: Line | Shape | Mark
    border: bool = False

    @property
    def rect(self) -> Rect:
        return Rect.bounding((self.start, self.end))


Owner = Line | Shape | Mark


class Sheet:
    """A scene with its parts looked up once for all rules.

    Things that say whom they belong to are believed; the others belong to what they stand in.
    """

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene, self.theme = scene, theme

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The boxes, in paint order."""
        return tuple(Shape(box, _outline(box)) for box in self.scene.boxes)

    @cached_property
    def shapes_at(self) -> Index[Shape]:
        return Index((shape.rect, shape) for shape in self.shapes)

    @cached_property
    def shape_of(self) -> dict[str, Shape]:
        """The boxes by key."""
        return {shape.key: shape for shape in self.shapes}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The connectors, in paint order."""
        return tuple(self._line(item) for item in self.scene.connectors if len(item.points) > 1)

    @cached_property
    def line_of(self) -> dict[str, Line]:
        """The connectors by key."""
        return {line.key: line for line in self.lines}

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The texts that show anything, in paint order."""
        return tuple(
            Words(text, text.rect, self._home(text))
            for text in self.scene.texts
            if text.text.strip()
        )

    @cached_property
    def words_at(self) -> Index[Words]:
        return Index((words.rect, words) for words in self.words)

    @cached_property
    def _words_of(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for text in self.scene.texts:
            found[text.owner].append(text.text.strip())
        return found

    @cached_property
    def connector_strokes(self) -> Index[Stroke]:
        """The pieces of every connector's line; heads are left out."""
        return Index(
            (stroke.rect, stroke)
            for line in self.lines
            for stroke in _strokes(line.path, line.connector.paint, line)
        )

    @cached_property
    def strokes(self) -> Index[Stroke]:
        """The pieces of everything that is painted as a line: heads, borders and marks too."""
        return Index((stroke.rect, stroke) for stroke in self._all_strokes())

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(item for item in self.scene.primitives if isinstance(item, Mark))

    def ink(self, item: Shape | Line | Mark | Words) -> Rect:
        """The room that a thing takes with its strokes and heads."""
        if isinstance(item, Words):
            return item.rect
        if isinstance(item, Shape):
            return item.rect.grown(item.box.paint.stroke_width / 2)
        if isinstance(item, Mark):
            return Rect.bounding(item.path.flattened()).grown(item.paint.stroke_width / 2)
        room = item.rect.grown(item.connector.paint.stroke_width / 2)
        for head in item.connector.heads:
            room = room.union(Rect.bounding(head.outline.flattened()))
        return room

    def struck(self, words: Words, strokes: Iterable[Stroke]) -> dict[Owner, float]:
        """For how long each thing's strokes run through words; what only grazes is left out."""
        found: defaultdict[Owner, float] = defaultdict(float)
        for stroke in strokes:
            room = words.rect.grown(stroke.width / 2 - GRAZE)
            if part := room.clip(stroke.start, stroke.end):
                found[stroke.of] += part[0].distance(part[1])
        return {of: length for of, length in found.items() if length > GRAZE}

    def entered(self, line: Line) -> frozenset[str]:
        """The keys of the boxes that a connector may run through: what holds its ends."""
        around = [self.around(shape) - {shape.key} for shape in line.ends]
        return frozenset().union(*around)

    def labels(self) -> Iterator[tuple[Line, Rect]]:
        """The connectors that have words, and the room that all of these take."""
        rooms: dict[Line, Rect] = {}
        for words in self.words:
            if isinstance(words.home, Line):
                rooms[words.home] = words.rect.union(rooms.get(words.home, words.rect))
        yield from rooms.items()

    def parallels(self, gap: float) -> Iterator[tuple[Line, Line, float, float, Rect]]:
        """Pairs of connectors that run side by side at most `gap` apart: the two, for how long,
        how far apart at the nearest, and where."""
        found: dict[tuple[Line, Line], list[tuple[float, float, Rect]]] = {}
        places = {line: place for place, line in enumerate(self.lines)}
        for line in self.lines:
            for start, end in segments(line.path):
                near = self.connector_strokes.near(Rect.bounding((start, end)), gap)
                for other in near:
                    if not isinstance(other.of, Line) or places[other.of] <= places[line]:
                        continue
                    side = alongside(start, end, other.start, other.end)
                    if side and side[1] <= gap and side[0] > 0.01:
                        shared = Rect.bounding((start, end)).grown(gap)
                        shared = shared.intersection(other.rect.grown(gap))
                        found.setdefault((line, other.of), []).append((*side, shared))
        for (line, other_line), parts in found.items():
            place = parts[0][2]
            for part in parts[1:]:
                place = place.union(part[2])
            length = sum(part[0] for part in parts)
            yield line, other_line, length, min(part[1] for part in parts), place

    def crossings(self) -> Iterator[tuple[Line, Line, Point, float]]:
        """Where two connectors cross: the two, the point, and the angle in degrees, up to 90."""
        places = {line: place for place, line in enumerate(self.lines)}
        for line in self.lines:
            for start, end in segments(line.path):
                for other in self.connector_strokes.near(Rect.bounding((start, end))):
                    if not isinstance(other.of, Line) or places[other.of] <= places[line]:
                        continue
                    if hit := crossing(start, end, other.start, other.end):
                        yield line, other.of, hit, angle(start, end, other.start, other.end)

    def share_trunk(self, line: Line, other: Line) -> bool:
        """Whether two connectors leave the same box, or enter the same one, but not both."""
        same_start = line.start.shape is not None and line.start.shape is other.start.shape
        same_end = line.end.shape is not None and line.end.shape is other.end.shape
        return same_start != same_end

    def owners(self, shape: Shape) -> frozenset[str]:
        """The keys of the groups that a box says it is in, from the inside out."""
        keys = [shape.key]
        while (owner := self.shape_of.get(keys[-1])) and owner.box.owner not in {"", *keys}:
            keys.append(owner.box.owner)
        return frozenset(keys[1:])

    @cached_property
    def declared_frames(self) -> frozenset[str]:
        """The keys of boxes that other boxes say they are in."""
        return frozenset(box.owner for box in self.scene.boxes if box.owner)

    @cached_property
    def frames(self) -> frozenset[str]:
        """The keys of boxes that hold other boxes."""
        groups = {box.key for box in self.scene.boxes if box.role == "group"}
        return self.declared_frames | groups

    def around(self, shape: Shape) -> frozenset[str]:
        """The keys of the boxes that a box stands in, and its own."""
        holders = (
            other.key
            for other in self.shapes_at.near(shape.rect)
            if other is not shape and other.rect.contains(shape.rect, 0.5)
        )
        return self.owners(shape) | {shape.key, *holders}

    def is_title(self, words: Words) -> bool:
        """Whether words head a box that holds other boxes."""
        return isinstance(words.home, Shape) and words.home.key in self.frames

    def name(self, item: Shape | Line | Mark | Words) -> str:
        """What a thing is called in a message: its words, if it has any, and its key."""
        if isinstance(item, Words):
            return f"{_quoted(item.text.text)} ({item.key})"
        words = " ".join(self._words_of.get(item.key, ()))
        return f"{_quoted(words)} ({item.key})" if words else item.key

    def _home(self, text: Text) -> Shape | Line | None:
        owner = self.shape_of.get(text.owner) or self.line_of.get(text.owner)
        if owner or text.owner:
            return owner
        middle = text.rect.center
        holders = [
            shape
            for shape in self.shapes_at.near(Rect(middle.x, middle.y, 0, 0))
            if shape.holds(middle)
        ]
        return min(holders, key=lambda shape: shape.rect.width * shape.rect.height, default=None)

    def _line(self, item: Connector) -> Line:
        first, last = item.points[0], item.points[-1]
        path = rounded(item.points, item.radius).flattened(STEPS)
        tips = {True: first, False: last}
        lengths = {True: 0.0, False: 0.0}
        for head in item.heads:
            at_start = head.tip.distance(first) < head.tip.distance(last)
            tips[at_start] = head.tip
            reach = [head.tip.distance(point) for point in head.outline.flattened(STEPS)]
            lengths[at_start] = max(reach, default=0.0)
        start = End(tips[True], self._end(item.source, tips[True]), lengths[True])
        end = End(tips[False], self._end(item.target, tips[False]), lengths[False])
        return Line(item, path, start, end)

    def _end(self, key: str, tip: Point) -> Shape | None:
        if key:
            return self.shape_of.get(key)
        near = self.shapes_at.near(Rect(tip.x, tip.y, 0, 0), REACH)
        distances = [(shape.distance(tip), shape) for shape in near]
        close = [pair for pair in distances if pair[0] <= REACH]
        return min(close, key=lambda pair: pair[0], default=(0.0, None))[1]

    def _all_strokes(self) -> Iterator[Stroke]:
        for line in self.lines:
            yield from _strokes(line.path, line.connector.paint, line)
            for head in line.connector.heads:
                for piece in head.outline.pieces(STEPS):
                    yield from _strokes(piece, line.connector.paint, line)
        for shape in self.shapes:
            if shape.box.paint.stroke != NO_COLOR:
                for a, b in sides(shape.outline):
                    yield Stroke(a, b, shape.box.paint.stroke_width, shape, border=True)
                for detail in shape.box.details:
                    for piece in detail.pieces(STEPS):
                        yield from _strokes(piece, shape.box.paint, shape)
        for item in self.scene.primitives:
            if isinstance(item, Mark) and item.paint.stroke != NO_COLOR:
                for piece in item.path.pieces(STEPS):
                    yield from _strokes(piece, item.paint, item)


def _outline(box: Box) -> tuple[Point, ...]:
    path = box.outline or rounded_rect(box.rect, box.radius)
    return path.flattened(STEPS)


def _strokes(points: tuple[Point, ...], paint: Paint, of: Line | Shape | Mark) -> Iterator[Stroke]:
    return (Stroke(a, b, paint.stroke_width, of) for a, b in segments(points) if a != b)


def _quoted(words: str) -> str:
    short = words if len(words) <= WORDS_SHOWN else words[: WORDS_SHOWN - 1].rstrip() + "…"
    return f"“{short}”"
