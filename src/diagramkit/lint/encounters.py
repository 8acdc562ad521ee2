"""Where things meet: words struck by lines, lines that cross, lines side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from diagramkit.geometry import Point, Rect, alongside, angle, crossing, turned
from diagramkit.lint.parts import Drawn, End, Line, Owner, Stroke, Words, level_room
from diagramkit.lint.sheet import Sheet

# How far a stroke may reach into the room of words: less than anybody sees.
GRAZE = 0.5
UNOBTRUSIVE = frozenset({"gridline", "faint"})
"""Roles of marks of foreign drawings that words may stand on."""
# How far apart ends at one point are at most.
ONE_POINT = 2.0
# How far a line has to get to either side of another to cross it.
BEYOND = 1.0


def struck(sheet: Sheet, words: Words, strokes: Iterable[Stroke]) -> dict[Owner, float]:
    """For how long each thing can be seen to run through words; mere grazing is left out."""
    found: defaultdict[Owner, float] = defaultdict(float)
    for stroke in strokes:
        if isinstance(stroke.of, Drawn) and stroke.of.mark.role in UNOBTRUSIVE:
            continue
        reach = stroke.width / 2 - GRAZE
        if words.is_slanted:
            found[stroke.of] += _slanted(words, stroke, reach)
        else:
            found[stroke.of] += sheet.visible(stroke, words.rect.grown(reach))
    return {of: length for of, length in found.items() if length > GRAZE}


def _slanted(words: Words, stroke: Stroke, reach: float) -> float:
    """For how long a stroke runs through words at an angle."""
    start, end = words.unslanted(stroke.start), words.unslanted(stroke.end)
    part = level_room(words.text).grown(reach).clip(start, end)
    return part[0].distance(part[1]) if part else 0.0


def words_meet(one: Words, two: Words) -> Rect | None:
    """The room that two lines of words share; None where they do not meet."""
    shared = one.rect.intersection(two.rect)
    if min(shared.size) <= GRAZE:
        return None
    if not (one.is_slanted or two.is_slanted):
        return shared
    # Rectangles at an angle: apart if a side of either separates them (separating axes).
    apart = any(_apart(level, other) for level, other in ((one, two), (two, one)))
    return None if apart else shared


def _apart(level: Words, other: Words) -> bool:
    room = level_room(other.text)
    center = Point(other.text.x, other.text.y)
    corners = (turned(corner, center, other.text.turn) for corner in room.corners)
    seen = Rect.bounding(level.unslanted(corner) for corner in corners)
    return min(level_room(level.text).intersection(seen).size) <= GRAZE


def room_of(words: Sequence[Words]) -> Rect:
    """The room that lines of words take together; there has to be one."""
    return reduce(Rect.union, (line.rect for line in words))


def distances(sheet: Sheet, room: Rect, within: float) -> dict[Line, float]:
    """How far the connectors around a room are from it, as far as they are near enough."""
    found: dict[Line, float] = {}
    for leg in sheet.legs_at.near(room, within):
        if isinstance(leg.of, Line):
            distance = room.distance_to_segment(leg.start, leg.end)
            found[leg.of] = min(distance, found.get(leg.of, distance))
    return {line: distance for line, distance in found.items() if distance <= within}


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two connectors that cross: where, and at what angle in degrees, up to 90."""

    line: Line
    other: Line
    point: Point
    angle: float


def crossings(sheet: Sheet) -> Iterator[Crossing]:
    """Every point at which two connectors cross. Where one joins or leaves the other, or both
    share a stretch, they do not cross."""
    for line in _joining(sheet):
        for leg in sheet.legs[line]:
            for other in sheet.legs_at.near(leg.rect):
                if not isinstance(other.of, Line) or other.of.order <= line.order:
                    continue
                if other.of.is_free:
                    continue
                hit = crossing(leg.start, leg.end, other.start, other.end)
                if not (hit and _passes(leg, other) and _passes(other, leg)):
                    continue
                if not _at_junction(sheet, hit, line, other.of):
                    turn = angle(leg.start, leg.end, other.start, other.end)
                    yield Crossing(line, other.of, hit, turn)


def _joining(sheet: Sheet) -> list[Line]:
    """The connectors but those that join nothing, which are curves of charts."""
    return [line for line in sheet.lines if not line.is_free]


def _at_junction(sheet: Sheet, point: Point, line: Line, other: Line) -> bool:
    """Whether two connectors meet where a third turns that leads from one's start to the other's
    end: a full fan, in which nothing is crossed."""
    return any(
        point.distance(corner) <= ONE_POINT
        for third in sheet.lines
        for begin, end in ((line, other), (other, line))
        if third.start.shape and third.end.shape
        if third.start.shape is begin.start.shape and third.end.shape is end.end.shape
        for corner in third.connector.points[1:-1]
    )


def _passes(leg: Stroke, other: Stroke) -> bool:
    """Whether a leg gets to both sides of another."""
    length = leg.start.distance(leg.end)
    dx, dy = (leg.end.x - leg.start.x) / length, (leg.end.y - leg.start.y) / length
    offsets = [
        dx * (point.y - leg.start.y) - dy * (point.x - leg.start.x)
        for point in (other.start, other.end)
    ]
    return min(offsets) < -BEYOND and max(offsets) > BEYOND


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two connectors side by side: for how long, how far apart, and where."""

    line: Line
    other: Line
    length: float
    gap: float
    place: Rect


def stretches(sheet: Sheet, within: float) -> list[Stretch]:
    """Each pair of connectors that run at most `within` apart, in paint order; stretches of one
    pair count together, with the least of their gaps."""
    found: dict[tuple[Line, Line], Stretch] = {}
    for line in _joining(sheet):
        for leg in sheet.legs[line]:
            for other in sheet.legs_at.near(leg.rect, within):
                if not isinstance(other.of, Line) or other.of.order <= line.order:
                    continue
                if other.of.is_free:
                    continue
                side = alongside(leg.start, leg.end, other.start, other.end)
                if side and side.gap <= within:
                    place = leg.rect.grown(within).intersection(other.rect.grown(within))
                    piece = Stretch(line, other.of, side.length, side.gap, place)
                    before = found.get((line, other.of))
                    found[line, other.of] = _joined(before, piece) if before else piece
    return list(found.values())


def _joined(one: Stretch, two: Stretch) -> Stretch:
    length, gap = one.length + two.length, min(one.gap, two.gap)
    return Stretch(one.line, one.other, length, gap, one.place.union(two.place))


def share_trunk(sheet: Sheet, line: Line, other: Line) -> bool:
    """Whether two connectors leave the same box, or enter the same one, but not both; or belong
    to a full fan, in which the start of each leads to the end of the other too."""
    starts = _same(line, line.start, other, other.start)
    ends = _same(line, line.end, other, other.end)
    return starts != ends or _fan_out(sheet, line, other)


def _fan_out(sheet: Sheet, line: Line, other: Line) -> bool:
    """Whether lines lead from each of two starts to each of two ends."""
    starts, ends = (line.start.shape, other.start.shape), (line.end.shape, other.end.shape)
    if None in (*starts, *ends) or starts[0] is starts[1] or ends[0] is ends[1]:
        return False
    targets = [sheet.network.targets.get(start, ()) for start in starts if start]
    return ends[1] in targets[0] and ends[0] in targets[1]


def _same(line: Line, end: End, other: Line, other_end: End) -> bool:
    """Whether two ends are at one box; of lines that do not say, at one point."""
    if end.shape or other_end.shape:
        return end.shape is other_end.shape
    said = line.connector.source or other.connector.source
    return not said and end.tip.distance(other_end.tip) <= ONE_POINT
