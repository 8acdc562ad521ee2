"""Plots."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from diagramkit.figure.kinds.plot import Axis, Boundary, Callout, Curve, Plot
from diagramkit.geometry import Path, Point, Rect, Size, circle, number
from diagramkit.layout.figure.axis import OVER, axis_line
from diagramkit.layout.figure.brush import BODY, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kinds._curve import Scale, curve_path, curve_points
from diagramkit.layout.figure.kinds._places import Places
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.layout.figure.words import Block, LineKind
from diagramkit.scene import NO_COLOR, Paint

GAP = 8.0
"""Between words and what they name."""
TICK = 16.0
"""From the level axis down to the middle of the words of its ticks."""
STEP = 16.0
"""How far apart places for words are tried."""


class PlotNode(Node):
    """Axes with their words, bands and boundaries below curves, words at the ends of curves."""

    part: Plot

    def __init__(self, part: Plot, kit: Kit, path: str, parent: Node | None = None) -> None:
        super().__init__(part, kit, path, parent)
        tokens = kit.theme.figure
        width, height = part.size or (tokens.plot_width, tokens.plot_height)
        self.area = Size(width, height)
        self.labels = [self._block(curve.label, "label", curve.role) for curve in part.curves]
        self.limits = [self._block(one.label, "label", one.role) for one in part.boundaries]
        self.titles = {name: self._block(axis.label, "label") for name, axis in self._axes()}
        right = max((block.size.width for block in self.labels), default=0.0)
        ticks = max((self._tick(y)[1].size.width for y in part.y.ticks), default=0.0)
        self.left = ticks + GAP if part.y.ticks else 0.0
        self.strip = self._strip()
        self.top = OVER + self.strip
        self.top += self.titles["y"].size.height + GAP if part.y.label else 0.0
        self.bottom = TICK + 8.0 if part.x.ticks or self._feet() or part.x.label else 0.0
        self.bottom += self.titles["x"].size.height + 4 if self._title_drops() else 0.0
        self.size = Size(
            kit.up(self.left + width + max(OVER, right + GAP if right else 0.0), 4),
            kit.up(self.top + height + self.bottom, 4),
        )

    def _axes(self) -> tuple[tuple[str, Axis], tuple[str, Axis]]:
        return (("x", self.part.x), ("y", self.part.y))

    def _block(self, words: str, kind: LineKind, role: str | None = None) -> Block:
        line: LineKind = "strong" if role == "accent" else kind
        return self.kit.block([(words, line)] if words else [], 3 * self.kit.theme.box.wrap)

    def _tick(self, tick: object) -> tuple[float, Block]:
        """The value of a tick and its words."""
        value, words = tick if isinstance(tick, tuple) else (tick, None)
        at = float(value)
        return at, self.kit.block([(str(words or number(at)), "label")])

    def _strip(self) -> float:
        """The room above the curves that the words of bands take."""
        share = self.area.width / (self.part.x.high - self.part.x.low)
        heights = [
            self._band_block(band.title, band.small, (band.end - band.start) * share).size.height
            for band in self.part.bands
        ]
        return max(heights, default=-2 * GAP) + 2 * GAP

    def _title_drops(self) -> bool:
        """Whether the words of the level axis need a line of their own."""
        title = self.titles["x"]
        if not title.lines:
            return False
        share = self.area.width / (self.part.x.high - self.part.x.low)
        free = self.area.width - title.size.width - 2 * GAP
        feet = [(self._tick(tick)[0], self._tick(tick)[1]) for tick in self.part.x.ticks]
        feet += [
            (one.x, block)
            for one, block in zip(self.part.boundaries, self.limits, strict=True)
            if one.x is not None
        ]
        low = self.part.x.low
        return any((at - low) * share + block.size.width / 2 > free for at, block in feet)

    def _feet(self) -> bool:
        """Whether the words of an upright boundary stand below the axis."""
        return any(one.x is not None and one.label for one in self.part.boundaries)

    @property
    def field(self) -> Rect:
        """The part of the plot that curves run in."""
        return Rect(self.rect.x + self.left, self.rect.y + self.top, *self.area)

    @property
    def scale(self) -> Scale:
        """From values to places."""
        return Scale(self.part.x, self.part.y, self.field)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        yield from self._grounds(brush)
        yield from self._axis_lines(brush)
        yield from self._axis_words(brush)
        places = Places(self.field)
        lines = [curve_points(curve, self.scale) for curve in self.part.curves]
        for place, one in enumerate(self.part.boundaries):
            yield from self._boundary(place, one, lines, brush)
        for place, curve in enumerate(self.part.curves):
            yield from self._curve(place, curve, lines[place], brush)
        places.take_lines(lines)
        for one in self.part.boundaries:
            places.take_lines([self._ends(one)])
        for place, callout in enumerate(self.part.callouts):
            yield from self._callout(place, callout, lines, places, brush)

    def _grounds(self, brush: Brush) -> Iterator[Painted]:
        """Bands: a hairline at either end, words at the top between them."""
        field, scale = self.field, self.scale
        for place, band in enumerate(self.part.bands):
            left, right = scale.x(band.start), scale.x(band.end)
            key = f"band:{self.path}:{place}"
            if place % 2 == 0:
                height = field.height + self.strip
                rect = Rect(left, field.y - self.strip, right - left, height)
                paint = Paint(brush.ink("panel"))
                yield brush.mark(key, "band", Path.polygon(rect.corners), paint)
            block = self._band_block(band.title, band.small, right - left)
            at = Point((left + right) / 2, field.y - self.strip + GAP)
            yield from brush.block(f"text:{key}", "", block, at, "middle")

    def _band_block(self, title: str, small: tuple[str, ...], width: float) -> Block:
        lines: list[tuple[str, LineKind]] = [(title, "title")] if title else []
        lines += [(words, "note") for words in small]
        return self.kit.block(lines, max(60.0, width - 2 * GAP))

    def _axis_lines(self, brush: Brush) -> Iterator[Painted]:
        field = self.field
        foot = Point(field.x, field.bottom)
        for name, end in (
            ("x", Point(field.right + OVER, field.bottom)),
            ("y", Point(field.x, field.y - self.strip - OVER)),
        ):
            yield from axis_line(brush, f"axis:{self.path}:{name}", foot, end)

    def _axis_words(self, brush: Brush) -> Iterator[Painted]:
        field, scale = self.field, self.scale
        for tick in self.part.x.ticks:
            value, block = self._tick(tick)
            at = Point(scale.x(value), field.bottom + TICK - block.ink_height / 2)
            yield from brush.block(f"tick:{self.path}:x{number(value)}", "", block, at, "middle")
        for tick in self.part.y.ticks:
            value, block = self._tick(tick)
            at = Point(field.x - GAP, scale.y(value) - block.ink_height / 2)
            yield from brush.block(f"tick:{self.path}:y{number(value)}", "", block, at, "end")
        title = self.titles["x"]
        drop = TICK + (title.size.height + 4 if self._title_drops() else 0.0)
        at = Point(field.right, field.bottom + drop - title.ink_height / 2)
        yield from brush.block(f"title:{self.path}:x", "", title, at, "end")
        title = self.titles["y"]
        yield from brush.block(
            f"title:{self.path}:y", "", title, Point(field.x, self.rect.y), "start"
        )

    def _ends(self, one: Boundary) -> list[Point]:
        field, scale = self.field, self.scale
        if one.x is not None:
            x = scale.x(one.x)
            return [Point(x, field.bottom), Point(x, field.y - self.strip)]
        y = scale.y(one.y or 0.0)
        return [Point(field.x, y), Point(field.right, y)]

    def _boundary(
        self, place: int, one: Boundary, lines: list[list[Point]], brush: Brush
    ) -> Iterator[Painted]:
        start, end = self._ends(one)
        name = "accent" if one.role == "accent" else "side"
        look, key = getattr(brush.mode.edges, name), f"boundary:{self.path}:{place}"
        dash = brush.theme.edge.dash if one.line == "dashed" else ()
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width, tuple(dash))
        yield brush.mark(key, f"{name}-edge", Path.polyline([start, end]), paint, LINE)
        block = self.limits[place]
        if one.x is not None:
            at = Point(start.x, start.y + TICK - block.ink_height / 2)
            yield from brush.block(f"text:{key}", "", block, at, "middle")
        else:
            at = self._beside(end, block, lines)
            yield from brush.block(f"text:{key}", "", block, at, "end")

    def _beside(self, end: Point, block: Block, lines: list[list[Point]]) -> Point:
        """Where the words of a level boundary stand: above it or below, at the right, or as far
        to the left as it takes for no curve to strike them."""
        width, height = block.size.width, block.ink_height
        steps = range(int((self.area.width - width) / STEP) + 1)
        rooms = [
            Rect(end.x - width - step * STEP, top, width, height)
            for step in steps
            for top in (end.y - GAP - height, end.y + GAP)
        ]
        pairs = [pair for line in lines for pair in pairwise(line)]
        free = (
            room for room in rooms if not any(room.grown(GAP).crossed_by(a, b) for a, b in pairs)
        )
        room = next(free, rooms[0] if rooms else Rect(end.x - width, end.y, width, height))
        return Point(room.right, room.y)

    def _curve(
        self, place: int, curve: Curve, points: list[Point], brush: Brush
    ) -> Iterator[Painted]:
        name = {"accent": "accent", "secondary": "side"}.get(curve.role or "", "main")
        name = "dashed" if curve.line == "dashed" and name == "main" else name
        look, key = getattr(brush.mode.edges, name), f"curve:{self.path}:{place}"
        dash = tuple(brush.theme.edge.dash) if curve.line == "dashed" else ()
        width = max(look.stroke_width, brush.mode.roles.accent.stroke_width) if not dash else 1.6
        paint = Paint(NO_COLOR, look.stroke, width, dash)
        yield brush.mark(key, f"{name}-curve", curve_path(points), paint, LINE)
        block, end = self.labels[place], points[-1]
        at = Point(end.x + GAP, end.y - block.ink_height / 2)
        yield from brush.block(f"text:{key}", "", block, at, "start", layer=TOP)

    def _callout(
        self, place: int, one: Callout, lines: list[list[Point]], places: Places, brush: Brush
    ) -> Iterator[Painted]:
        """A box in the free room nearest to its point, and a thin line between them."""
        lines_of: list[tuple[str, LineKind]] = [(one.title, "title")] if one.title else []
        lines_of += [(words, "note") for words in one.small]
        block = self.kit.block(lines_of)
        size = Size(
            self.kit.up(block.size.width + 2 * self.kit.padding),
            self.kit.up(block.size.height + 2 * self.kit.theme.box.padding_y, 4),
        )
        target = self.scale.on(lines[min(one.curve, len(lines)) - 1], self.scale.x(one.x))
        rect = places.nearest(size, target)
        places.take(rect)
        key, role = f"node:{self.path}.{place + 1}", one.role or "secondary"
        look = brush.mode.edges.side
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
        near = Point(min(max(target.x, rect.x + 8), rect.right - 8), rect.center.y)
        near = Point(near.x, rect.bottom if target.y > rect.bottom else rect.y)
        leader = Path.polyline([near, target])
        yield brush.mark(f"leader:{self.path}:{place}", "side-edge", leader, paint, LINE)
        dot = circle(target, 3.0)
        yield brush.mark(f"dot:{self.path}:{place}", "on", dot, Paint(brush.ink("line")), BODY)
        yield brush.box(key, role, rect)
        at = Point(rect.center.x, rect.center.y - block.ink_height / 2)
        yield from brush.block(f"text:{key}", role, block, at, "middle", key)
