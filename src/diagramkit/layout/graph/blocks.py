"""What a level is made of: blocks and arcs before it is placed, rectangles and routes after. All in
flow coordinates: x along the flow, y across it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from diagramkit.geometry import Point, Rect, Size, segments
from diagramkit.layout.graph.effort import Meter


@dataclass(frozen=True, slots=True)
class Room:
    """Space kept free around a block, along and across the flow."""

    before: float = 0
    after: float = 0
    above: float = 0
    below: float = 0

    def widest(self, other: Room) -> Room:
        """On each side the larger of the two."""
        return Room(
            max(self.before, other.before),
            max(self.after, other.after),
            max(self.above, other.above),
            max(self.below, other.below),
        )

    def around(self, size: Size) -> Size:
        """What a block of a size takes together with its room."""
        return Size(size.width + self.before + self.after, size.height + self.above + self.below)


NO_ROOM = Room()
BORDER = 2.0
"""How far into the room of words their own line may run: it is on the border, all but rounding."""


class Door(str):
    """The name of a block that stands for a point on the frame, or holds another in its rank."""

    __slots__ = ()


class Words(str):
    """The name of a block that the words of an arc stand in, or that keeps a rank for an arc."""

    __slots__ = ()


class Pile(str):
    """The name of a block that several leaves are stacked in."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What a level places: a node, a group, or the point where an edge meets the frame.

    `rank` is the layer, counted from 0; `first` and `last` keep to the ends. `turn` is the number
    of an order that was asked for and the block's place in it.
    """

    size: Size
    room: Room = NO_ROOM
    rank: int | str | None = None
    turn: tuple[int, int] | None = None


class Aside(NamedTuple):
    """What stands beside an end of a line, across the flow: the room before it and after it, and
    how far from the next one it should be. All 0 where the distance of parallel lines will do."""

    before: float = 0
    after: float = 0
    apart: float = 0


NOTHING = Aside()


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge between two blocks of a level; `source` is upstream.

    `index` names it. `source_port` and `target_port` are where on the facing side it attaches,
    from 0 to 1 across the flow; None is up to the engine. `label` is the room for its words in
    flow coordinates, `host` the end that they stand next to. Arcs of the same `style` may share a
    trunk. `source_aside` and `target_aside` are what stands beside each end. `source_head`: a
    head points at the source.
    """

    index: int
    source: str
    target: str
    style: str = ""
    heavy: bool = False
    backward: bool = False
    length: int = 1
    label: Size | None = None
    host: Literal["source", "target"] | None = None
    source_port: float | None = None
    target_port: float | None = None
    source_aside: Aside = NOTHING
    target_aside: Aside = NOTHING
    source_head: bool = False


@dataclass(frozen=True, slots=True)
class Lanes:
    """Distances in user units: between two lanes, from the layer before to the first lane,
    from the last lane to the layer behind (a head has to fit there), and what words on a first
    stretch and on a last one need besides their own length."""

    parallel: float
    lead: float
    landing: float
    words_lead: float
    words_landing: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """Distances in user units: between ranks, between siblings, beside a label, between
    parallel lines; the smallest number of edges that share a trunk; whether words stand beside
    their line, across the flow, rather than along it; and whether the blocks of a layer begin
    together rather than share a middle. `around` is from a block to a line that runs around it,
    where marks need more than the distance of parallel lines. `meter` counts the work."""

    rank: float
    sibling: float
    label: float
    parallel: float
    fan: int
    lanes: Lanes
    beside: bool = False
    flush: bool = False
    around: float = 0
    meter: Meter = field(default_factory=Meter, compare=False)


@dataclass(slots=True)
class Level:
    """Placed blocks, routed arcs (by index), the layer of each block, the rooms of labels that
    were placed like blocks (by index), and what was kept free for words, in flow coordinates."""

    rects: dict[str, Rect] = field(default_factory=dict)
    routes: dict[int, list[Point]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    spots: dict[int, Rect] = field(default_factory=dict)
    kept: list[Rect] = field(default_factory=list)

    @property
    def bounds(self) -> Rect:
        """The rectangle around blocks and routes."""
        corners = [corner for rect in self.rects.values() for corner in rect.corners]
        return Rect.bounding([*corners, *(p for route in self.routes.values() for p in route)])

    def keeps_words(self, index: int, route: Sequence[Point], reach: float) -> bool:
        """Whether a new route of an arc still runs beside the words that were placed for it, and
        not through them, nor nearer to those of others than before."""
        old = set(segments(self.routes[index]))
        pieces = list(segments(route))
        fresh = [piece for piece in pieces if piece not in old]
        for other, words in self.spots.items() if fresh else ():
            room = words.grown(reach)
            if other != index and _meets(room, fresh) and not _meets(room, old):
                return False
        spot = self.spots.get(index)
        if spot is None:
            return True
        beside = any(spot.grown(reach).crossed_by(start, end) for start, end in pieces)
        return beside and not any(spot.grown(-BORDER).crossed_by(*piece) for piece in pieces)

    def is_free(self, room: Rect, own: Container[str], lines: Container[int]) -> bool:
        """Whether no block but `own`, and no line but `lines`, comes into a room."""
        return not any(
            room.overlaps(rect) for name, rect in self.rects.items() if name not in own
        ) and not any(
            room.crossed_by(start, end)
            for index, route in self.routes.items()
            if index not in lines
            for start, end in segments(route)
        )

    def moved(self, dx: float, dy: float) -> Level:
        """The level, `dx` along and `dy` across."""
        return Level(
            {key: rect.moved(dx, dy) for key, rect in self.rects.items()},
            {key: [p.moved(dx, dy) for p in route] for key, route in self.routes.items()},
            self.ranks,
            {key: spot.moved(dx, dy) for key, spot in self.spots.items()},
        )


def _meets(room: Rect, pieces: Iterable[tuple[Point, Point]]) -> bool:
    return any(room.crossed_by(*piece) for piece in pieces)
