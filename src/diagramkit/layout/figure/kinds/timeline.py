"""Timelines."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.timeline import Moment, Timeline
from diagramkit.geometry import Path, Point, Size, number
from diagramkit.layout.charts.places import apart
from diagramkit.layout.figure.axis import OVER, Range, axis_line
from diagramkit.layout.figure.brush import FRAME, Brush, Painted
from diagramkit.layout.figure.kinds._spans import Spans
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.scene import NO_COLOR, Paint

GAP = 12.0
"""Between rows, and between labels and the axis."""
TICK = 16.0
"""From the axis down to the middle of the words of its ticks."""
WRAP = 150.0
"""The width at which labels wrap."""


class TimelineNode(Node):
    """Labels at the left, rows of spans beside them, the axis below, moments through all."""

    part: Timeline

    def __init__(self, part: Timeline, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.long = part.width or kit.theme.figure.plot_width
        spans = [span for track in part.tracks for span in track.spans]
        values = [end for span in spans for end in (span.start, span.end)]
        self.range = Range.of(part.x, [*values, *(one.x for one in part.moments)])
        self.rows = [Spans(track.spans, kit, self._along) for track in part.tracks]
        self.labels = [
            kit.block(
                [(track.label, "title"), *((line, "note") for line in track.small)]
                if track.label or track.small
                else [],
                WRAP,
            )
            for track in part.tracks
        ]
        self.named = [
            kit.block(
                [(one.label, "strong" if one.role == "accent" else "label")] if one.label else []
            )
            for one in part.moments
        ]
        self.ticks = [(at, kit.block([(words, "label")])) for at, words in self.range.ticks(part.x)]
        self.title = kit.block([(part.x.label, "label")] if part.x.label else [])
        self.left = max(block.size.width for block in self.labels)
        self.left += GAP if self.left else 0.0
        self.top = max((block.size.height for block in self.named), default=0.0)
        self.heights = [
            max(row.height, label.ink_height)
            for row, label in zip(self.rows, self.labels, strict=True)
        ]
        self.deep = sum(self.heights) + GAP * len(self.heights)
        self.drop = TICK + 8.0 if self.ticks else 0.0
        foot = self.drop + (self.title.size.height + 4 if self.title.lines else 0.0)
        self.size = Size(
            kit.up(self.left + self.long + OVER, 4),
            kit.up(self.top + self.deep + max(foot, 8.0), 4),
        )

    def _along(self, value: float) -> float:
        return self.range.share(value) * self.long

    def _x(self, value: float) -> float:
        return self.rect.x + self.left + self._along(value)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        top, key = self.rect.y + self.top, self.path
        left, right = self._x(self.range.low), self._x(self.range.high)
        floor = top + self.deep
        for place, row in enumerate(self.rows):
            label, high = self.labels[place], self.heights[place]
            at = Point(self.rect.x + self.left - GAP, top + high / 2 - label.ink_height / 2)
            yield from brush.block(f"track:{key}:{place}", "", label, at, "end")
            corner = Point(left, top + (high - row.height) / 2)
            crossed = [self._x(one.x) for one in self.part.moments]
            yield from row.paint(brush, f"{key}:{place}", corner, right + OVER, crossed)
            top += high + GAP
        yield from axis_line(brush, f"axis:{key}:x", Point(left, floor), Point(right + OVER, floor))
        for value, block in self.ticks:
            at = Point(self._x(value), floor + TICK - block.ink_height / 2)
            yield from brush.block(f"tick:{key}:{number(value)}", "", block, at, "middle")
        at = Point(right + OVER, floor + self.drop + 8.0)
        yield from brush.block(f"title:{key}", "", self.title, at, "end")
        yield from self._moments(brush, floor, right + OVER)

    def _moments(self, brush: Brush, floor: float, limit: float) -> Iterator[Painted]:
        order = sorted(range(len(self.named)), key=lambda place: self.part.moments[place].x)
        wanted = [
            (self._x(self.part.moments[place].x), self.named[place].size.width + GAP)
            for place in order
        ]
        for place, middle in zip(order, apart(wanted, limit), strict=True):
            moment, block = self.part.moments[place], self.named[place]
            x, top = self._x(moment.x), self.rect.y + self.top - 4
            yield self._line(place, moment, Point(x, floor), Point(x, top), brush)
            at = Point(middle, self.rect.y)
            yield from brush.block(f"moment:{self.path}:{place}:words", "", block, at, "middle")

    def _line(self, place: int, moment: Moment, foot: Point, end: Point, brush: Brush) -> Painted:
        name = "accent" if moment.role == "accent" else "side"
        look = getattr(brush.mode.edges, name)
        dash = tuple(brush.theme.edge.dash) if moment.line == "dashed" else ()
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width, dash)
        path = Path.polyline([foot, end])
        return brush.mark(f"moment:{self.path}:{place}", f"{name}-edge", path, paint, FRAME)
