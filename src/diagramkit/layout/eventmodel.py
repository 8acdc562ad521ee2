"""Event models: lanes of ruled cards in order of time, thin lines from card to card.

Every card has a column of its own, so that a line goes down or up in the column of the one, along
between two lanes, and into the other; lines that share a gap have tracks of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Point, Rect
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, around, chart_kit, chart_layout, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.arrow import Role, arrow
from diagramkit.layout.figure.brush import TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.eventmodel.model import EventModel, Frame
from diagramkit.mermaid.kinds.eventmodel.reader import lane_of
from diagramkit.theme.model import Theme

LANES = "Screens and processors", "Commands and read models", "Events"
GAP = 8.0
"""Between the columns of cards."""
PADDING = 10.0
GUTTER = 26.0
"""Between a lane's rule and its cards where one line goes along it, and AIR where none does."""
AIR = 10.0
TRACK = 12.0
"""Between lines that go along a lane."""
TITLES = 88.0
"""Width of the titles of lanes, left of all cards."""
BELOW = 20.0
OUT, IN = 0.7, 0.3
"""Where lines leave a card, and where they come in, as shares of its width."""
FEWEST = 72.0
"""The narrowest card."""
WRAP = 150.0

Lane = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Wire:
    """A line between two frames by their places; `gap` is the lane whose upper gap it goes along,
    `track` its place there."""

    source: int
    target: int
    gap: int
    track: int


@dataclass
class _Plan:
    model: EventModel
    lanes: list[Lane] = field(default_factory=list)
    titles: list[Label] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    cards: list[tuple[Label, Rect]] = field(default_factory=list)
    wires: list[_Wire] = field(default_factory=list)
    remarks: list[tuple[Label, Point]] = field(default_factory=list)
    ink: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))

    def lane(self, place: int) -> int:
        """The lane that a frame is in."""
        return self.lanes.index(lane_of(self.model.frames[place]))


def lay_out_chart(model: EventModel, theme: Theme, path: str) -> Layout:
    """Place an event model; its cards have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    place = Location(path)
    count = sum(_is_critical(model, frame) for frame in model.frames)
    warnings = (
        *accent_overused(theme, count, len(model.frames), "frames", place),
        *too_wide(theme, size.width, place, CURE),
    )
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: EventModel) -> str:
    """An event model in words: its frames in order of time."""
    opening = f"Event model of {counted(len(model.frames), 'frame', 'frames')}"
    return tell(opening, [f"{one.sort} {flat(_named(one))}" for one in model.frames])


def _named(frame: Frame) -> str:
    return f"{frame.namespace}.{frame.name}" if frame.namespace else frame.name


def _is_critical(model: EventModel, frame: Frame) -> bool:
    return bool({frame.id, frame.name} & model.critical)


def _plan(model: EventModel, kit: Kit) -> _Plan:
    plan = _Plan(model)
    plan.lanes = sorted(dict.fromkeys(map(lane_of, model.frames)), key=lambda lane: lane[0])
    places = {frame.id: place for place, frame in enumerate(model.frames)}
    blocks = [_block(frame, kit) for frame in model.frames]
    pairs = [
        (places[source], place)
        for place, frame in enumerate(model.frames)
        for source in frame.sources
        if places[source] != place
    ]
    plan.wires = _wires(plan, pairs)
    tracks = {wire.gap: wire.track + 1 for wire in sorted(plan.wires, key=lambda one: one.track)}
    for group, namespace in plan.lanes:
        title = f"{LANES[group]}: {namespace}" if namespace else LANES[group]
        plan.titles.append(kit.block([(title, "label")], TITLES))
    y = 0.0
    heights = [0.0] * len(plan.lanes)
    for place, block in enumerate(blocks):
        lane = plan.lane(place)
        heights[lane] = max(heights[lane], block.ink_height + 2 * PADDING + 4)
    for lane, words in enumerate(plan.titles):
        plan.tops.append(y)
        heights[lane] = max(heights[lane], words.size.height)
        y += _gutter(tracks, lane) + heights[lane] + AIR
    y += _gutter(tracks, len(heights)) if tracks.get(len(heights)) else 0.0
    x = TITLES + 3 * GAP if plan.lanes else 0.0
    for place, block in enumerate(blocks):
        lane = plan.lane(place)
        top = plan.tops[lane] + _gutter(tracks, lane)
        wide = kit.up(max(block.size.width + 2 * PADDING, FEWEST), 4)
        plan.cards.append((block, Rect(x, top, wide, heights[lane])))
        x += wide + GAP
    right = max(x - GAP, 0.0)
    y += BELOW if model.remarks else 0.0
    for remark in model.remarks:
        block = kit.block(worded(remark, "body"), max(right, 2 * WRAP))
        plan.remarks.append((block, Point(0, y)))
        y += block.size.height
        right = max(right, block.size.width)
    plan.ink = Rect(0, 0, right, max(y, 0.0))
    return plan


def _wires(plan: _Plan, pairs: Sequence[tuple[int, int]]) -> list[_Wire]:
    """The lines in their tracks: one for all lines of a trunk, and for trunks that do not meet.
    Those out of one card, or into one, share a trunk where none of them shares one with others."""
    ends = [
        (plan.lane(end) + (plan.lane(start) > plan.lane(end)), start, end) for start, end in pairs
    ]
    leaving = Counter((gap, start) for gap, start, _ in ends)
    coming = Counter((gap, end) for gap, _, end in ends)
    mixed = [one for one in ends if leaving[one[:2]] > 1 and coming[one[0], one[2]] > 1]
    apart = {(gap, start) for gap, start, _ in mixed}, {(gap, end) for gap, _, end in mixed}
    trunks: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    named = []
    for gap, start, end in ends:
        trunk = (gap, start, end)
        if leaving[gap, start] > 1 and (gap, start) not in apart[0]:
            trunk = (gap, start, -1)
        elif coming[gap, end] > 1 and (gap, end) not in apart[1]:
            trunk = (gap, -1, end)
        trunks.setdefault(trunk, []).append((start, end))
        named.append(trunk)
    tracks = _tracks(trunks)
    return [
        _Wire(start, end, trunk[0], tracks[trunk])
        for trunk, (start, end) in zip(named, pairs, strict=True)
    ]


def _tracks(
    trunks: Mapping[tuple[int, int, int], Sequence[tuple[int, int]]],
) -> dict[tuple[int, int, int], int]:
    """The first track of its gap in which a trunk meets no other."""
    reaches = {
        name: sorted(
            place + side for line in lines for place, side in zip(line, (OUT, IN), strict=True)
        )
        for name, lines in trunks.items()
    }
    taken: dict[tuple[int, int], float] = {}
    found = {}
    for name, (first, *_, last) in sorted(reaches.items(), key=lambda one: one[1][0]):
        track = 0
        while taken.get((name[0], track), -1.0) >= first:
            track += 1
        taken[name[0], track] = last
        found[name] = track
    return found


def _gutter(tracks: Mapping[int, int], lane: int) -> float:
    """Between a lane's rule and its cards: room for the lines that go along it."""
    return GUTTER + TRACK * (tracks[lane] - 1) if tracks.get(lane) else AIR


def _block(frame: Frame, kit: Kit) -> Label:
    """What it is, its name, and the data that it carries."""
    data = [(line, "label") for line in frame.data]
    return kit.block([(frame.sort, "label"), *worded(frame.name, "title"), *data], WRAP)  # type: ignore[list-item]


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    right = plan.ink.right
    for place, (title, top) in enumerate(zip(plan.titles, plan.tops, strict=True), 1):
        yield brush.rule(f"lane:{place}", Point(0, top), Point(right, top), "border")
        at = Point(0, top + AIR)
        yield from brush.block(f"lane-title:{place}", "", title, at, "start")
    for wire in plan.wires:
        yield from _wire(plan, wire, brush)
    for frame, (block, rect) in zip(plan.model.frames, plan.cards, strict=True):
        role = "accent" if _is_critical(plan.model, frame) else "primary"
        box = brush.box(f"node:{frame.id}", role, rect)
        yield box
        at = Point(rect.x + PADDING, rect.y + PADDING + 2)
        key = f"words:{frame.id}"
        yield from brush.block(key, role, block, at, "start", f"node:{frame.id}", TOP)
    for place, (block, at) in enumerate(plan.remarks, 1):
        yield from brush.block(f"remark:{place}", "", block, at, "start")


def _wire(plan: _Plan, wire: _Wire, brush: Brush) -> Iterator[Painted]:
    """A line out of a card, along the gap, into the other."""
    start, end = plan.cards[wire.source][1], plan.cards[wire.target][1]
    one, other = (plan.model.frames[place] for place in (wire.source, wire.target))
    lane, source_lane = plan.lane(wire.target), plan.lane(wire.source)
    is_up = source_lane > lane
    is_last = wire.gap == len(plan.tops)
    level = (plan.cards[wire.target][1].bottom if is_last else plan.tops[wire.gap]) + AIR
    level += TRACK * wire.track
    out = start.y if is_up or source_lane == lane else start.bottom
    into = end.bottom if is_up else end.y
    # Lines that leave a card and those that come in keep to their own halves.
    points = [
        Point(start.x + start.width * OUT, out),
        Point(start.x + start.width * OUT, level),
        Point(end.x + end.width * IN, level),
        Point(end.x + end.width * IN, into),
    ]
    is_critical = _is_critical(plan.model, one) and _is_critical(plan.model, other)
    role: Role = "accent" if is_critical else "main"
    key, gap = f"edge:{one.id}->{other.id}", brush.theme.edge.tip_gap
    yield from arrow(brush, key, points, role, gap=gap)
