"""A scene made ready for questions: what is where, what belongs to what, what is called how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from diagramkit.geometry import Point, Rect, crossing, segments, sides, simplified
from diagramkit.lint.index import Index
from diagramkit.lint.parts import (
    STEPS,
    Drawn,
    End,
    Line,
    Owner,
    Shape,
    Stroke,
    Words,
    painted,
    path_of,
    strokes,
)
from diagramkit.scene import Box, Connector, Head, Mark, Scene, Text
from diagramkit.theme.model import Theme

# Where a line does not say which boxes it joins: how near its end has to be to a border, and how
# far a head may point short of one.
AT_BORDER, POINTS_AT = 3.0, 28.0
WORDS_SHOWN = 40


class Sheet:
    """A scene with its parts looked up once for all rules.

    Things that say whom they belong to are believed; the others belong to what they stand in.
    """

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene, self.theme = scene, theme
        self._around: dict[Shape, frozenset[str]] = {}

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The boxes, in paint order."""
        items = enumerate(self.scene.primitives)
        return tuple(Shape.of(item, order) for order, item in items if isinstance(item, Box))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The connectors, in paint order."""
        return tuple(
            self._line(item, order)
            for order, item in enumerate(self.scene.primitives)
            if isinstance(item, Connector) and len(item.points) > 1
        )

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The texts that show anything, in paint order."""
        return tuple(
            Words(item, item.rect, self._home(item), order)
            for order, item in enumerate(self.scene.primitives)
            if isinstance(item, Text) and item.text.strip()
        )

    @cached_property
    def marks(self) -> tuple[Drawn, ...]:
        """The marks, in paint order."""
        items = enumerate(self.scene.primitives)
        return tuple(Drawn(item, order) for order, item in items if isinstance(item, Mark))

    @cached_property
    def shapes_at(self) -> Index[Shape]:
        """The boxes by where they are."""
        return Index((shape.rect, shape) for shape in self.shapes)

    @cached_property
    def words_at(self) -> Index[Words]:
        """The texts by where they are."""
        return Index((words.rect, words) for words in self.words)

    @cached_property
    def strokes_at(self) -> Index[Stroke]:
        """The pieces of everything that is painted as a line, by where they are."""
        owners: tuple[Owner, ...] = (*self.lines, *self.shapes, *self.marks)
        return Index((stroke.rect, stroke) for owner in owners for stroke in painted(owner))

    @cached_property
    def legs_at(self) -> Index[Stroke]:
        """The straight pieces of all connectors by where they are."""
        return Index((leg.rect, leg) for legs in self.legs.values() for leg in legs)

    @cached_property
    def legs(self) -> dict[Line, list[Stroke]]:
        """The straight pieces of each connector, corners not rounded, heads left out."""
        return {
            line: strokes(
                tuple(simplified(line.connector.points)), line.connector.paint.stroke_width, line
            )
            for line in self.lines
        }

    @cached_property
    def shape_of(self) -> dict[str, Shape]:
        """The boxes by key."""
        return {shape.key: shape for shape in self.shapes}

    @cached_property
    def line_of(self) -> dict[str, Line]:
        """The connectors by key."""
        return {line.key: line for line in self.lines}

    @cached_property
    def labels(self) -> dict[Line, list[Words]]:
        """The words of each connector that has any."""
        found: defaultdict[Line, list[Words]] = defaultdict(list)
        for words in self.words:
            if isinstance(words.home, Line):
                found[words.home].append(words)
        return found

    @cached_property
    def declared_frames(self) -> frozenset[str]:
        """The keys of boxes that other boxes say they are in."""
        return frozenset(box.owner for box in self.scene.boxes if box.owner)

    @cached_property
    def frames(self) -> frozenset[str]:
        """The keys of boxes that hold other boxes: groups, and panels with boxes in them."""
        groups = (shape.key for shape in self.shapes if shape.box.role == "group")
        return self.declared_frames.union(groups, *map(self.around, self.shapes))

    def is_title(self, words: Words) -> bool:
        """Whether words head a box that holds other boxes."""
        return isinstance(words.home, Shape) and words.home.key in self.frames

    def owners(self, shape: Shape) -> frozenset[str]:
        """The keys of the boxes that a box says it is in, from the inside out."""
        keys = [shape.key]
        while (inner := self.shape_of.get(keys[-1])) and inner.box.owner not in {"", *keys}:
            keys.append(inner.box.owner)
        return frozenset(keys[1:])

    def around(self, shape: Shape) -> frozenset[str]:
        """The keys of the boxes that a box is in, by what it says or by where it stands."""
        if shape not in self._around:
            self._around[shape] = self.owners(shape).union(self._holders(shape))
        return self._around[shape]

    def _holders(self, shape: Shape) -> Iterator[str]:
        return (
            other.key
            for other in self.shapes_at.near(shape.rect)
            if other.area > shape.area and other.rect.contains(shape.rect, 0.5)
        )

    def visible(self, stroke: Stroke, room: Rect) -> float:
        """For how long a stroke can be seen in a room: without what later boxes hide."""
        part = room.clip(stroke.start, stroke.end)
        if part is None:
            return 0.0
        covers = [
            shape
            for shape in self.shapes_at.near(Rect.between(*part))
            if shape.opaque and shape.order > stroke.of.order
        ]
        points = _cut(*part, covers)
        seen = (
            (a, b)
            for a, b in segments(points)
            if not any(shape.holds(Point((a.x + b.x) / 2, (a.y + b.y) / 2)) for shape in covers)
        )
        return sum(a.distance(b) for a, b in seen)

    def name(self, item: Owner | Words) -> str:
        """What a thing is called in a message: its words, if it has any, and its key."""
        own = [item.text.text] if isinstance(item, Words) else self._texts.get(item.key, [])
        words = " ".join(own)
        short = words if len(words) <= WORDS_SHOWN else words[: WORDS_SHOWN - 1].rstrip() + "…"
        return f"“{short}” ({item.key})" if words else item.key

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for words in self.words:
            if words.home:
                found[words.home.key].append(words.text.text.strip())
        return found

    def _home(self, text: Text) -> Shape | Line | None:
        owner = self.shape_of.get(text.owner) or self.line_of.get(text.owner)
        if owner or text.owner:
            return owner
        middle = text.rect.center
        near = self.shapes_at.near(Rect(*middle, 0, 0))
        holders = (shape for shape in near if shape.holds(middle))
        return min(holders, key=lambda shape: shape.area, default=None)

    def _line(self, item: Connector, order: int) -> Line:
        path = path_of(item)
        start = self._end(item.source, path[::-1], _heads(item, at_start=True))
        end = self._end(item.target, path, _heads(item, at_start=False))
        path = _seen(path[::-1], start, order)[::-1]
        path = _seen(path, end, order)
        start = End(start.tip if start.head else path[0], start.shape, start.head)
        end = End(end.tip if end.head else path[-1], end.shape, end.head)
        return Line(item, path, start, end, order)

    def _end(self, key: str, path: tuple[Point, ...], heads: list[Head]) -> End:
        """The last point of a path, or the tip of the head there."""
        before, tip = path[-2], path[-1]
        reach = 0.0
        for head in heads:
            tip = head.tip
            reach = max(_behind(before, tip, point) for point in head.outline.flattened(STEPS))
        if key:
            return End(tip, self.shape_of.get(key), reach)
        return End(tip, self._met(tip, path) or self._aimed(before, tip, reach), reach)

    def _met(self, tip: Point, path: tuple[Point, ...]) -> Shape | None:
        """The box at whose border a path ends, or into which it runs."""
        near = list(self.shapes_at.near(Rect(*tip, 0, 0), AT_BORDER))
        touched = [shape for shape in near if shape.distance(tip) <= AT_BORDER]
        entered = [shape for shape in near if shape.holds(tip) and _crosses(path, shape)]
        return min(touched or entered, key=lambda shape: shape.area, default=None)

    def _aimed(self, before: Point, tip: Point, head: float) -> Shape | None:
        """The nearest box ahead of a head that stops short."""
        if not head:
            return None
        near = self.shapes_at.near(Rect(*tip, 0, 0), POINTS_AT)
        ahead = [
            (shape.distance(tip), shape)
            for shape in near
            if not shape.holds(tip) and _ahead(before, tip, shape.rect)
        ]
        close = [pair for pair in ahead if pair[0] <= POINTS_AT]
        return min(close, key=lambda pair: pair[0], default=(0.0, None))[1]


def _heads(item: Connector, *, at_start: bool) -> list[Head]:
    first, last = item.points[0], item.points[-1]
    return [
        head
        for head in item.heads
        if (head.tip.distance(first) < head.tip.distance(last)) is at_start
    ]


def _behind(before: Point, tip: Point, point: Point) -> float:
    """How far a point is behind a tip, along the line that leads to it."""
    span = before.distance(tip) or 1.0
    forward = (tip.x - before.x) * (tip.x - point.x) + (tip.y - before.y) * (tip.y - point.y)
    return forward / span


def _seen(path: tuple[Point, ...], end: End, order: int) -> tuple[Point, ...]:
    """A path without the part at its end that the box there hides."""
    shape = end.shape
    if shape is None or not shape.opaque or shape.order < order or not shape.holds(path[-1]):
        return path
    for place in range(len(path) - 1, 0, -1):
        a, b = path[place - 1], path[place]
        hits = [hit for c, d in sides(shape.outline) if (hit := crossing(a, b, c, d))]
        if hits:
            return (*path[:place], min(hits, key=a.distance))
    return path


def _crosses(path: tuple[Point, ...], shape: Shape) -> bool:
    return any(crossing(a, b, c, d) for a, b in segments(path) for c, d in sides(shape.outline))


def _ahead(before: Point, tip: Point, rect: Rect) -> bool:
    """Whether a rectangle lies in front of a tip: to the front of it more than to its side."""
    dx, dy = tip.x - before.x, tip.y - before.y
    near = Point(min(max(tip.x, rect.x), rect.right), min(max(tip.y, rect.y), rect.bottom))
    forward = dx * (near.x - tip.x) + dy * (near.y - tip.y)
    aside = abs(dx * (near.y - tip.y) - dy * (near.x - tip.x))
    return forward > 0 and forward >= aside


def _cut(a: Point, b: Point, shapes: Iterable[Shape]) -> list[Point]:
    """A segment's ends, and the points between at which it crosses an outline."""
    hits = [
        hit for shape in shapes for c, d in sides(shape.outline) if (hit := crossing(a, b, c, d))
    ]
    return [a, *sorted(hits, key=a.distance), b]
