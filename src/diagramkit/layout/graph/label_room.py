"""The room that is left for words: what a place for them would hit, and what it costs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect, segments, sides
from diagramkit.layout.graph.beside import Region
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.tiles import Tiles
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

ALONG = 6.0
"""How far from the side of the block of its words a line may run that runs along it."""
# What a label avoids, by how much it hurts: boxes, titles and other labels, foreign lines, to be
# nearer to one than words stand to their own, to be near one all the same.
HIT_BOX, HIT_LINE, TOO_NEAR, NEAR = 1000.0, 400.0, 120.0, 30.0


def cheapest(candidates: Iterable[Spot], room: Room, index: int, aside: float) -> Spot:
    """The place for words of edge `index` that costs least, with what it costs, as `Room.cost`
    has it. What it would hit is only asked as far as that can still decide."""
    best: Spot | None = None
    least = math.inf
    for spot in sorted(candidates, key=lambda spot: spot.cost):
        if spot.cost >= least:
            break
        cost = spot.cost + room.hits(spot.rect, index, aside, least - spot.cost)
        cost += room.crosses(spot.rect, room.page.routes.get(index, ()))
        if cost < least:
            best, least = spot, cost
    assert best is not None
    return best._replace(cost=least)


class Room:
    """What is on the page, ready to be asked what words or a line would hit. Boxes stay where they
    are; lines and the words along them may change places."""

    def __init__(self, page: Page, chart: Flowchart, theme: Theme) -> None:
        self.page, self.spacing = page, theme.spacing
        groups = {group.id for group in chart.groups}
        self.regions = {group.id for group in chart.groups if isinstance(group, Region)}
        self.boxes: Tiles[Rect] = Tiles()
        self.frames: Tiles[tuple[str, Point, Point]] = Tiles()
        self._lines: Tiles[tuple[int, Point, Point]] = Tiles()
        self._words: Tiles[tuple[int, Rect]] = Tiles()
        self._pieces: dict[int, dict[tuple[Point, Point], int]] = {}
        """The pieces of each line, with their numbers among `_lines`."""
        self.moves = 0
        """How often a line has been filed: what was found out about lines holds until the next."""
        self._spots: dict[int, Rect] = {}
        for name, rect in page.rects.items():
            wall = page.title_room(name, theme) if name in groups else rect
            self.boxes.add(wall, wall)
            for start, end in sides(rect.corners) if name in groups else ():
                self.frames.add(Rect.between(start, end), (name, start, end))
        for index in page.routes:
            self.file(index)

    def file(self, index: int) -> None:
        """Look up a line anew, whose route has changed."""
        before = self._pieces.get(index, {})
        pieces = self._pieces[index] = {}
        for start, end in segments(self.page.routes[index]):
            number = before.pop((start, end), None)
            if number is None:
                number = self._lines.add(Rect.between(start, end), (index, start, end))
            pieces[start, end] = number
        for (start, end), number in before.items():
            self._lines.drop(Rect.between(start, end), number)
        self.moves += 1

    def lines(self, near: Rect) -> list[tuple[int, Point, Point]]:
        """The pieces of lines near a rectangle, with the edges that they belong to."""
        return self._lines.near(near)

    def words(self, near: Rect) -> Iterator[tuple[int, Rect]]:
        """The words along lines near a rectangle, with the edges that they belong to."""
        for index, rect in self._words.near(near):
            if self._spots.get(index) == rect:
                yield index, rect

    def take(self, rect: Rect) -> None:
        """Count what stands at the end of a line among the boxes."""
        self.boxes.add(rect, rect)

    def put(self, index: int, rect: Rect) -> None:
        """Set the words of an edge to a place."""
        if self._spots.get(index) != rect:
            self._words.add(rect, (index, rect))
        self._spots[index] = rect

    def reserved(self, index: int) -> Spot:
        """The spot of words that were placed as a block, at the side of their line."""
        block, words = self.page.spots[index], self.page.edge_labels[index].size
        route = self.page.routes[index]
        center = block.center
        sides = {_side(a, b, block) for a, b in segments(route)}
        if "left" in sides or "right" in sides:
            is_left = "left" not in sides
            left = block.x if is_left else block.right - words.width
            rect = Rect(left, center.y - words.height / 2, *words)
            return Spot(rect, rect.right if is_left else rect.x, "end" if is_left else "start")
        top = block.bottom - words.height if "top" in sides else block.y
        return Spot(Rect(center.x - words.width / 2, top, *words), center.x, "middle")

    def hits(self, words: Rect, index: int, aside: float, most: float = math.inf) -> float:
        """What words of edge `index` cost where they are, by what they hit of others and what they
        are short of; `most` or more as soon as it is clear that it is as much. `aside` is what
        foreign lines should be away, beyond the clear room."""
        clear = self.spacing.label_clear / 2
        near, close = words.grown(clear), words.grown(2)
        cost = 0.0
        for box in self.boxes.near(near):
            if box.overlaps(near):
                cost += HIT_BOX
        for other, box in self.words(near):
            if other != index and box.overlaps(near):
                cost += HIT_BOX
        if cost >= most:
            return cost
        inside = words.grown(-1)
        for name, start, end in self.frames.near(close):
            # What parts regions stands away from them: words may come up to their ends.
            if (inside if name in self.regions else close).crossed_by(start, end):
                cost += HIT_LINE
        tight, wide = words.grown(2 * clear), words.grown(max(2.0, clear + aside))
        for owner, start, end in self.lines(wide):
            if owner != index and wide.crossed_by(start, end):
                if close.crossed_by(start, end):
                    cost += HIT_LINE
                else:
                    cost += TOO_NEAR if tight.crossed_by(start, end) else NEAR
        return cost

    def crosses(self, words: Rect, way: Sequence[Point]) -> float:
        """What words cost by the pieces of their own line that run through them."""
        close = words.grown(2)
        return sum([HIT_LINE for start, end in pairwise(way) if close.crossed_by(start, end)])


def _side(start: Point, end: Point, block: Rect) -> str:
    """Along which side of a block of words a piece of line runs: `left`, `right` or `top`; empty
    for any other piece."""
    if start.x == end.x and min(start.y, end.y) <= block.center.y <= max(start.y, end.y):
        if abs(start.x - block.x) <= ALONG:
            return "left"
        return "right" if abs(start.x - block.right) <= ALONG else ""
    if start.y == end.y and min(start.x, end.x) <= block.center.x <= max(start.x, end.x):
        return "top" if abs(start.y - block.y) <= ALONG else ""
    return ""
