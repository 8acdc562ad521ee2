"""Where lines may run on a page: clear of boxes, titles, words, frames and each other."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from itertools import pairwise

from diagramkit.geometry import Point, Rect, crossing
from diagramkit.layout.graph.beside import Lane
from diagramkit.layout.graph.blocks import BORDER
from diagramkit.layout.graph.label_room import Room
from diagramkit.layout.graph.page import Page
from diagramkit.layout.route.ways import Lanes
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme

Piece = tuple[Point, Point]


class Streets:
    """What `room` knows of a page, asked for lines."""

    def __init__(self, page: Page, chart: Flowchart, theme: Theme, room: Room) -> None:
        self.page, self.chart, self.room = page, chart, room
        self.clear, self.jog = theme.spacing.parallel, theme.edge.jog
        # Words stand nearer to their own line than to any other.
        self.beside = theme.spacing.label_side + BORDER
        self.most = max(self.clear, self.beside)
        self.open = {group.id for group in chart.groups if isinstance(group, Lane)}
        self.ends = [spot.rect for spot in page.end_spots.values()]
        self._met: dict[tuple[int, Point, Point], tuple[bool, int]] = {}
        """What pieces meet of other lines, as long as no line has moved."""
        self._at = room.moves

    def meets(self, index: int, own: Sequence[Rect], start: Point, end: Point) -> bool:
        """Whether a piece of a route comes too near to a box, title, frame or foreign words.
        `own` are the boxes that the piece ends at."""
        around = Rect.between(start, end).grown(self.clear)
        left, top, width, height = Rect.between(start, end).grown(self.most)
        right, bottom = left + width, top + height
        for wall in self.room.boxes.near(around):
            x, y, width, height = wall
            # Most are too far off for all, which is quick to see.
            if x > right or x + width < left or y > bottom or y + height < top or wall in own:
                continue
            clear = self.beside if wall in self.ends else self.clear
            if wall.grown(clear).crossed_by(start, end):
                return True
        for other, words in self.room.words(around):
            if other != index and words.grown(self.beside).crossed_by(start, end):
                return True
        frames = self.room.frames.near(around)
        return any(_beside(start, end, a, b, self.clear) for _, a, b in frames)

    def crowds(self, index: int, start: Point, end: Point) -> bool:
        """Whether a piece of a route runs beside another line, nearer than lines may."""
        return self._meeting(index, start, end)[0]

    def crossings(self, index: int, start: Point, end: Point) -> int:
        """How many pieces of other lines a piece of a route crosses; what only joins it, or
        leaves it, does not."""
        return self._meeting(index, start, end)[1]

    def _meeting(self, index: int, start: Point, end: Point) -> tuple[bool, int]:
        """Whether a piece runs beside another line, and how many pieces of others it crosses."""
        if self._at != self.room.moves:
            self._met.clear()
            self._at = self.room.moves
        key = index, start, end
        if key not in self._met:
            beside, count, clear = False, 0, self.clear
            around = Rect.between(start, end).grown(clear)
            left, top, width, height = around
            right, bottom = left + width, top + height
            for other, a, b in self.room.lines(around):
                (ax, ay), (bx, by) = a, b
                # Most are too far off for either, which is quick to see.
                if other == index or (ax < left and bx < left) or (ax > right and bx > right):
                    continue
                if (ay < top and by < top) or (ay > bottom and by > bottom):
                    continue
                beside = beside or _beside(start, end, a, b, clear)
                count += _cross(start, end, a, b)
            self._met[key] = beside, count
        return self._met[key]

    def enters(self, frames: Set[str], ends: Set[str], way: Sequence[Point]) -> bool:
        """Whether a way passes each of `frames` once, and no other but lanes and those of its
        `ends`."""
        ends = ends | self.open
        frames = frames - self.open
        passed: list[str] = []
        for start, end in pairwise(way):
            for name, *side in self.room.frames.near(Rect.between(start, end)):
                if name not in ends and crossing(start, end, *side):
                    passed.append(name)
        return sorted(passed) == sorted(frames)

    def ends_near(self, index: int, end: Point, within: float) -> bool:
        """Whether another line begins or ends near a place."""
        x, y = end
        for other, *piece in self.room.lines(Rect(x, y, 0, 0).grown(within)):
            if other == index:
                continue
            for one in piece:
                # Most are too far off, which is quick to see.
                if abs(one[0] - x) >= within or abs(one[1] - y) >= within:
                    continue
                route = self.page.routes[other]
                if one in (route[0], route[-1]) and end.distance(one) < within:
                    return True
        return False

    def lanes(self, region: Rect) -> Lanes:
        """Where lines may turn in a region: beside what stands there."""
        xs: set[float] = set()
        ys: set[float] = set()
        rooms = [wall.grown(self.clear) for wall in self.room.boxes.near(region)]
        rooms += [words.grown(self.beside + 1) for _, words in self.room.words(region)]
        pieces = [piece for _, *piece in self.room.lines(region)]
        pieces += [piece for _, *piece in self.room.frames.near(region)]
        rooms += [Rect.between(*piece).grown(self.clear) for piece in pieces]
        for room in rooms:
            xs.update((math.floor(room.x / 2) * 2, math.ceil(room.right / 2) * 2))
            ys.update((math.floor(room.y / 2) * 2, math.ceil(room.bottom / 2) * 2))
        return Lanes(
            sorted(x for x in xs if region.x <= x <= region.right),
            sorted(y for y in ys if region.y <= y <= region.bottom),
        )


def _beside(a: Point, b: Point, c: Point, d: Point, within: float) -> bool:
    """Whether two level or upright pieces run beside each other, nearer than `within`."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    if ax == bx and cx == dx:
        return abs(ax - cx) < within and _overlap(ay, by, cy, dy)
    if ay == by and cy == dy:
        return abs(ay - cy) < within and _overlap(ax, bx, cx, dx)
    return False


def _overlap(a: float, b: float, c: float, d: float) -> bool:
    return max(min(a, b), min(c, d)) < min(max(a, b), max(c, d))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two level or upright pieces get to both sides of each other."""
    if a[1] == b[1]:
        (left, y), right, (x, top), bottom = a, b[0], c, d[1]
    else:
        (left, y), right, (x, top), bottom = c, d[0], a, b[1]
    return (left < x < right or right < x < left) and (top < y < bottom or bottom < y < top)
