"""Venn diagrams: thin circles with light tints, labels inside their regions.

Areas are in proportion to sizes as far as circles allow: two circles overlap by exactly what they
share; of more, the distances are those that together come nearest to that (stress majorisation,
as in venn.js). All grow until words fit their regions; those that never do stand outside with a
thin line.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, pairwise

from diagramkit.color import mixed, plain
from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Command, Path, Point, Rect, Size, circle
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused
from diagramkit.layout.charts.chart import around, chart_kit, chart_layout, worded
from diagramkit.layout.charts.places import Ground, with_leaders
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.brush import BODY, CATEGORIES, GROUND, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.venn.model import Region, Venn
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

RADIUS = 112.0
"""Of the largest circle, before words make it larger."""
GROWTH, LARGEST = 1.12, 2.6
"""By how much circles grow at a time for words, and how far."""
APART = 16.0
"""Between circles that share nothing."""
AIR = 6.0
"""Between words and the lines of circles."""
STEPS = 16
"""Places across the drawing at which words are tried."""
ROUNDS, STILL = 300, 0.01
"""How often circles are moved, and the move that is too small for another."""
LEAST = 0.05
"""Of the largest set: no circle is smaller, or nobody would see it."""
SLACK = 0.05
"""How far outside of a circle a point may be that is on its rim."""
TINT = 0.14
AROUND = 240.0


@dataclass(frozen=True, slots=True)
class _Circle:
    center: Point
    radius: float

    def depth(self, point: Point) -> float:
        """How far inside a point is, below zero outside."""
        return self.radius - self.center.distance(point)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a region where they stand; `leader` leads to those outside of it."""

    region: Region
    block: Label
    rect: Rect
    leader: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    model: Venn
    circles: Mapping[str, _Circle]
    said: tuple[_Said, ...]
    areas: tuple[tuple[Region, Path], ...]
    """What each region covers, the larger ones first."""
    ink: Rect


def lay_out_chart(model: Venn, theme: Theme, path: str) -> Layout:
    """Place a Venn diagram; its sets have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    count = sum(_is_critical(model, one) for one in model.sets)
    warnings = tuple(accent_overused(theme, count, len(model.sets), "sets", Location(path)))
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: Venn) -> str:
    """A Venn diagram in words: its regions with what is in them."""
    opening = f"Venn diagram of {counted(len(model.sets), 'set', 'sets')}"
    return tell(opening, [_told(region) for region in model.regions])


def _told(region: Region) -> str:
    names = " and ".join(map(flat, region.members))
    label = flat(region.label)
    name = label if len(region.members) == 1 else f"{names}: {label}" if label else names
    words = ", ".join(flat(one.text) for one in region.words)
    return f"{name} ({words})" if words else name


def _is_critical(model: Venn, region: Region) -> bool:
    names = {region.label, *(region.members if len(region.members) == 1 else ())}
    return bool(names & model.critical)


def _plan(model: Venn, kit: Kit) -> _Plan:
    sized = _circles(model)
    blocks = [(region, _block(model, region, kit)) for region in model.regions]
    tried = [(*one, _places(one[0], sized)) for one in blocks if one[1].lines]
    grown = 1.0
    while True:
        circles = {name: _scaled(one, grown) for name, one in sized.items()}
        said = [_inside(*one, circles, grown) for one in tried]
        if grown > LARGEST or all(one.rect.width for one in said):
            break
        grown *= GROWTH
    if grown > LARGEST:
        # Words that fit nowhere are no reason to have everything large.
        grown = LARGEST / 2
        circles = {name: _scaled(one, grown) for name, one in sized.items()}
        said = [_inside(*one, circles, grown) for one in tried]
    placed = _outside(said, circles)
    ink = Rect(0, 0, 0, 0)
    for rect in (*map(_bounds, circles.values()), *(one.rect for one in placed)):
        ink = ink.union(rect) if ink.width else rect
    order = sorted(model.regions, key=lambda one: len(one.members))
    areas = [(one, _area([circles[name] for name in one.members])) for one in order]
    drawn = tuple((one, path) for one, path in areas if path is not None)
    return _Plan(model, circles, tuple(placed), drawn, ink)


def _scaled(one: _Circle, by: float) -> _Circle:
    return _Circle(Point(one.center.x * by, one.center.y * by), one.radius * by)


def _bounds(one: _Circle) -> Rect:
    return Rect(one.center.x, one.center.y, 0, 0).grown(one.radius)


def _block(model: Venn, region: Region, kit: Kit) -> Label:
    """The label of a region, and its words below."""
    kind: LineKind = "title" if len(region.members) == 1 else "group"
    lines = worded(region.label, kind)
    for one in region.words:
        critical: LineKind = "strong" if {one.id, one.text} & model.critical else "body"
        lines += worded(one.text, critical)
    return kit.block(lines, kit.theme.box.wrap * 0.75)


def _circles(model: Venn) -> dict[str, _Circle]:
    """The circle of each set around one point, in source order around it from the left."""
    sizes = {one.members[0]: one.size for one in model.sets}
    greatest = max(sizes.values(), default=0.0) or 1.0
    areas = {name: max(size, LEAST * greatest) for name, size in sizes.items()}
    unit = RADIUS / math.sqrt(greatest)
    radii = {name: unit * math.sqrt(area) for name, area in areas.items()}
    shared = _shared(model, areas)
    names = list(radii)
    wanted = {
        (one, other): _distance(radii[one], radii[other], shared[one, other] * math.pi * unit**2)
        if (one, other) in shared
        else None
        for one, other in combinations(names, 2)
    }
    points = _spread(names, radii, wanted)
    middle = Rect.bounding(points.values()).center if points else Point(0, 0)
    return {name: _Circle(points[name].moved(-middle.x, -middle.y), radii[name]) for name in names}


def _shared(model: Venn, areas: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """How much each pair of sets shares, in the order of the sets; of pairs that only a larger
    union joins, a quarter of the smaller, as in Mermaid."""
    order = {name: place for place, name in enumerate(areas)}
    found: dict[tuple[str, str], float] = {}
    implied: dict[tuple[str, str], float] = {}
    for region in model.regions:
        for pair in combinations(sorted(region.members, key=order.__getitem__), 2):
            if len(region.members) == 2:
                found[pair] = region.size
            else:
                implied.setdefault(pair, min(areas[name] for name in pair) / 4)
    return implied | found


def _distance(one: float, other: float, shared: float) -> float:
    """How far apart two circles of some radii are that share an area; of areas there are not, as
    far as the smaller is nearly all inside."""
    low, high = abs(one - other), one + other
    most = 0.9 * math.pi * min(one, other) ** 2
    if shared <= 0:
        return high + APART
    for _ in range(50):
        middle = (low + high) / 2
        if _lens(one, other, middle) > min(shared, most):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _lens(one: float, other: float, distance: float) -> float:
    """The area that two circles share."""
    if distance >= one + other:
        return 0.0
    if distance <= abs(one - other):
        return math.pi * min(one, other) ** 2
    first = (distance**2 + one**2 - other**2) / (2 * distance)
    second = distance - first
    part = one**2 * math.acos(max(-1.0, min(1.0, first / one)))
    part += other**2 * math.acos(max(-1.0, min(1.0, second / other)))
    return part - distance * math.sqrt(max(one**2 - first**2, 0.0))


def _spread(
    names: Sequence[str],
    radii: Mapping[str, float],
    wanted: Mapping[tuple[str, str], float | None],
) -> dict[str, Point]:
    """The middles of circles, as far apart as wanted; those that share nothing, apart."""
    if len(names) == 2:
        (distance,) = wanted.values()
        apart = sum(radii.values()) + APART if distance is None else distance
        return {names[0]: Point(0, 0), names[1]: Point(apart, 0)}
    reach = max(radii.values(), default=0.0)
    # The first two stand side by side and the third below them, as they are read.
    start = -math.pi / 2 - math.pi / max(len(names), 1)
    points = {}
    for place, name in enumerate(names):
        angle = start + 2 * math.pi * place / len(names)
        points[name] = Point(reach * math.cos(angle), reach * math.sin(angle))
    for _ in range(ROUNDS if len(names) > 1 else 0):
        moves = dict.fromkeys(names, (0.0, 0.0))
        for (one, other), distance in wanted.items():
            here, there = points[one], points[other]
            far = here.distance(there) or 1.0
            least = radii[one] + radii[other] + APART
            off = far - (least if distance is None else distance)
            if distance is None and off > 0:
                continue
            x, y = (there.x - here.x) / far * off / 4, (there.y - here.y) / far * off / 4
            moves[one] = (moves[one][0] + x, moves[one][1] + y)
            moves[other] = (moves[other][0] - x, moves[other][1] - y)
        points = {name: points[name].moved(*moves[name]) for name in names}
        if all(abs(x) + abs(y) < STILL for x, y in moves.values()):
            break
    return points


def _places(region: Region, circles: Mapping[str, _Circle]) -> list[tuple[float, Point]]:
    """The places in a region with how far they are from its borders, the furthest first; where it
    has none, the one that comes nearest to that."""
    own = [circles[name] for name in region.members]
    others = [one for name, one in circles.items() if name not in region.members]
    bounds = _bounds(own[0])
    for one in own[1:]:
        bounds = bounds.intersection(_bounds(one))
    rims = [(*one.center, one.radius, 1) for one in own]
    rims += [(*one.center, one.radius, -1) for one in others]
    found = [
        (min([side * (r - math.hypot(at.x - x, at.y - y)) for x, y, r, side in rims]), at)
        for at in _grid(bounds)
    ]
    found.sort(key=lambda one: -one[0])
    return [one for one in found if one[0] > 0] or found[:1] or [(-1.0, bounds.center)]


def _inside(
    region: Region,
    block: Label,
    places: Sequence[tuple[float, Point]],
    circles: Mapping[str, _Circle],
    grown: float,
) -> _Said:
    """The words of a region in the middle of where there is most room for them; without width where
    there is not enough. Places are those of circles that have grown since."""
    own = [circles[name] for name in region.members]
    others = [one for name, one in circles.items() if name not in region.members]
    size = Size(block.size.width, block.ink_height)
    best, most = Rect(places[0][1].x * grown, places[0][1].y * grown, 0, 0), 0.0
    for depth, place in places:
        if depth * grown <= max(most, AIR):
            break
        rect = Rect.around(Point(place.x * grown, place.y * grown), size)
        room = _room(rect, own, others)
        if room >= AIR and room > most:
            best, most = rect, room
    return _Said(region, block, best)


def _grid(bounds: Rect) -> Iterator[Point]:
    if min(bounds.size) <= 0:
        return
    for row in range(1, STEPS):
        for column in range(1, STEPS):
            yield Point(
                bounds.x + bounds.width * column / STEPS, bounds.y + bounds.height * row / STEPS
            )


def _room(rect: Rect, own: Iterable[_Circle], others: Iterable[_Circle]) -> float:
    """The least distance of a rectangle to the lines around a region, below zero across one."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    room = 1e9
    for one in own:
        at = one.center
        far = math.hypot(max(at.x - x, right - at.x), max(at.y - y, bottom - at.y))
        room = min(room, one.radius - far)
    for one in others:
        at = one.center
        near = math.hypot(max(x - at.x, at.x - right, 0.0), max(y - at.y, at.y - bottom, 0.0))
        room = min(room, near - one.radius)
    return room


def _outside(said: Sequence[_Said], circles: Mapping[str, _Circle]) -> list[_Said]:
    """All words in their places, those without room outside with a line from their region."""
    lost = [one for one in said if not one.rect.width]
    if not lost:
        return list(said)
    bounds = [_bounds(one) for one in circles.values()]
    whole = bounds[0]
    for rect in bounds[1:]:
        whole = whole.union(rect)
    taken = [one.rect for one in said if one.rect.width]
    lines = [
        pair
        for one in circles.values()
        for pair in pairwise(circle(one.center, one.radius).flattened(16))
    ]
    points = [Point(one.rect.x, one.rect.y) for one in lost]
    sizes = [Size(one.block.size.width, one.block.ink_height) for one in lost]
    # Words may stand in no circle: their squares are taken.
    squares = [rect.grown(-rect.width * 0.146) for rect in bounds]
    ground = Ground(whole.grown(AROUND), lines, [*taken, *squares])
    found = with_leaders(points, sizes, [0.0] * len(lost), ground)
    if found is None:
        top, found = whole.bottom + APART, []
        for size in sizes:
            found.append((Rect(whole.x, top, *size), ()))
            top += size.height + APART
    moved = {one.region.members: room for one, room in zip(lost, found, strict=True)}
    return [
        replace(one, rect=moved[one.region.members][0], leader=moved[one.region.members][1])
        if one.region.members in moved
        else one
        for one in said
    ]


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    model = plan.model
    inks = dict(zip(plan.circles, _strokes(model, brush), strict=True))
    for place, (region, path) in enumerate(plan.areas, 1):
        color = _fill(region, inks, brush)
        fill = mixed(color, min(TINT * len(region.members), 0.5), brush.ink("canvas"))
        yield brush.mark(f"region:{place}", "region", path, Paint(fill), GROUND)
    for place, (region, (name, one)) in enumerate(
        zip(model.sets, plan.circles.items(), strict=True), 1
    ):
        is_critical = _is_critical(model, region)
        look = brush.look("accent") if is_critical else brush.mode.categories.looks[0]
        paint = Paint(NO_COLOR, inks[name], look.stroke_width)
        role = "accent" if is_critical else f"set-{(place - 1) % len(CATEGORIES) + 1}"
        layer = BODY if is_critical else LINE
        yield brush.mark(f"set:{place}", role, circle(one.center, one.radius), paint, layer)
    for place, said in enumerate(plan.said, 1):
        if said.leader:
            side = brush.mode.edges.side
            paint = Paint(NO_COLOR, side.stroke, side.stroke_width)
            line = Path.polyline(said.leader)
            yield brush.mark(f"leader:{place}", "side-edge", line, paint, LINE)
        at = Point(said.rect.center.x, said.rect.y)
        ink = brush.mode.text
        yield from brush.block(f"words:{place}", "", said.block, at, "middle", "", TOP, ink)


def _strokes(model: Venn, brush: Brush) -> Iterator[str]:
    """The line of each set: red where it is critical, else a category, or what the source says."""
    for place, region in enumerate(model.sets):
        said = dict(region.style)
        own = plain(said.get("stroke", "")) or plain(said.get("fill", ""))
        if brush.source_colors and len(own) == 7:
            yield own
        elif _is_critical(model, region):
            yield brush.ink("accent")
        else:
            yield brush.ink(CATEGORIES[place % len(CATEGORIES)])


def _fill(region: Region, inks: Mapping[str, str], brush: Brush) -> str:
    """The colour whose tint a region has: all those of its sets together."""
    own = plain(dict(region.style).get("fill", ""))
    if brush.source_colors and len(own) == 7:
        return own
    color = inks[region.members[0]]
    for place, name in enumerate(region.members[1:], 2):
        color = mixed(inks[name], 1 / place, color)
    return color


def _area(circles: Sequence[_Circle]) -> Path | None:
    """What some circles share, None where that is nothing: arcs from corner to corner."""
    inmost = min(circles, key=lambda one: one.radius)
    if all(one is inmost or _holds(one, inmost) for one in circles):
        return circle(inmost.center, inmost.radius)
    corners = [
        (point, {id(one), id(other)})
        for one, other in combinations(circles, 2)
        for point in _meetings(one, other)
        if all(each in (one, other) or each.depth(point) >= -SLACK for each in circles)
    ]
    if len(corners) < 2:
        return None
    middle = Point(
        sum(point.x for point, _ in corners) / len(corners),
        sum(point.y for point, _ in corners) / len(corners),
    )
    corners.sort(key=lambda one: math.atan2(one[0].y - middle.y, one[0].x - middle.x))
    commands: list[Command] = [("M", *corners[0][0])]
    for (start, at_start), (end, at_end) in pairwise([*corners, corners[0]]):
        shared = [one for one in circles if id(one) in at_start & at_end]
        arcs = [_arc(one, start, end) for one in shared]
        inside = [arc for arc, top in arcs if all(one.depth(top) >= -SLACK for one in circles)]
        commands.append(inside[0] if inside else ("L", *end))
    return Path((*commands, ("Z",)))


def _holds(one: _Circle, other: _Circle) -> bool:
    return one.center.distance(other.center) <= one.radius - other.radius


def _meetings(one: _Circle, other: _Circle) -> Iterator[Point]:
    """The points in which two rims cross."""
    apart = one.center.distance(other.center)
    if not abs(one.radius - other.radius) < apart < one.radius + other.radius:
        return
    along = (apart**2 + one.radius**2 - other.radius**2) / (2 * apart)
    aside = math.sqrt(max(one.radius**2 - along**2, 0.0))
    x, y = (other.center.x - one.center.x) / apart, (other.center.y - one.center.y) / apart
    for side in (aside, -aside):
        yield one.center.moved(along * x - side * y, along * y + side * x)


def _arc(one: _Circle, start: Point, end: Point) -> tuple[Command, Point]:
    """The arc of a rim from point to point, as a clock goes, and the middle of it."""
    begin = math.atan2(start.y - one.center.y, start.x - one.center.x)
    turn = (math.atan2(end.y - one.center.y, end.x - one.center.x) - begin) % (2 * math.pi)
    x, y = (wave(begin + turn / 2) * one.radius for wave in (math.cos, math.sin))
    command = ("A", one.radius, one.radius, 0, int(turn > math.pi), 1, *end)
    return command, one.center.moved(x, y)
