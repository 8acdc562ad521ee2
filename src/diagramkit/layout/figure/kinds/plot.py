"""Plots."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from diagramkit.figure.axis import Axis
from diagramkit.figure.kinds.plot import Boundary, Callout, Curve, Dot, Plot
from diagramkit.geometry import Path, Point, Rect, Size, circle, number
from diagramkit.layout.charts.places import Ground, apart, place_labels, with_leaders
from diagramkit.layout.figure.axis import OVER, Range, axis_line
from diagramkit.layout.figure.brush import BODY, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kinds._curve import Scale, curve_path, curve_points, values_of
from diagramkit.layout.figure.kinds._places import Places, leader_of
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.node import Node
from diagramkit.layout.words import Label, LineKind
from diagramkit.scene import NO_COLOR, Paint

GAP = 8.0
"""Between words and what they name."""
TICK = 16.0
"""From the level axis down to the middle of the words of its ticks."""
DOT = 4.0
"""The radius of a point."""
MOST_CHORDS = 40
"""In how many pieces a curve is looked at by words that keep clear of it."""
MOST_BESIDE = 60
"""More points than this have no leaders to their words, which take long to find."""
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
        self.ranges = self._ranges()
        self.labels = [self._block(curve.label, "label", curve.role) for curve in part.curves]
        self.limits = [self._block(one.label, "label", one.role) for one in part.boundaries]
        self.titles = {name: self._block(axis.label, "label") for name, axis in self._axes()}
        right = max((block.size.width for block in self.labels), default=0.0)
        self.dots = [self._block(dot.label, "label", dot.role) for dot in part.points]
        self.ticks = [self._ticks(place) for place in (0, 1)]
        ticks = max((block.size.width for _, block in self.ticks[1]), default=0.0)
        self.left = ticks + GAP if self.ticks[1] else 0.0
        self.strip = self._strip()
        self.top = OVER + self.strip
        self.top += self.titles["y"].size.height + GAP if part.y.label else 0.0
        self.bottom = TICK + 8.0 if self.ticks[0] or self._feet() or part.x.label else 0.0
        self.bottom += self.titles["x"].size.height + 4 if self._title_drops() else 0.0
        self.size = Size(
            kit.up(self.left + width + max(OVER, right + GAP if right else 0.0), 4),
            kit.up(self.top + height + self.bottom, 4),
        )

    def _axes(self) -> tuple[tuple[str, Axis], tuple[str, Axis]]:
        return (("x", self.part.x), ("y", self.part.y))

    def _block(self, words: str, kind: LineKind, role: str | None = None) -> Label:
        line: LineKind = "strong" if role == "accent" else kind
        return self.kit.block([(words, line)] if words else [], 3 * self.kit.theme.box.wrap)

    def _ranges(self) -> tuple[Range, Range]:
        """From where to where the axes run."""
        part = self.part
        pointed = [one for one in part.callouts if one.y is not None]
        xs = [x for curve in part.curves for x, _ in curve.points]
        xs += [dot.x for dot in part.points] + [one.x for one in part.callouts]
        xs += [end for band in part.bands for end in (band.start, band.end)]
        xs += [one.x for one in part.boundaries if one.x is not None]
        along = Range.of(part.x, xs)
        ys = [y for curve in part.curves for _, y in values_of(curve, along)]
        ys += [dot.y for dot in part.points] + [one.y or 0.0 for one in pointed]
        ys += [one.y for one in part.boundaries if one.y is not None]
        return along, Range.of(part.y, ys)

    def _ticks(self, place: int) -> list[tuple[float, Label]]:
        """The ticks of an axis with their words set."""
        found = self.ranges[place].ticks((self.part.x, self.part.y)[place])
        return [(at, self.kit.block([(words, "label")])) for at, words in found]

    def _along(self, start: float, end: float) -> float:
        """How long a stretch of the level axis is."""
        along = self.ranges[0]
        return (along.share(end) - along.share(start)) * self.area.width

    def _strip(self) -> float:
        """The room above the curves that the words of bands take."""
        heights = [
            self._band_block(band.title, band.small, self._along(band.start, band.end)).size.height
            for band in self.part.bands
        ]
        return max(heights, default=-2 * GAP) + 2 * GAP

    def _title_drops(self) -> bool:
        """Whether the words of the level axis need a line of their own."""
        title = self.titles["x"]
        if not title.lines:
            return False
        free = self.area.width - title.size.width - 2 * GAP
        feet = list(self.ticks[0])
        feet += [
            (one.x, block)
            for one, block in zip(self.part.boundaries, self.limits, strict=True)
            if one.x is not None
        ]
        low = self.ranges[0].low
        return any(self._along(low, at) + block.size.width / 2 > free for at, block in feet)

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
        return Scale(*self.ranges, self.field)

    def paint(self, brush: Brush) -> Iterator[Painted]:
        yield from self._grounds(brush)
        yield from self._axis_lines(brush)
        yield from self._axis_words(brush)
        places = Places(self.field)
        lines = [curve_points(curve, self.scale) for curve in self.part.curves]
        for place, one in enumerate(self.part.boundaries):
            yield from self._boundary(place, one, lines, brush)
        ends = self._label_middles(lines)
        for place, curve in enumerate(self.part.curves):
            yield from self._curve(place, curve, lines[place], ends[place], brush)
        chords = [_chords(line) for line in lines]
        places.take_lines(chords)
        for one in self.part.boundaries:
            places.take_lines([self._ends(one)])
        yield from self._points(chords, places, brush)
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

    def _band_block(self, title: str, small: tuple[str, ...], width: float) -> Label:
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
        for value, block in self.ticks[0]:
            at = Point(scale.x(value), field.bottom + TICK - block.ink_height / 2)
            yield from brush.block(f"tick:{self.path}:x{number(value)}", "", block, at, "middle")
        for value, block in self.ticks[1]:
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

    def _beside(self, end: Point, block: Label, lines: list[list[Point]]) -> Point:
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

    def _points(self, lines: list[list[Point]], places: Places, brush: Brush) -> Iterator[Painted]:
        """Single points, their words beside them where nothing else is."""
        part, scale = self.part, self.scale
        spots = [Point(scale.x(dot.x), scale.y(dot.y)) for dot in part.points]
        named = [place for place, block in enumerate(self.dots) if block.lines]
        sizes = [Size(self.dots[at].size.width, self.dots[at].ink_height) for at in named]
        strokes = [
            pair for line in (*lines, *map(self._ends, part.boundaries)) for pair in pairwise(line)
        ]
        bare = [Rect(*spot, 0, 0).grown(DOT) for spot in spots]
        ground = Ground(self.rect, strokes, bare)
        at_names = [spots[at] for at in named]
        radii = [DOT] * len(named)
        led = with_leaders(at_names, sizes, radii, ground) if len(named) <= MOST_BESIDE else None
        if led is None:
            led = [(room, ()) for room in place_labels(at_names, sizes, radii, ground)]
        for place, (dot, spot) in enumerate(zip(part.points, spots, strict=True)):
            yield self._point(place, dot, spot, brush)
            places.take(bare[place])
        for place, (room, leader) in zip(named, led, strict=True):
            key = f"point:{self.path}:{place}"
            if leader:
                look = brush.mode.group
                paint = Paint(NO_COLOR, brush.ink("border"), look.stroke_width)
                yield brush.mark(f"leader:{key}", "hairline", Path.polyline(leader), paint, LINE)
            at = Point(room.x, room.y)
            yield from brush.block(f"text:{key}", "", self.dots[place], at, "start", layer=TOP)
            places.take(room)

    def _point(self, place: int, dot: Dot, spot: Point, brush: Brush) -> Painted:
        key = f"point:{self.path}:{place}"
        if dot.role in ("secondary", "note"):
            paint = Paint(
                brush.ink("canvas"), brush.ink("line"), brush.mode.edges.side.stroke_width
            )
            return brush.mark(key, "off", circle(spot, DOT), paint, BODY)
        is_accent = dot.role == "accent"
        paint = Paint(brush.ink("accent" if is_accent else "line"))
        return brush.mark(key, "accent-on" if is_accent else "on", circle(spot, DOT), paint, BODY)

    def _label_middles(self, lines: list[list[Point]]) -> list[float]:
        """Where the words at the ends of curves stand: level with them, apart from each other."""
        order = sorted(range(len(lines)), key=lambda place: lines[place][-1].y)
        named = [place for place in order if self.labels[place].lines]
        wanted = [(lines[place][-1].y, self.labels[place].ink_height + GAP) for place in named]
        middles = dict(zip(named, apart(wanted, self.field.bottom), strict=True))
        return [middles.get(place, line[-1].y) for place, line in enumerate(lines)]

    def _curve(
        self, place: int, curve: Curve, points: list[Point], middle: float, brush: Brush
    ) -> Iterator[Painted]:
        name = {"accent": "accent", "secondary": "side"}.get(curve.role or "", "main")
        name = "dashed" if curve.line == "dashed" and name == "main" else name
        look, key = getattr(brush.mode.edges, name), f"curve:{self.path}:{place}"
        dash = tuple(brush.theme.edge.dash) if curve.line == "dashed" else ()
        width = max(look.stroke_width, brush.mode.roles.accent.stroke_width) if not dash else 1.6
        paint = Paint(NO_COLOR, look.stroke, width, dash)
        yield brush.mark(key, f"{name}-curve", curve_path(points, curve.shape), paint, LINE)
        block, end = self.labels[place], points[-1]
        at = Point(end.x + GAP, middle - block.ink_height / 2)
        yield from brush.block(f"text:{key}", "", block, at, "start", layer=TOP)

    def _target(self, one: Callout, lines: list[list[Point]]) -> Point:
        """What a call-out points at."""
        x = self.scale.x(one.x)
        if one.y is not None:
            return Point(x, self.scale.y(one.y))
        return self.scale.on(lines[self.part.curve_of(one)], x)

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
        target = self._target(one, lines)
        rect = places.nearest(size, target)
        places.take_callout(rect, target)
        key, role = f"node:{self.path}.{place + 1}", one.role or "secondary"
        look = brush.mode.edges.side
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
        leader = Path.polyline(leader_of(rect, target))
        yield brush.mark(f"leader:{self.path}:{place}", "side-edge", leader, paint, LINE)
        dot = circle(target, 3.0)
        yield brush.mark(f"dot:{self.path}:{place}", "on", dot, Paint(brush.ink("line")), BODY)
        yield brush.box(key, role, rect)
        at = Point(rect.center.x, rect.center.y - block.ink_height / 2)
        yield from brush.block(f"text:{key}", role, block, at, "middle", key)


def _chords(line: list[Point]) -> list[Point]:
    """A curve with few corners, for words that keep clear of it."""
    step = 1 + len(line) // MOST_CHORDS
    return [*line[:-1:step], line[-1]]
