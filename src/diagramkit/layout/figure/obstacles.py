"""What lines keep clear of, and which of several ways is best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from diagramkit.geometry import Point, Rect
from diagramkit.layout.figure.node import Node
from diagramkit.layout.route.field import Field, Wall, Way
from diagramkit.theme.model import Theme

if TYPE_CHECKING:
    from diagramkit.layout.figure.wires import Wire

HIT, WORDS, ACCENT = 3000.0, 2000.0, 3.0
"""What it costs a way to run through a box, or through words, and how much more to cross the
critical path."""
MOST_CHANNELS = 24
CLEAR = 20.0


class Obstacles:
    """The boxes, words and lines of a figure."""

    def __init__(self, top: Node, theme: Theme) -> None:
        nodes = list(top.walk())
        self.solid = [node for node in nodes if node.is_solid]
        self.frames = [node for node in nodes if node.IS_FRAME and node.children]
        self.nodes = nodes
        self.words = [rect for node in nodes for rect in node.words]
        self.borders = [line for node in nodes for line in node.borders]
        self.field: Field[Wire] = Field(theme.edge.jog, theme.spacing.parallel, self.borders)
        self._walls: dict[str, list[Wall]] = {}
        self._channels = [self._all_channels(axis) for axis in (0, 1)]

    def clear_words(self, wires: Sequence[Wire]) -> None:
        """Move words of frames off the lines that run through them all the same."""
        lines = [line for wire in wires for line in pairwise(wire.points)]
        for node in self.nodes:
            node.give_way(lines)
        self.words = [rect for node in self.nodes for rect in node.words]

    def struck(self, wires: Sequence[Wire]) -> int:
        """How often straight lines run through frames that hold none of their ends."""
        return sum(
            frame.rect.crossed_by(*wire.points)
            for wire in wires
            if wire.link.written.route == "straight"
            for frame in self.frames
            if all(frame not in (end, *end.above()) for end in wire.ends)
        )

    def channels(self, axis: int, span: Rect) -> list[float]:
        """Coordinates that lines may run along: beside boxes, and midway between neighbours;
        those nearest to the middle of a span first."""
        middle = span[axis] + span[2 + axis] / 2
        found = self._channels[axis]
        return sorted(found, key=lambda value: (abs(value - middle), value))[:MOST_CHANNELS]

    def _all_channels(self, axis: int) -> set[float]:
        rects = [node.rect for node in (*self.solid, *self.frames)]
        found: set[float] = set()
        for rect in rects:
            end = rect[axis] + rect[2 + axis]
            found |= {float(round(rect[axis] - CLEAR)), float(round(end + CLEAR))}
            beyond = [
                other[axis]
                for other in rects
                if other[axis] > end and _side_by_side(rect, other, 1 - axis)
            ]
            if beyond and 12 < min(beyond) - end < 3 * CLEAR:
                found.add((end + min(beyond)) / 2)
        return found

    def best(self, tiers: Iterable[Iterable[Sequence[Point]]], wire: Wire) -> Way:
        """The cheapest of several ways for a wire."""

        def weight(other: Wire) -> float:
            if other is wire or (wire.trunk and other.trunk == wire.trunk):
                return 0.0
            return ACCENT if "accent" in (wire.role, other.role) else 1.0

        best = self.field.best(tiers, self._walls_of(wire), weight)
        straight = wire.source.rect.center, wire.target.rect.center
        return best if best.points else Way(straight, best.cost)

    def _walls_of(self, wire: Wire) -> list[Wall]:
        """What a wire has to keep clear of: the inside of its own boxes, the neighbourhood of
        others, and words. What holds one of its ends is no obstacle."""
        if wire.key not in self._walls:
            ends = {id(end) for end in wire.ends}
            around = ends | {id(node) for end in wire.ends for node in end.above()}
            walls = [Wall(node.rect.grown(-1), HIT) for node in self.solid if id(node) in ends]
            others = (node for node in (*self.solid, *self.frames) if id(node) not in around)
            walls += [Wall(node.rect.grown(7), HIT) for node in others]
            walls += [Wall(rect.grown(3), WORDS) for rect in self.words]
            self._walls[wire.key] = walls
        return self._walls[wire.key]


def _side_by_side(one: Rect, other: Rect, axis: int) -> bool:
    """Whether two rectangles share a stretch of an axis."""
    start = max(one[axis], other[axis])
    return start < min(one[axis] + one[2 + axis], other[axis] + other[2 + axis])
