"""A scene made ready for questions: what is where, what belongs to what, what is called how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from diagramkit.geometry import Point, Rect, crossing, segments, sides, simplified
from diagramkit.index import Index, TooDenseError
from diagramkit.lint.ends import Surroundings, line_of
from diagramkit.lint.homes import settled
from diagramkit.lint.network import Network
from diagramkit.lint.parts import (
    FRAMES,
    STEPS,
    Drawn,
    Line,
    Owner,
    Shape,
    Stroke,
    Words,
    room_of_text,
    strokes,
)
from diagramkit.lint.strokes import Strokes
from diagramkit.scene import NO_COLOR, Box, Connector, Mark, Scene, Text
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.svg.read import Reading

WORDS_SHOWN = 40
_FRAY = 1.0
"""How much further than its mask says a line is hidden: words are measured differently."""


class Sheet:
    """A scene with its parts looked up once for all rules.

    Things that say whom they belong to are believed; the others belong to what they stand in.
    `reading` is the drawing that the scene was read from, if it was; `left_out` are the codes of
    the rules that would have taken too long.
    """

    def __init__(self, scene: Scene, theme: Theme, reading: Reading | None = None) -> None:
        self.scene, self.theme, self.reading = scene, theme, reading
        self.left_out: list[str] = []
        self._around: dict[Shape, frozenset[str]] = {}
        self._owners: dict[Shape, frozenset[str]] = {}

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The boxes, in paint order."""
        items = enumerate(self.scene.primitives)
        return tuple(Shape.of(item, order) for order, item in items if isinstance(item, Box))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The connectors, in paint order."""
        return self._lines(self._surroundings)

    @cached_property
    def painted_lines(self) -> tuple[Line, ...]:
        """The connectors for rules that do not ask what they join: where so much lies over each
        other that this would take too long to find out, they join nothing."""
        try:
            return self.lines
        except TooDenseError:
            return self._lines(Surroundings(Index(()), Index(()), Index(()), {}))

    def _lines(self, surroundings: Surroundings) -> tuple[Line, ...]:
        by_key: dict[str, Shape | Drawn] = {mark.key: mark for mark in self.marks}
        by_key.update(self.shape_of)
        return tuple(
            line_of(item, order, by_key, surroundings)
            for order, item in enumerate(self.scene.primitives)
            if isinstance(item, Connector) and len(item.points) > 1
        )

    @cached_property
    def _surroundings(self) -> Surroundings:
        """What the ends of connectors may be at that do not say what they join."""
        items = [item for item in self.scene.primitives if not isinstance(item, (Box, Text))]
        if all(isinstance(item, Mark) or (item.source and item.target) for item in items):
            return Surroundings(self.shapes_at, Index(()), Index(()), {})
        pieces = (
            (item.key, a, b)
            for item in items
            for piece in ([item.points] if isinstance(item, Connector) else item.path.pieces(STEPS))
            for a, b in segments(piece)
        )
        texts = [room_of_text(item) for item in self.scene.texts]
        return Surroundings(
            self.shapes_at,
            Index((Rect.between(a, b), (key, a, b)) for key, a, b in pieces),
            Index((room, (room, self._innermost(room.center))) for room in texts),
            {item.key: [head.tip for head in item.heads] for item in self.scene.connectors},
        )

    def _innermost(self, point: Point) -> Shape | None:
        """The smallest box at a point."""
        near = self.shapes_at.near(Rect(*point, 0, 0))
        holding = (shape for shape in near if shape.holds(point))
        return min(holding, key=lambda shape: shape.area, default=None)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The texts that show anything, in paint order."""
        items = enumerate(self.scene.primitives)
        texts = [
            Words(item, room_of_text(item), None, order)
            for order, item in items
            if isinstance(item, Text) and item.text.strip()
        ]
        return settled(texts, {**self.shape_of, **self._line_of}, self.shapes_at)

    @cached_property
    def marks(self) -> tuple[Drawn, ...]:
        """The marks, in paint order."""
        items = enumerate(self.scene.primitives)
        return tuple(Drawn(item, order) for order, item in items if isinstance(item, Mark))

    @cached_property
    def fills_at(self) -> Index[Drawn]:
        """The filled marks by where they are."""
        filled = (mark for mark in self.marks if mark.mark.paint.fill != NO_COLOR)
        return Index((mark.ink, mark) for mark in filled)

    @cached_property
    def shapes_at(self) -> Index[Shape]:
        """The boxes by where they are."""
        return Index((shape.rect, shape) for shape in self.shapes)

    @cached_property
    def words_at(self) -> Index[Words]:
        """The texts by where they are."""
        return Index((words.rect, words) for words in self.words)

    @cached_property
    def strokes_at(self) -> Strokes:
        """The pieces of everything that is painted as a line, by where they are."""
        return Strokes((*self.painted_lines, *self.shapes, *self.marks))

    @cached_property
    def legs_at(self) -> Index[Stroke]:
        """The straight pieces of all connectors by where they are."""
        return Index((leg.rect, leg) for legs in self.legs.values() for leg in legs)

    @cached_property
    def legs(self) -> dict[Line, list[Stroke]]:
        """The straight pieces of each connector, corners not rounded, heads left out."""
        return {
            line: strokes(simplified(item.points), item.paint.stroke_width, line)
            for line in self.lines
            if (item := line.connector)
        }

    @cached_property
    def shape_of(self) -> dict[str, Shape]:
        """The boxes by key."""
        return {shape.key: shape for shape in self.shapes}

    @cached_property
    def _line_of(self) -> dict[str, Line]:
        return {line.key: line for line in self.painted_lines}

    @cached_property
    def network(self) -> Network:
        """What is joined to what."""
        return Network.of(self.lines)

    @cached_property
    def labels(self) -> dict[Line, list[Words]]:
        """The words of each connector that has any."""
        found: defaultdict[Line, list[Words]] = defaultdict(list)
        for words in self.words:
            if isinstance(words.home, Line):
                found[words.home].append(words)
        return found

    @cached_property
    def label_blocks(self) -> list[tuple[Line, list[Words]]]:
        """The words of each connector in blocks: those at its ends stand apart from those along
        it."""
        blocks: list[tuple[Line, list[Words]]] = []
        for line, words in self.labels.items():
            row = Rect(0, 0, 0, 0)
            for place, item in enumerate(words):
                is_run = place > 0 and _is_run(words[place - 1], item)
                if is_run or (place and row.distance(item.rect) < 0.75 * item.text.size):
                    blocks[-1][1].append(item)
                else:
                    blocks.append((line, [item]))
                row = row.union(item.rect) if is_run else item.rect
        return blocks

    @cached_property
    def declared_frames(self) -> frozenset[str]:
        """The keys of boxes that other boxes say they are in."""
        return frozenset(box.owner for box in self.scene.boxes if box.owner)

    @cached_property
    def panels(self) -> frozenset[str]:
        """The keys of boxes that hold other boxes: groups, and boxes with boxes in them."""
        groups = (shape.key for shape in self.shapes if shape.box.role in FRAMES)
        return self.declared_frames.union(groups, *map(self.around, self.shapes))

    def owners(self, shape: Shape) -> frozenset[str]:
        """The keys of the boxes that a box says it is in, from the inside out."""
        if shape not in self._owners:
            keys: dict[str, None] = {}
            owner = shape.box.owner
            while owner and owner != shape.key and owner not in keys:
                keys[owner] = None
                outer = self.shape_of.get(owner)
                owner = outer.box.owner if outer else ""
            self._owners[shape] = frozenset(keys)
        return self._owners[shape]

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
        """For how long a stroke can be seen in a room: without what later boxes or its own mask
        hide."""
        part = room.clip(stroke.start, stroke.end)
        if part is None:
            return 0.0
        covers = [
            shape
            for shape in self.shapes_at.near(Rect.between(*part))
            if shape.opaque and shape.order > stroke.of.order
        ]
        source = self.reading.sources.get(stroke.of.key) if self.reading else None
        holes = [hole.grown(_FRAY) for hole in source.holes] if source else []
        points = _cut(*part, [*(shape.outline for shape in covers), *(h.corners for h in holes)])
        seen = (
            (a, b)
            for a, b in segments(points)
            if not _is_hidden(Point((a.x + b.x) / 2, (a.y + b.y) / 2), covers, holes)
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


def _is_run(words: Words, after: Words) -> bool:
    """Whether a text is a run of the same line as the one before, as beside a formula."""
    return words.key.rpartition(":")[0] == after.key.rpartition(":")[0]


def _is_hidden(point: Point, covers: Iterable[Shape], holes: Iterable[Rect]) -> bool:
    return any(shape.holds(point) for shape in covers) or any(
        hole.contains(Rect(*point, 0, 0)) for hole in holes
    )


def _cut(a: Point, b: Point, outlines: Iterable[Sequence[Point]]) -> list[Point]:
    """A segment's ends, and the points between at which it crosses an outline."""
    hits = [hit for outline in outlines for c, d in sides(outline) if (hit := crossing(a, b, c, d))]
    return [a, *sorted(hits, key=a.distance), b]
