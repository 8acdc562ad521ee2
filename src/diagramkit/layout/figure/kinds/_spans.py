"""Spans on a level axis: in which row each stands, where its words are, how it is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from diagramkit.figure.kinds.timeline import Span
from diagramkit.geometry import Path, Point, Rect
from diagramkit.layout.charts.places import apart
from diagramkit.layout.figure.brush import BODY, Brush, Painted
from diagramkit.layout.figure.kinds.matrix import contrast
from diagramkit.layout.figure.kit import Kit
from diagramkit.scene import NO_COLOR, Paint

HIGH = 28.0
"""How high a span is."""
SEAM = 4.0
"""Between spans that stand below each other, and between a span and the words below it."""
AIR = 6.0
"""Between words and the sides of their span."""


class Spans:
    """Spans in as few rows as they need; `x` says where a value stands, from 0."""

    def __init__(self, spans: Sequence[Span], kit: Kit, x: Callable[[float], float]) -> None:
        self.spans, self.x = spans, x
        self.blocks = [kit.block([(one.title, "body")] if one.title else []) for one in spans]
        self.rows = _rows(spans)
        self.outside = [
            place
            for place, (one, block) in enumerate(zip(spans, self.blocks, strict=True))
            if block.lines and block.size.width + 2 * AIR > x(one.end) - x(one.start)
        ]
        heights = [max(HIGH, self.blocks[at].size.height + AIR) for at in range(len(spans))]
        self.high = max(
            (heights[at] for at in range(len(spans)) if at not in self.outside), default=HIGH
        )
        self.below = [
            max(
                (
                    self.blocks[at].ink_height + 2 * SEAM
                    for at in self.outside
                    if self.rows[at] == row
                ),
                default=0.0,
            )
            for row in range(max(self.rows, default=-1) + 1)
        ]

    @property
    def height(self) -> float:
        """The height of all rows together."""
        return self._top(len(self.below)) - SEAM if self.below else 0.0

    def _top(self, row: int) -> float:
        return row * (self.high + SEAM) + sum(self.below[:row])

    def room(self, place: int, corner: Point) -> Rect:
        """Where a span is when the axis begins below `corner`, the top left of the rows."""
        one = self.spans[place]
        left, right = corner.x + self.x(one.start), corner.x + self.x(one.end)
        return Rect(left, corner.y + self._top(self.rows[place]), right - left, self.high)

    def paint(
        self,
        brush: Brush,
        path: str,
        corner: Point,
        limit: float,
        crossed: Sequence[float] = (),
    ) -> Iterator[Painted]:
        """The spans and their words; words that stand below end at `limit`, those within keep off
        the upright lines at `crossed` where they can."""
        for place, one in enumerate(self.spans):
            rect, key = self.room(place, corner), f"{path}:{place}"
            role, paint = _look(one, brush)
            inner = rect.grown(-0.5)
            yield brush.mark(f"span:{key}", role, Path.polygon(inner.corners), paint)
            if place not in self.outside:
                block = self.blocks[place]
                ground = brush.ink("canvas") if paint.fill == NO_COLOR else paint.fill
                inks = (brush.ink("text"), brush.ink("canvas"))
                color = max(inks, key=lambda ink: contrast(ink, ground))
                middle = _free_middle(rect, block.size.width, crossed)
                at = Point(middle, rect.center.y - block.ink_height / 2)
                yield from brush.block(f"text:{key}", "", block, at, "middle", "", BODY, color)
        for row in range(len(self.below)):
            yield from self._words_below(row, brush, path, corner, limit)

    def _words_below(
        self, row: int, brush: Brush, path: str, corner: Point, limit: float
    ) -> Iterator[Painted]:
        """The words that have no room in their spans, below them and apart from each other."""
        places = [at for at in self.outside if self.rows[at] == row]
        places.sort(key=lambda at: self.spans[at].start)
        rooms = [self.room(at, corner) for at in places]
        wanted = [
            (
                max(room.center.x, corner.x + self.blocks[at].size.width / 2),
                self.blocks[at].size.width + 2 * AIR,
            )
            for at, room in zip(places, rooms, strict=True)
        ]
        for at, room, middle in zip(places, rooms, apart(wanted, limit), strict=True):
            spot = Point(middle, room.bottom + 1.5 * SEAM)
            yield from brush.block(f"text:{path}:{at}", "", self.blocks[at], spot, "middle")


def _free_middle(rect: Rect, width: float, crossed: Sequence[float]) -> float:
    """The middle of words in a span: that of the span, or of its widest part beside the lines."""
    if not any(abs(x - rect.center.x) < width / 2 + AIR / 2 for x in crossed):
        return rect.center.x
    stops = [rect.x, *sorted(x for x in crossed if rect.x < x < rect.right), rect.right]
    start, end = max(pairwise(stops), key=lambda part: part[1] - part[0])
    return (start + end) / 2 if end - start >= width + AIR else rect.center.x


def _rows(spans: Sequence[Span]) -> list[int]:
    """The row of each span: the first in which it overlaps none."""
    ends: list[float] = []
    rows = [0] * len(spans)
    for place in sorted(range(len(spans)), key=lambda at: (spans[at].start, at)):
        one = spans[place]
        row = next((at for at, end in enumerate(ends) if end <= one.start), len(ends))
        ends[row : row + 1] = [one.end]
        rows[place] = row
    return rows


def _look(one: Span, brush: Brush) -> tuple[str, Paint]:
    """How a span is painted: dashed ones are hollow, others filled by their role."""
    edge = brush.mode.edges.side
    dash = tuple(brush.theme.edge.dash)
    if one.line == "dashed":
        ink = brush.ink("accent" if one.role == "accent" else "border")
        return "region", Paint(NO_COLOR, ink, edge.stroke_width, dash)
    if one.role in ("accent", "primary"):
        name = "accent-on" if one.role == "accent" else "on"
        return name, Paint(brush.ink("accent" if one.role == "accent" else "line"))
    hair = brush.mode.group.stroke_width
    if one.role in ("secondary", "note"):
        return "off", Paint(brush.ink("canvas"), brush.ink("border"), hair)
    return "span", Paint(brush.ink("border"))
