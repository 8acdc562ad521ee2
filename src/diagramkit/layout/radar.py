"""Radar charts: thin rings and spokes, a line for each curve, its name beside it.

Lines are straight from value to value: a round one would say something of what lies between two
axes, where nothing is. The scale stands below the rings, since numbers on them would be struck.
Where a name has no free place beside its line, all of them stand in a key.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect, Size, circle
from diagramkit.layout import Layout
from diagramkit.layout.budget import too_wide
from diagramkit.layout.charts.chart import (
    CURE,
    around,
    chart_kit,
    chart_layout,
    notation_of,
    worded,
)
from diagramkit.layout.charts.numbers import said
from diagramkit.layout.charts.places import Ground, Led, with_leaders
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, CATEGORIES, GROUND, LINE, Brush, Ink, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.key import GAP as KEY_GAP
from diagramkit.layout.key import in_rows
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.radar.model import Curve, Radar
from diagramkit.scene import NO_COLOR, Anchor, Paint
from diagramkit.theme.model import Theme

RADIUS = 144.0
"""Of the outermost ring; larger where the words around it need more."""
GROWTH, LARGEST = 1.15, 4_000.0
GAP = 8.0
"""Between the rim and the words of an axis."""
AROUND = 200.0
"""How far beyond the words of the axes the name of a curve may stand."""
DOT = 3.0
SAMPLE = 24.0
"""Length of the piece of a line that stands for it in a key."""
LEAD = 56.0
"""How far inside the rim a curve may be named: the line to a name further in crosses too much."""
MOST_NAMED = 12
"""Curves that are named beside their lines; more of them have a key."""
BELOW = 16.0


@dataclass(frozen=True, slots=True)
class _Spoke:
    end: Point
    words: Label
    at: Point
    anchor: Anchor
    rect: Rect


@dataclass(frozen=True, slots=True)
class _Line:
    """A curve on the page."""

    curve: Curve
    points: tuple[Point, ...]
    ink: Ink
    words: Label


@dataclass(frozen=True, slots=True)
class _Plan:
    """The chart around its centre, which is at 0, 0; all of it is inside `ink`."""

    rings: tuple[Path, ...]
    spokes: tuple[_Spoke, ...]
    lines: tuple[_Line, ...]
    named: tuple[Led, ...]
    keys: tuple[Point, ...]
    scale: Label
    scale_at: Point
    ink: Rect


def lay_out_chart(model: Radar, theme: Theme, path: str) -> Layout:
    """Place a radar chart; its curves have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    warnings = tuple(too_wide(theme, size.width, Location(path), CURE))
    description = model.description or describe(model)
    return chart_layout(theme, size, paint, model, description, warnings)


def describe(model: Radar) -> str:
    """A radar chart in words: each curve with its values by axis."""
    curves = counted(len(model.curves), "curve", "curves")
    opening = f"Radar chart of {curves} over {counted(len(model.axes), 'axis', 'axes')}"
    return tell(opening, [_told(model, curve) for curve in model.curves])


def _told(model: Radar, curve: Curve) -> str:
    pairs = zip(model.axes, curve.values, strict=False)
    values = ", ".join(f"{flat(axis.label)} {value:g}" for axis, value in pairs)
    return f"{flat(curve.label)}: {values}"


def _plan(model: Radar, kit: Kit) -> _Plan:
    words = [kit.block(worded(axis.label, "label"), kit.theme.box.wrap) for axis in model.axes]
    radius, spokes = _spokes(words)
    lines = tuple(
        _Line(curve, _points(model, curve, radius), ink, _name(curve, kit))
        for curve, ink in zip(model.curves, _inks(model), strict=True)
    )
    rings = tuple(_ring(model, radius * (each + 1) / model.rings) for each in range(model.rings))
    named = _named(lines, spokes, radius)
    ink = Rect(-radius, -radius, 2 * radius, 2 * radius)
    for rect in (*(one.rect for one in spokes), *(room for room, _ in named or ())):
        ink = ink.union(rect)
    scale = kit.block(worded(_scale(model, kit), "label"), 2 * radius)
    keys, below = ([], Size(0, 0)) if named is not None else _keyed(lines, kit, ink.width)
    scale_at = Point(0.0, ink.bottom + BELOW)
    foot = scale_at.y + scale.ink_height + BELOW
    ink = ink.union(Rect(-scale.size.width / 2, scale_at.y, scale.size.width, scale.ink_height))
    corner = Point(ink.x, foot)
    ink = ink.union(Rect(*corner, *below)) if keys else ink
    places = tuple(at.moved(*corner) for at in keys)
    return _Plan(rings, tuple(spokes), lines, tuple(named or ()), places, scale, scale_at, ink)


def _turn(place: int, count: int) -> Point:
    """The unit vector of a spoke; the first points up, the others follow clockwise."""
    angle = 2 * math.pi * place / max(count, 1)
    return Point(math.sin(angle), -math.cos(angle))


def _spokes(words: Sequence[Label]) -> tuple[float, list[_Spoke]]:
    """The least radius at which no words of two axes meet, and the spokes."""
    radius = RADIUS
    while True:
        spokes = [_spoke(block, _turn(at, len(words)), radius) for at, block in enumerate(words)]
        around = [one.rect.grown(2) for one in spokes]
        meet = any(one.overlaps(other) for one, other in pairwise([*around, *around[:1]]))
        if not meet or len(spokes) < 2 or radius > LARGEST:
            return radius, spokes
        radius *= GROWTH


def _spoke(words: Label, turn: Point, radius: float) -> _Spoke:
    x, y = turn.x * (radius + GAP), turn.y * (radius + GAP)
    width, height = words.size.width, words.ink_height
    anchor: Anchor = "middle" if abs(turn.x) < 0.01 else "start" if turn.x > 0 else "end"
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    top = y - height * (1 - turn.y) / 2
    end = Point(turn.x * radius, turn.y * radius)
    return _Spoke(end, words, Point(x, top), anchor, Rect(left, top, width, height))


def _ring(model: Radar, radius: float) -> Path:
    if model.is_round or len(model.axes) < 3:
        return circle(Point(0, 0), radius)
    count = len(model.axes)
    turns = (_turn(place, count) for place in range(count))
    return Path.polygon([Point(turn.x * radius, turn.y * radius) for turn in turns])


def _points(model: Radar, curve: Curve, radius: float) -> tuple[Point, ...]:
    reach = model.most - model.least
    found: list[Point] = []
    for place, (_, value) in enumerate(zip(model.axes, curve.values, strict=False)):
        share = min(1.0, max(0.0, (value - model.least) / reach)) if reach > 0 else 0.0
        turn = _turn(place, len(model.axes))
        found.append(Point(turn.x * share * radius, turn.y * share * radius))
    return tuple(found)


def _inks(model: Radar) -> Iterator[Ink]:
    """The ink of each curve: black for a single one, else the theme's categories."""
    for place, curve in enumerate(model.curves):
        if {curve.name, curve.label} & model.critical:
            yield "accent"
        else:
            yield "line" if len(model.curves) == 1 else CATEGORIES[place % len(CATEGORIES)]


def _name(curve: Curve, kit: Kit) -> Label:
    return kit.block(worded(" ".join(curve.label.split()), "body"), kit.theme.box.wrap)


def _scale(model: Radar, kit: Kit) -> str:
    """What the rings stand for."""
    if not model.rings or not model.axes:
        return ""
    least, most = said((model.least, model.most), notation=notation_of(kit.theme))
    rings = counted(model.rings, "ring", "rings")
    return f"{rings}, from {least} at the centre to {most} at the rim"


def _named(lines: Sequence[_Line], spokes: Sequence[_Spoke], radius: float) -> list[Led] | None:
    """Where the names of curves stand, beside the value of each that is furthest from the others;
    None where some have no place."""
    if not all(line.points for line in lines) or len(lines) > MOST_NAMED:
        return None
    taken = [one.rect for one in spokes]
    drawn = [pair for line in lines for pair in pairwise([*line.points, *line.points[:1]])]
    rim = circle(Point(0, 0), radius).flattened(24)
    pieces = [*drawn, *((Point(0, 0), one.end) for one in spokes), *pairwise(rim)]
    around = Rect(-radius, -radius, 2 * radius, 2 * radius)
    for rect in taken:
        around = around.union(rect)
    bounds = around.grown(AROUND)
    best = [_lone(line, lines) for line in lines]
    if any(radius - point.distance(Point(0, 0)) > LEAD for point in best):
        return None
    # Inside of the rings, words would be struck by them: the rings take all of the room.
    inner = Rect(-radius, -radius, 2 * radius, 2 * radius).grown(-radius * 0.3)
    ground = Ground(bounds, pieces, [*taken, inner])
    sizes = [Size(line.words.size.width, line.words.ink_height) for line in lines]
    return with_leaders(best, sizes, [DOT] * len(lines), ground)


def _lone(line: _Line, lines: Sequence[_Line]) -> Point:
    """The point of a curve that stands out most from those of the others on its axis."""
    center = Point(0, 0)

    def lead(place: int) -> float:
        own = line.points[place].distance(center)
        others = [
            each.points[place].distance(center)
            for each in lines
            if each is not line and place < len(each.points)
        ]
        return own - max(others, default=0.0)

    return line.points[max(range(len(line.points)), key=lead)]


def _keyed(lines: Sequence[_Line], kit: Kit, width: float) -> tuple[list[Point], Size]:
    words = [line.words for line in lines]
    return in_rows(words, [SAMPLE] * len(lines), max(width, kit.theme.page.max_width / 2))


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    hair = Paint(NO_COLOR, brush.ink("border"), brush.mode.group.stroke_width)
    for place, ring in enumerate(plan.rings, 1):
        yield brush.mark(f"ring:{place}", "grid", ring, hair, GROUND)
    for place, spoke in enumerate(plan.spokes, 1):
        line = Path.polyline([Point(0, 0), spoke.end])
        yield brush.mark(f"spoke:{place}", "grid", line, hair, GROUND)
        yield from brush.block(f"axis:{place}", "", spoke.words, spoke.at, spoke.anchor)
    for place, each in enumerate(plan.lines, 1):
        yield from _curve(str(place), each, brush)
    yield from _names(plan, brush)
    yield from brush.block("scale", "", plan.scale, plan.scale_at, "middle")


def _curve(key: str, line: _Line, brush: Brush) -> Iterator[Painted]:
    points, edges = line.points, brush.mode.edges
    look = edges.accent if line.ink == "accent" else edges.main
    is_whole = len(points) == len(line.curve.values) > 2
    path = (Path.polygon if is_whole else Path.polyline)(points or [Point(0, 0)])
    if len(points) > 1:
        paint = Paint(NO_COLOR, brush.ink(line.ink), look.stroke_width)
        yield brush.mark(f"curve:{key}", f"series-{line.ink}", path, paint, LINE)
    for place, point in enumerate(points, 1):
        paint = Paint(brush.ink(line.ink), brush.ink("canvas"), 1.0)
        name = f"dot:{key}:{place}"
        yield brush.mark(name, f"dot-{line.ink}", circle(point, DOT), paint, BODY)


def _names(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    """The names of the curves, beside their lines or in the key."""
    side, ink = brush.mode.edges.side, brush.mode.text
    for place, (line, (room, leader)) in enumerate(zip(plan.lines, plan.named, strict=False), 1):
        if leader:
            paint = Paint(NO_COLOR, side.stroke, side.stroke_width)
            yield brush.mark(f"leader:{place}", "side-edge", Path.polyline(leader), paint, LINE)
        at = Point(room.center.x, room.y)
        yield from brush.block(f"name:{place}", "", line.words, at, "middle", color=ink)
    for place, (line, at) in enumerate(zip(plan.lines, plan.keys, strict=False), 1):
        start = at.moved(0, line.words.ink_height / 2)
        paint = Paint(NO_COLOR, brush.ink(line.ink), brush.mode.edges.main.stroke_width)
        path = Path.polyline([start, start.moved(SAMPLE, 0)])
        yield brush.mark(f"key:{place}", f"series-{line.ink}", path, paint, LINE)
        words = at.moved(SAMPLE + KEY_GAP, 0)
        yield from brush.block(f"name:{place}", "", line.words, words, "start", color=ink)
