"""Number lines."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.figure.kinds.numberline import Number, Numberline
from diagramkit.geometry import Path, Point, Size, circle, number
from diagramkit.layout.charts.places import apart
from diagramkit.layout.figure.axis import OVER, Range, axis_line
from diagramkit.layout.figure.brush import BODY, FRAME, LINE, Brush, Painted
from diagramkit.layout.figure.kinds._spans import Spans
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.scene import NO_COLOR, Paint

DOT = 4.0
"""The radius of a point."""
RISE = 26.0
"""From the axis up to the words of points, for the lines that lead there."""
GAP = 12.0
TICK, NOTCH = 18.0, 4.0
"""From the axis down to the middle of the words of its ticks; half the height of their marks."""


class NumberlineNode(Node):
    """An axis with points on it, their words above, ticks and stretches below."""

    part: Numberline

    def __init__(self, part: Numberline, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        self.long = part.width or kit.theme.figure.plot_width
        ends = [end for span in part.spans for end in (span.start, span.end)]
        self.range = Range.of(part.x, [*(one.x for one in part.points), *ends])
        self.labels = [
            kit.block(
                [(one.label, "strong" if one.role == "accent" else "label")] if one.label else []
            )
            for one in part.points
        ]
        self.ticks = [(at, kit.block([(words, "label")])) for at, words in self.range.ticks(part.x)]
        self.title = kit.block([(part.x.label, "label")] if part.x.label else [])
        self.spans = Spans(part.spans, kit, self._along)
        high = max((block.ink_height for block in self.labels), default=0.0)
        self.rise = high + RISE if high else 2 * DOT
        self.drop = TICK + 12.0 if self.ticks else GAP
        foot = self.spans.height + (GAP if part.spans else 0.0)
        self.side = self._side()
        beyond = max(self.side, OVER + (self.title.size.width + 8 if self.title.lines else 0.0))
        self.size = Size(
            kit.up(self.side + self.long + beyond, 4), kit.up(self.rise + self.drop + foot, 4)
        )

    def _side(self) -> float:
        """How far words reach beyond the low end of the axis."""
        worded = zip(self.part.points, self.labels, strict=True)
        reach = [block.size.width / 2 - self._along(one.x) for one, block in worded]
        reach += [block.size.width / 2 - self._along(at) for at, block in self.ticks]
        return max([DOT, *reach])

    def _along(self, value: float) -> float:
        return self.range.share(value) * self.long

    def paint(self, brush: Brush) -> Iterator[Painted]:
        left, y, key = self.rect.x + self.side, self.rect.y + self.rise, self.path
        right = left + self.long
        yield from axis_line(brush, f"axis:{key}:x", Point(left, y), Point(right + OVER, y))
        look = brush.mode.edges.main
        dots = [left + self._along(one.x) for one in self.part.points]
        for value, block in self.ticks:
            x = left + self._along(value)
            # A dot hides the mark of a value that it stands at.
            if all(abs(x - dot) > DOT for dot in dots):
                notch = Path.polyline([Point(x, y - NOTCH), Point(x, y + NOTCH)])
                paint = Paint(NO_COLOR, look.stroke, brush.mode.edges.side.stroke_width)
                yield brush.mark(f"notch:{key}:{number(value)}", "side-edge", notch, paint, FRAME)
            at = Point(x, y + TICK - block.ink_height / 2)
            yield from brush.block(f"tick:{key}:{number(value)}", "", block, at, "middle")
        at = Point(right + OVER + 8, y - self.title.ink_height / 2)
        yield from brush.block(f"title:{key}", "", self.title, at, "start")
        yield from self._points(left, y, brush)
        yield from self.spans.paint(brush, key, Point(left, y + self.drop), right + OVER)

    def _points(self, left: float, y: float, brush: Brush) -> Iterator[Painted]:
        """Dots on the axis; words above them, moved apart, with a line to those that moved."""
        order = sorted(range(len(self.labels)), key=lambda place: self.part.points[place].x)
        wanted = [
            (left + self._along(self.part.points[at].x), self.labels[at].size.width + GAP)
            for at in order
        ]
        for place, middle in zip(order, apart(wanted, self.rect.right), strict=True):
            one, block = self.part.points[place], self.labels[place]
            x, key = left + self._along(one.x), f"point:{self.path}:{place}"
            if block.lines:
                line = Path.polyline([Point(x, y - DOT), Point(middle, y - RISE + 6)])
                paint = Paint(NO_COLOR, brush.ink("border"), brush.mode.group.stroke_width)
                yield brush.mark(f"leader:{key}", "hairline", line, paint, LINE)
                at = Point(middle, y - RISE - block.ink_height)
                yield from brush.block(f"text:{key}", "", block, at, "middle")
            yield _dot(key, one, Point(x, y), brush)


def _dot(key: str, one: Number, spot: Point, brush: Brush) -> Painted:
    if one.role in ("secondary", "note"):
        edge = brush.mode.edges.side
        paint = Paint(brush.ink("canvas"), brush.ink("line"), edge.stroke_width)
        return brush.mark(key, "off", circle(spot, DOT), paint, BODY)
    is_accent = one.role == "accent"
    paint = Paint(brush.ink("accent" if is_accent else "line"))
    return brush.mark(key, "accent-on" if is_accent else "on", circle(spot, DOT), paint, BODY)
