"""Lines from one row of a folded level to a later one: out of the source's row into the gutter
below it, along the gutter, and into the target's row from the gutter above that.

Between the columns of a row nothing stands, so a line may run there; lines in one gutter each
have a lane of their own where they would run beside each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from diagramkit.geometry import Point, Rect, segments, simplified
from diagramkit.layout.graph.blocks import Arc, Block, Level, Room
from diagramkit.layout.graph.label_blocks import is_block_of_words

MOST_STEPS = 8
"""How many places beside a block are tried for a line."""
FAR = 10_000.0
NEAR = 4.0
"""How near to a block a line may pass."""


@dataclass(slots=True)
class Rows:
    """The rows of a level: what each holds, and the gutter (its top and height) below each."""

    members: list[list[str]]
    gutters: list[tuple[float, float]]

    def row(self, name: str) -> int:
        """The number of the row that holds a block."""
        return next(number for number, names in enumerate(self.members) if name in names)


@dataclass(slots=True)
class _Router:
    level: Level
    rows: Rows
    clear: float
    parallel: float
    lanes: dict[int, list[tuple[float, float, float]]] = field(default_factory=dict)
    margin: int = 0

    def route(self, arc: Arc) -> list[Point]:
        """The way of an arc; its lanes are taken from then on."""
        first, last = self.rows.row(arc.source), self.rows.row(arc.target)
        out = self._end(arc.source, arc.source_port, first, down=True)
        into = self._end(arc.target, arc.target_port, last, down=False)
        if last - first == 1:
            out, into, lane = self._beside(arc, first, out, into)
            middle = [Point(out[-1].x, lane), Point(into[-1].x, lane)]
        else:
            self.margin += 1
            x = self.level.bounds.x - self.clear - self.parallel * (self.margin - 1)
            far = sum(self.rows.gutters[last - 1])
            top, _ = self._lane(first, out[-1], Point(x, far))
            bottom, _ = self._lane(last - 1, Point(x, top), into[-1])
            self._take(first, top, out[-1].x, x)
            self._take(last - 1, bottom, x, into[-1].x)
            middle = [Point(out[-1].x, top), Point(x, top), Point(x, bottom)]
            middle.append(Point(into[-1].x, bottom))
        return simplified([*out, *middle, *into[::-1]])

    def _beside(
        self, arc: Arc, row: int, out: list[Point], into: list[Point]
    ) -> tuple[list[Point], list[Point], float]:
        """Both ends and a lane between them; ends in the middle of a side step aside for lines
        that are there."""
        for start in self._asides(arc.source, out):
            for end in self._asides(arc.target, into):
                lane, is_clear = self._lane(row, start[-1], end[-1])
                if is_clear:
                    self._take(row, lane, start[-1].x, end[-1].x)
                    return start, end, lane
        lane, _ = self._lane(row, out[-1], into[-1])
        self._take(row, lane, out[-1].x, into[-1].x)
        return out, into, lane

    def _asides(self, name: str, end: list[Point]) -> list[list[Point]]:
        """An end of an arc at a block, and the same one a step to the right or left."""
        if len(end) > 1 or self.level.rects[name].width / 2 <= self.parallel:
            return [end]
        return [[end[0].moved(step, 0)] for step in (0.0, self.parallel, -self.parallel)]

    def _end(self, name: str, port: float | None, row: int, *, down: bool) -> list[Point]:
        """From the border of a block to where a vertical line to the gutter begins."""
        rect = self.level.rects[name]
        if port is None and self._is_free(name, row, down):
            return [Point(rect.center.x, rect.bottom if down else rect.y)]
        y = rect.center.y if port is None else rect.y + port * rect.height
        x = self._channel(rect, row, y, right=down)
        return [Point(rect.right if down else rect.x, y), Point(x, y)]

    def _side(self, rect: Rect, row: int, *, right: bool) -> float:
        """The side of the column that a block stands in."""
        column = rect
        others = sorted((self.level.rects[name] for name in self.rows.members[row]), key=_left)
        for other in (*others, *reversed(others)):
            if other.x < column.right and column.x < other.right:
                column = column.union(other)
        return column.right if right else column.x

    def _is_free(self, name: str, row: int, down: bool) -> bool:
        """Whether nothing stands between the middle of a block and the gutter."""
        rect = self.level.rects[name]
        x = rect.center.x
        end = self.rows.gutters[row][0] if down else sum(self.rows.gutters[row - 1])
        line = (Point(x, rect.bottom if down else rect.y), Point(x, end))
        for other in self.rows.members[row]:
            box = self.level.rects[other]
            if other != name and box.grown(self.parallel).crossed_by(*line):
                return False
        return not self._is_taken(*line)

    def _channel(self, rect: Rect, row: int, y: float, *, right: bool) -> float:
        """Where a vertical line runs beside a block: clear of the lines that are there."""
        edge = self._side(rect, row, right=right)
        end = self.rows.gutters[row][0] if right else sum(self.rows.gutters[row - 1])
        boxes = [
            self.level.rects[name].grown(self.parallel - 1 if is_block_of_words(name) else NEAR)
            for name in self.rows.members[row]
        ]
        open_: list[float] = []
        for step in range(-1, MOST_STEPS):
            by = self.clear + step * self.parallel / 2
            x = edge + by if right else edge - by
            way = (Point(x, y), Point(x, end))
            if any(box.crossed_by(*way) for box in boxes):
                continue
            if step >= 0 and not self._is_taken(*way):
                return x
            open_.append(x)
        return open_[-1] if open_ else edge + (self.clear if right else -self.clear)

    def _is_taken(self, start: Point, end: Point) -> bool:
        low, high = sorted((start.y, end.y))
        return any(
            a.x == b.x
            and abs(a.x - start.x) < self.parallel
            and min(a.y, b.y) < high
            and low < max(a.y, b.y)
            for route in self.level.routes.values()
            for a, b in segments(route)
        )

    def _lane(self, row: int, one: Point, other: Point) -> tuple[float, bool]:
        """A height in the gutter below `row` for the line between two uprights, and whether
        all three are clear of what is there."""
        low, high = sorted((one.x, other.x))
        top, height = self.rows.gutters[row]
        middle, step = top + height / 2, self.parallel
        best = middle
        for number in range(2 * int(height // step) + 1):
            y = middle + step * ((number + 1) // 2) * (1 if number % 2 else -1)
            if not top + step <= y <= top + height - step:
                continue
            taken = self.lanes.get(row, ())
            if any(abs(t[0] - y) < step and t[1] < high and low < t[2] for t in taken):
                continue
            best = y
            uprights = ((one, Point(one.x, y)), (other, Point(other.x, y)))
            if not any(self._is_taken(*upright) for upright in uprights):
                return y, True
        return best, False

    def _take(self, row: int, y: float, one: float, other: float) -> None:
        self.lanes.setdefault(row, []).append((y, min(one, other), max(one, other)))


def _left(rect: Rect) -> float:
    return rect.x


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
    router = _Router(level, rows, clear, parallel)

    def length(arc: Arc) -> tuple[float, int]:
        a, b = level.rects[arc.source].center, level.rects[arc.target].center
        return abs(a.x - b.x) + abs(a.y - b.y), arc.index

    for arc in sorted(arcs, key=length):
        level.routes[arc.index] = router.route(arc)


def with_ways(
    blocks: Mapping[str, Block],
    row: Level,
    down: Sequence[str],
    up: Sequence[str],
    clear: float,
    parallel: float,
) -> dict[str, Block]:
    """The blocks of a row, with room beside the layers of those whose line to another row (`down`
    or `up`) has to pass beside others."""
    result = dict(blocks)
    for name, is_down in [(name, True) for name in down] + [(name, False) for name in up]:
        rect, room = row.rects[name], blocks[name].room
        strip = Rect(rect.center.x - parallel, rect.bottom, 2 * parallel, FAR)
        strip = strip if is_down else strip.moved(0, -FAR - rect.height)
        taken = any(strip.overlaps(other) for other in row.rects.values())
        if not taken and not (room.below if is_down else room.above):
            continue
        more = Room(after=clear) if is_down else Room(before=clear)
        rank = row.ranks.get(name)
        for other in blocks:
            if other == name or (rank is not None and row.ranks.get(other) == rank):
                room = result[other].room
                wider = replace(
                    room, before=room.before + more.before, after=room.after + more.after
                )
                result[other] = replace(result[other], room=wider)
    return result


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
