"""Where lines may run on a page: clear of boxes, titles, words, frames and each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect, alongside, crossing
from diagramkit.layout.graph.blocks import BORDER
from diagramkit.layout.graph.label_room import Room
from diagramkit.layout.graph.page import Page
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
        self.ends = [spot.rect for spot in page.end_spots.values()]

    def meets(self, index: int, start: Point, end: Point) -> bool:
        """Whether a piece of a route comes too near to a box, title, frame or foreign words, the
        boxes that it ends at left out."""
        edge, route = self.chart.edges[index], self.page.routes[index]
        own = [self.page.rects[edge.source]] if route[0] in (start, end) else []
        own += [self.page.rects[edge.target]] if route[-1] in (start, end) else []
        box = Rect.between(start, end)
        around = box.grown(self.clear)
        for wall in self.room.boxes.near(around):
            clear = self.beside if wall in self.ends else self.clear
            if wall not in own and wall.grown(clear).crossed_by(start, end):
                return True
        for other, words in self.room.words(around):
            if other != index and words.grown(self.beside).crossed_by(start, end):
                return True
        besides = (alongside(start, end, a, b) for _, a, b in self.room.frames.near(around))
        return any(beside and beside.gap < self.clear for beside in besides)

    def crossed(self, index: int, way: Sequence[Point]) -> int | None:
        """How many lines and sides of frames a way crosses; None if it runs beside a line."""
        count = 0
        for start, end in pairwise(way):
            for _, *piece in self.others(index, start, end):
                beside = alongside(start, end, *piece)
                if beside and beside.gap < self.clear:
                    return None
                count += crossing(start, end, *piece) is not None
            for _, *side in self.room.frames.near(Rect.between(start, end)):
                count += crossing(start, end, *side) is not None
        return count

    def others(self, index: int, start: Point, end: Point) -> Iterator[tuple[int, Point, Point]]:
        """The pieces of other lines near a piece of line."""
        for found in self.room.lines(Rect.between(start, end).grown(self.clear)):
            if found[0] != index:
                yield found
