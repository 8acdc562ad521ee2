"""Lines from one row of a folded level to a later one: out of the source's row into the gutter
below it, along the gutter, and into the target's row from the gutter above that.

Between the columns of a row nothing stands, so a line may run there; lines in one gutter each
have a lane of their own where they would run beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.blocks import Arc, Level, Words
from diagramkit.layout.route.field import Field, Wall

STEPS = 8
"""How many places beside a block are tried for a line."""
LANES = 5
"""How many heights in a gutter are tried on either side of its middle."""
NEAR = 4.0
"""How near to a block a line may pass."""
HIT = 3000.0
"""What it costs to run through a block."""


@dataclass(slots=True)
class Rows:
    """The rows of a level: what each holds, and the gutter (its top and height) below each."""

    members: list[list[str]]
    gutters: list[tuple[float, float]]

    def row(self, name: str) -> int:
        """The number of the row that holds a block."""
        return next(number for number, names in enumerate(self.members) if name in names)


def route_returns(
    level: Level, arcs: Sequence[Arc], rows: Rows, clear: float, parallel: float
) -> None:
    """Route the arcs between rows, those with the shortest way first.

    Args:
        level: the placed rows; gets the routes.
        arcs: what is to be routed; the source of each is in an earlier row than its target.
        rows: which block is in which row, and the gutters between them.
        clear: the least distance of a turn from a block.
        parallel: the least distance of two parallel lines.

    Post: every arc has a route that touches no block.
    """
    field: Field[int] = Field(0.0, parallel)
    for index, route in level.routes.items():
        field.add(route, index)

    def length(arc: Arc) -> tuple[float, int]:
        a, b = level.rects[arc.source].center, level.rects[arc.target].center
        return abs(a.x - b.x) + abs(a.y - b.y), arc.index

    for arc in sorted(arcs, key=length):
        walls = [
            Wall(rect.grown(_distance(name, arc, parallel)), HIT)
            for name, rect in level.rects.items()
        ]
        ways = _ways(level, arc, rows, clear, parallel)
        level.routes[arc.index] = list(field.best(ways, walls, lambda _: 1.0).points)
        field.add(level.routes[arc.index], arc.index)


def _distance(name: str, arc: Arc, parallel: float) -> float:
    """How far a line keeps from a block; its own it only keeps out of."""
    if name in (arc.source, arc.target):
        return -1.0
    return parallel - 1 if isinstance(name, Words) else NEAR


def _ways(
    level: Level, arc: Arc, rows: Rows, clear: float, parallel: float
) -> Iterator[list[list[Point]]]:
    """The ways of an arc from its row into the gutter below, and from the gutter above its target's
    row into that, beside all rows where others are between: those between two ends, then those
    between the next two."""
    first, last = rows.row(arc.source), rows.row(arc.target)
    outs = _ends(level, arc.source, arc.source_port, rows.members[first], clear, parallel)
    intos = _ends(level, arc.target, arc.target_port, rows.members[last], -clear, -parallel)
    tops, bottoms = (_lanes(*rows.gutters[row], parallel) for row in (first, last - 1))
    margin = level.bounds.x - clear
    pairs = [(y, y) for y in tops] if last - first == 1 else list(product(tops, bottoms))
    for out, into in product(outs, intos):
        x, end = out[-1].x, into[-1].x
        tier: list[list[Point]] = []
        for top, bottom in pairs:
            across = [Point(margin, top), Point(margin, bottom)] if top != bottom else []
            tier.append([*out, Point(x, top), *across, Point(end, bottom), *into[::-1]])
        yield tier


def _ends(
    level: Level,
    name: str,
    port: float | None,
    row: Sequence[str],
    clear: float,
    parallel: float,
) -> list[list[Point]]:
    """From the border of a block to where a line may run up or down: out of its lower side, or past
    what stands above and below it; of its upper side and before that where distances are
    negative."""
    rect = level.rects[name]
    y = rect.center.y if port is None else rect.y + port * rect.height
    column = _column(level, rect, row)
    side, edge, facing = rect.x, column.x, rect.y
    if clear > 0:
        side, edge, facing = rect.right, column.right, rect.bottom
    steps = (edge + clear + step * parallel / 2 for step in range(STEPS))
    found = [[Point(side, y), Point(x, y)] for x in steps]
    if port is None:
        steps = (rect.center.x + step for step in (0.0, parallel, -parallel))
        found = [[Point(x, facing)] for x in steps if rect.x < x < rect.right] + found
    return found


def _column(level: Level, rect: Rect, row: Sequence[str]) -> Rect:
    """What stands above and below a block in its row, and what overlaps that."""
    others = sorted((level.rects[name] for name in row), key=lambda other: other.x)
    for other in (*others, *reversed(others)):
        if other.x < rect.right and rect.x < other.right:
            rect = rect.union(other)
    return rect


def _lanes(top: float, height: float, parallel: float) -> list[float]:
    """The heights in a gutter at which lines may run, from its middle."""
    middle = top + height / 2
    steps = sorted(range(-LANES, LANES + 1), key=abs)
    found = (middle + step * parallel for step in steps)
    return [y for y in found if top + parallel <= y <= top + height - parallel] or [middle]


def lanes_needed(row_of: Mapping[str, int], arcs: Sequence[Arc], row: int) -> int:
    """How many lines run in the gutter below a row, at most."""
    return len(_below(row_of, arcs, row))


def tallest_words(row_of: Mapping[str, int], arcs: Sequence[Arc], row: int) -> float:
    """How far the words of lines in the gutter below a row reach from them, at most."""
    below = _below(row_of, arcs, row)
    return max((arc.label.height for arc in below if arc.label), default=0.0)


def _below(row_of: Mapping[str, int], arcs: Sequence[Arc], row: int) -> list[Arc]:
    """The lines that run in the gutter below a row."""
    return [
        arc
        for arc in arcs
        if row_of[arc.source] < row_of[arc.target]
        and row in (row_of[arc.source], row_of[arc.target] - 1)
    ]
