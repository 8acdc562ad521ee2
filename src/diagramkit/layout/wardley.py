"""Wardley maps: components as small circles on a map with quiet axes, thin links, words beside.

A component that evolves has a dashed line to where it gets. Words find their own places, as in
quadrant charts; where they do not, the map grows. Annotations are numbers, listed below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect, Size, circle, rounded_rect
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, around, chart_kit, chart_layout, worded
from diagramkit.layout.charts.places import SLIGHT, Ground, Led, place_labels, with_leaders
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.arrow import Role, arrow
from diagramkit.layout.figure.axis import OVER, axis_line
from diagramkit.layout.figure.brush import BODY, FRAME, GROUND, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.flowchart.model import Head as HeadKind
from diagramkit.mermaid.kinds.wardley.model import Component, Link, Place, Wardley
from diagramkit.mermaid.kinds.wardley.reader import STAGES
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

WIDTH, HEIGHT = 760.0, 480.0
"""Of a map whose size nobody sets."""
LEAST, MOST = 240.0, 2_000.0
GROWTH, TRIES = 1.2, 4
"""By how much a map grows for its words, and how often that is tried."""
MOST_LED = 150
"""Of more words, those that have no place beside their points stand below at once."""
DOT = 5.0
NUMBER = 9.0
"""Radius of the circle around the number of an annotation."""
PIPE = 26.0
"""From a component down to the middle of its pipeline."""
FRAME_ROOM = 12.0
INERTIA = 12.0
"""From a component to the bar that holds it back, and its height."""
ARROW = 28.0
"""Length of the arrow of what presses on or holds back."""
BELOW = 10.0
WRAP = 132.0
ENDS = "Visible", "Invisible"
"""The words of the upright axis."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that look for a place beside a point of some radius; on it where that is below 0."""

    key: str
    block: Label
    at: Point
    radius: float


@dataclass
class _Plan:
    """A map whose lower left corner is at 0, 0."""

    model: Wardley
    wide: float
    high: float
    words: list[_Words] = field(default_factory=list)
    rooms: list[Led] = field(default_factory=list)
    listed: list[tuple[Label, Label, Point]] = field(default_factory=list)
    crowded: list[tuple[Label, Label, Point]] = field(default_factory=list)
    """Words without room on the map, with where they belong, below it."""
    stages: list[tuple[Label, float]] = field(default_factory=list)
    anchors: dict[str, Size] = field(default_factory=dict)
    ink: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))

    def at(self, place: Place) -> Point:
        """Where a place is."""
        return Point(place.evolution * self.wide, -place.visibility * self.high)

    def spot(self, one: Component) -> Point:
        """Where a component is: those of a pipeline stand below its owner."""
        return self.at(one.at).moved(0, PIPE if one.pipeline else 0)


def lay_out_chart(model: Wardley, theme: Theme, path: str) -> Layout:
    """Place a Wardley map; its components have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    place = Location(path)
    count = len(model.critical), len(model.components)
    warnings = (
        *accent_overused(theme, *count, "components", place),
        *too_wide(theme, size.width, place, CURE),
    )
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: Wardley) -> str:
    """A Wardley map in words: its links, or its components where it has none."""
    opening = f"Wardley map of {counted(len(model.components), 'component', 'components')}"
    names = {one.id: flat(one.label) for one in model.components.values()}
    links = [f"{names[one.source]} to {names[one.target]}" for one in model.links]
    return tell(opening, links, names.values())


def _plan(model: Wardley, kit: Kit) -> _Plan:
    wide, high = model.size or (WIDTH, HEIGHT)
    beside = max(kit.block([(word, "label")]).size.width for word in ENDS) + BELOW
    most = kit.theme.page.max_width - 2 * kit.margin - OVER - beside - 4
    wide = min(max(float(wide), LEAST), most)
    high = min(max(float(high), LEAST), MOST)
    for step in range(TRIES):
        grown = GROWTH**step
        plan = _Plan(model, min(wide * grown, most), high * grown)
        plan.words = list(_worded(plan, kit))
        if _place(plan, is_last=step == TRIES - 1 or len(plan.words) > MOST_LED):
            break
    _frame(plan, kit)
    return plan


def _worded(plan: _Plan, kit: Kit) -> Iterator[_Words]:
    """Everything that has words on the map."""
    model = plan.model
    for number, one in enumerate(model.components.values(), 1):
        kind: LineKind = "title" if one.is_anchor else "body"
        block = kit.block([*worded(one.label, kind), *worded(one.strategy, "label")], WRAP)
        radius = INERTIA + 2 if one.has_inertia else DOT
        if one.is_anchor:
            plan.anchors[one.id] = _size(block)
        yield _Words(f"component:{number}", block, plan.spot(one), -1 if one.is_anchor else radius)
    for number, link in enumerate(model.links, 1):
        if link.label:
            start, end = (plan.spot(model.components[one]) for one in (link.source, link.target))
            middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
            yield _Words(f"link:{number}", kit.block(worded(link.label, "label"), WRAP), middle, 0)
    for name, remarks, radius in (
        ("note", model.notes, 0.0),
        ("accelerator", model.accelerators, ARROW / 2),
        ("deaccelerator", model.deaccelerators, ARROW / 2),
    ):
        for number, remark in enumerate(remarks, 1):
            block = kit.block(worded(remark.text, "label"), WRAP)
            yield _Words(f"{name}:{number}", block, plan.at(remark.at), radius)


def _size(block: Label) -> Size:
    return Size(block.size.width, block.ink_height)


def _place(plan: _Plan, *, is_last: bool) -> bool:
    """Find the places of all words; False where some have none and the map may still grow."""
    model = plan.model
    lines = [_ends(plan, link) for link in model.links]
    for name, share in model.evolves.items():
        spot = plan.spot(model.components[name])
        lines.append((spot, Point(share * plan.wide, spot.y)))
    lines = [line for line in lines if line[0] != line[1]]
    for rect in _pipes(plan).values():
        a, b, c, d = rect.corners
        lines += [(a, b), (b, c), (c, d), (d, a)]
    taken = [Rect(*plan.at(remark.at), 0, 0).grown(NUMBER) for remark in model.annotations]
    own = [Rect.around(one.at, _size(one.block)) for one in plan.words]
    taken += [rect for one, rect in zip(plan.words, own, strict=True) if one.radius < 0]
    free = [one for one in plan.words if one.radius >= 0]
    bounds = Rect(2, -plan.high - OVER, plan.wide + OVER, plan.high + OVER - 2)
    ground = Ground(bounds, lines, taken)
    given = (
        [one.at for one in free],
        [_size(one.block) for one in free],
        [one.radius for one in free],
    )
    found = with_leaders(*given, ground) if len(free) <= MOST_LED else None
    if found is None and is_last:
        found = [(rect, ()) for rect in _clear(place_labels(*given, ground), ground)]
    rooms = iter(found or [])
    for one, rect in zip(plan.words, own, strict=True) if found is not None else ():
        plan.rooms.append((rect, ()) if one.radius < 0 else next(rooms))
    return found is not None


def _clear(rooms: Sequence[Rect], ground: Ground) -> Iterator[Rect]:
    """Rooms that nothing lies over; in the place of the others one without width, whose words stand
    below the map."""
    kept: list[Rect] = []
    for room in rooms:
        if ground.cost(room) > SLIGHT or any(room.overlaps(one) for one in kept):
            yield Rect(*room[:2], 0, 0)
        else:
            kept.append(room)
            yield room


def _ends(plan: _Plan, link: Link) -> tuple[Point, Point]:
    """The ends of a link at the rims of its components."""
    parts = [plan.model.components[name] for name in (link.source, link.target)]
    start, end = (plan.spot(one) for one in parts)
    length = start.distance(end)
    if not length:
        return start, start
    x, y = (end.x - start.x) / length, (end.y - start.y) / length
    gaps = [_rim(plan, one, x, y) for one in parts]
    if length <= sum(gaps):
        return start, start
    return start.moved(x * gaps[0], y * gaps[0]), end.moved(-x * gaps[1], -y * gaps[1])


def _rim(plan: _Plan, one: Component, x: float, y: float) -> float:
    """How far the rim of a component is in a direction; of an anchor, that of its words."""
    if one.id not in plan.anchors:
        return DOT
    wide, high = (side / 2 + 4 for side in plan.anchors[one.id])
    return min(wide / abs(x) if x else LEAST, high / abs(y) if y else LEAST)


def _pipes(plan: _Plan) -> dict[str, Rect]:
    """The frames of pipelines."""
    found: dict[str, Rect] = {}
    for owner, ids in plan.model.pipelines.items():
        spots = [plan.spot(plan.model.components[name]) for name in ids]
        found[owner] = Rect.bounding(spots).grown(FRAME_ROOM)
    return found


def _frame(plan: _Plan, kit: Kit) -> None:
    """The words around the map, and how much room all of it takes."""
    plan.ink = Rect(0, -plan.high - OVER, plan.wide + OVER, plan.high + OVER)
    start = 0.0
    for name, end in _stages(plan.model):
        wide = max((end - start) * plan.wide - BELOW, 40.0)
        plan.stages.append((kit.block(worded(name, "label"), wide), start * plan.wide))
        start = end
    for rect, line in plan.rooms:
        plan.ink = plan.ink.union(rect) if rect.width else plan.ink
        plan.ink = plan.ink.union(Rect.bounding(line)) if line else plan.ink
    for rect in _pipes(plan).values():
        plan.ink = plan.ink.union(rect)
    foot = max((block.ink_height for block, _ in plan.stages), default=0.0) + BELOW
    foot = max(foot, plan.ink.bottom)
    y = foot + 2 * BELOW
    for remark in plan.model.annotations:
        number = kit.block([(str(remark.number), "label")])
        block = kit.block(worded(remark.text, "body"), plan.wide - 40)
        plan.listed.append((number, block, Point(0, y)))
        y += max(block.size.height, 2 * NUMBER + 4)
    for one, (rect, _) in zip(plan.words, plan.rooms, strict=True):
        if not rect.width:
            share = f"{-one.at.y / plan.high:.2f}, {one.at.x / plan.wide:.2f}"
            plan.crowded.append((one.block, kit.block([(share, "label")]), Point(0, y)))
            y += one.block.size.height + 4
    foot = y - BELOW if plan.listed or plan.crowded else foot
    plan.ink = plan.ink.union(Rect(0, 0, plan.wide, foot))
    for word in ENDS:
        wide = kit.block([(word, "label")]).size.width
        plan.ink = plan.ink.union(Rect(-wide - BELOW, -12, wide, 12))


def _stages(model: Wardley) -> Sequence[tuple[str, float]]:
    if model.stages:
        return [(one.name, min(one.end, 1.0)) for one in model.stages]
    return [(name, (place + 1) / len(STAGES)) for place, name in enumerate(STAGES)]


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    yield from _axes(plan, brush)
    hair = Paint(NO_COLOR, brush.mode.edges.side.stroke, brush.mode.group.stroke_width)
    for place, rect in enumerate(_pipes(plan).values(), 1):
        yield brush.mark(f"pipeline:{place}", "pipeline", rounded_rect(rect, 4.0), hair, FRAME)
    for place, link in enumerate(plan.model.links, 1):
        yield from _link(plan, str(place), link, brush)
    for place, (name, share) in enumerate(plan.model.evolves.items(), 1):
        yield from _evolution(plan, str(place), name, share, brush)
    for place, one in enumerate(plan.model.components.values(), 1):
        yield from _component(plan, str(place), one, brush)
    for name, remarks, way in (
        ("accelerator", plan.model.accelerators, 1),
        ("deaccelerator", plan.model.deaccelerators, -1),
    ):
        for place, remark in enumerate(remarks, 1):
            at = plan.at(remark.at)
            line = [at.moved(-way * ARROW / 2, 0), at.moved(way * ARROW / 2, 0)]
            yield from arrow(brush, f"{name}:{place}", line)
    yield from _annotations(plan, brush)
    yield from _words(plan, brush)


def _axes(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    corner = Point(0, 0)
    yield from axis_line(brush, "axis:x", corner, Point(plan.wide + OVER, 0))
    yield from axis_line(brush, "axis:y", corner, Point(0, -plan.high - OVER))
    hair = Paint(NO_COLOR, brush.ink("border"), brush.mode.group.stroke_width)
    dash = Paint(NO_COLOR, hair.stroke, hair.stroke_width, tuple(brush.theme.edge.dash))
    for place, (block, start) in enumerate(plan.stages):
        if 0 < start < plan.wide:
            line = Path.polyline([Point(start, 0), Point(start, -plan.high)])
            # Words may stand on it: it only says where a stage begins.
            yield brush.mark(f"stage:{place}", "gridline", line, dash, GROUND)
        at = Point(start + (4 if place else 0), BELOW)
        yield from brush.block(f"stage-name:{place}", "", block, at, "start")
    kit = chart_kit(brush.theme)
    for word, y in zip(ENDS, (-plan.high, -9.0), strict=True):
        block = kit.block([(word, "label")])
        yield from brush.block(f"axis:{word}", "", block, Point(-BELOW, y), "end")


def _link(plan: _Plan, key: str, link: Link, brush: Brush) -> Iterator[Painted]:
    start, end = _ends(plan, link)
    if start == end:
        return
    pair = link.source, link.target
    role: Role = "accent" if pair in plan.model.critical_links else "side"
    points = [end, start] if link.flow == "backward" else [start, end]
    head: HeadKind = "arrow" if link.flow else "none"
    yield from arrow(brush, f"link:{key}", points, role, head, dashed=link.is_dashed)
    if link.flow == "both":
        back = [Point((start.x + end.x) / 2, (start.y + end.y) / 2), start]
        yield from arrow(brush, f"link:{key}:back", back, role, head, dashed=link.is_dashed)


def _evolution(plan: _Plan, key: str, name: str, share: float, brush: Brush) -> Iterator[Painted]:
    """The dashed line of a component to where it gets."""
    spot = plan.spot(plan.model.components[name])
    end = Point(share * plan.wide, spot.y)
    way = 1 if end.x > spot.x else -1
    if abs(end.x - spot.x) > 3 * DOT:
        role: Role = "accent" if name in plan.model.critical else "main"
        line = [spot.moved(way * DOT, 0), end]
        yield from arrow(brush, f"evolve:{key}", line, role, dashed=True)


def _component(plan: _Plan, key: str, one: Component, brush: Brush) -> Iterator[Painted]:
    spot = plan.spot(one)
    is_critical = one.id in plan.model.critical
    look = brush.look("accent" if is_critical else "primary")
    if not one.is_anchor:
        paint = Paint(look.fill, look.stroke, look.stroke_width)
        role = "accent-dot" if is_critical else "dot"
        outline = circle(spot, DOT)
        if one.id in plan.model.pipelines:
            outline = Path.polygon(Rect(*spot, 0, 0).grown(DOT).corners)
        yield brush.mark(f"component:{key}", role, outline, paint, BODY)
    if one.has_inertia:
        bar = Rect(spot.x + INERTIA - 2, spot.y - INERTIA / 2, 3.0, INERTIA)
        path, paint = Path.polygon(bar.corners), Paint(brush.ink("line"))
        yield brush.mark(f"inertia:{key}", "inertia", path, paint, BODY)


def _annotations(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    """The numbers on the map, and what they say below it."""
    look = brush.look("secondary")
    paint = Paint(brush.ink("canvas"), brush.mode.edges.side.stroke, look.stroke_width)
    for place, (remark, (number, block, at)) in enumerate(
        zip(plan.model.annotations, plan.listed, strict=True), 1
    ):
        spots = (plan.at(remark.at), at.moved(NUMBER, number.ink_height / 2))
        for name, spot in zip(("annotation", "listed"), spots, strict=True):
            yield brush.mark(f"{name}:{place}", name, circle(spot, NUMBER), paint, TOP)
            top = Point(spot.x, spot.y - number.ink_height / 2)
            yield from brush.block(f"{name}-number:{place}", "", number, top, "middle", layer=TOP)
        words = at.moved(2 * NUMBER + 8, 0)
        ink = brush.mode.text
        yield from brush.block(f"listed-words:{place}", "", block, words, "start", color=ink)


def _words(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    side = brush.mode.edges.side
    for place, (block, share, at) in enumerate(plan.crowded, 1):
        yield from brush.block(f"crowded:{place}", "", block, at, "start")
        beside = at.moved(block.size.width + BELOW, 0)
        yield from brush.block(f"crowded-at:{place}", "", share, beside, "start")
    for one, (room, leader) in zip(plan.words, plan.rooms, strict=True):
        if not room.width:
            continue
        if leader:
            paint = Paint(NO_COLOR, side.stroke, side.stroke_width)
            line = Path.polyline(leader)
            yield brush.mark(f"leader:{one.key}", "side-edge", line, paint, LINE)
        at = Point(room.center.x, room.y)
        is_name = one.key.startswith("component")
        ink = brush.mode.text if is_name else None
        yield from brush.block(f"words:{one.key}", "", one.block, at, "middle", "", TOP, ink)
