"""Tells painted shapes apart, by geometry and paint alone: grounds, boxes, connectors, their
heads, and marks, which are all else (rules, axes, grid lines, data, decoration)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from diagramkit.geometry import Point, Rect
from diagramkit.index import Index
from diagramkit.scene import Head
from diagramkit.svg.read.areas import Thing

COVERS = 0.97
"""The part of the canvas that a ground covers at least."""
SMALLEST_BOX, SMALLEST_EMPTY = 9.0, 18.0
"""The least width and height of a box with words in it, and of one without."""
LARGEST_HEAD = 28.0
FEWEST_BARS, BAR_STEP = 3, 3.0
SHEET = 0.6
"""The part of a sheet that the one above it covers at least."""
MOST_POINTS, MOST_COMMANDS = 300, 16
"""Points of the longest line that may join things, and commands of one without a head: longer
ones are data."""
AT_LIFE = 9.0
"""How near to a life line messages end: at the bars on it, too."""
AT_BORDER = 4.0
AIM = 28.0


@dataclass(eq=False)
class Sorted:
    """Things by what they are; `heads` has the heads that were drawn as shapes of their own."""

    ground: Thing | None = None
    boxes: list[Thing] = field(default_factory=list)
    lines: list[Thing] = field(default_factory=list)
    marks: list[Thing] = field(default_factory=list)
    heads: dict[Thing, list[Head]] = field(default_factory=dict)


def sort(things: Sequence[Thing], words: Sequence[Rect], canvas: Rect) -> Sorted:
    """Sort what has been painted; `words` are the rooms of all words."""
    found = Sorted()
    rest = list(things)
    while rest and _is_ground(rest[0], canvas):
        found.ground = rest.pop(0)
    heads = _heads(rest)
    rest = [thing for thing in rest if thing not in heads]
    for head, line in heads.items():
        found.heads.setdefault(line, []).append(_head(head, line))
    found.boxes = _boxes(rest, words, found.heads)
    boxes = set(found.boxes)
    borders = Index((box.rect, box) for box in found.boxes)
    lines = {
        thing
        for thing in rest
        if thing.is_line
        and thing not in boxes
        and not _is_data(thing, found.heads)
        and _connects(thing, borders, found.heads)
    }
    lines -= _life_lines(lines, rest, found.heads)
    for thing in rest:
        if thing in boxes:
            continue
        if thing in lines:
            found.lines.append(thing)
        else:
            found.marks.append(thing)
    return found


def _is_data(line: Thing, heads: dict[Thing, list[Head]]) -> bool:
    has_head = bool(line.item.heads or line in heads)
    is_long = len(line.item.path.commands) > MOST_COMMANDS
    return len(line.pieces[0]) > MOST_POINTS or (is_long and not has_head)


def _tips(things: Iterable[Thing], heads: dict[Thing, list[Head]]) -> Index[Point]:
    """Both ends of all lines with heads by where they are."""
    tips: list[Point] = []
    for thing in things:
        if thing.is_line and (own := (*thing.item.heads, *heads.get(thing, ()))):
            tips += [head.tip for head in own]
            tips += [thing.pieces[0][0], thing.pieces[0][-1]]
    return Index((Rect(tip.x, tip.y, 0, 0), tip) for tip in tips)


def _life_lines(
    lines: set[Thing], things: Iterable[Thing], heads: dict[Thing, list[Head]]
) -> set[Thing]:
    """The life lines of a drawing, those too that no message ends at."""
    tips = _tips(things, heads)
    sure = {line for line in lines if _is_life_line(line, heads, tips)}
    looks = {_life_look(line) for line in sure}
    return sure | {line for line in lines if line.is_straight and _life_look(line) in looks}


def _life_look(line: Thing) -> tuple[object, ...]:
    rect, item = line.rect, line.item
    is_down = rect.height > rect.width
    ends = (rect.y, rect.bottom) if is_down else (rect.x, rect.right)
    return (item.stroke.hex, item.width, item.dash, is_down, round(ends[0]), round(ends[1]))


def _is_life_line(line: Thing, heads: dict[Thing, list[Head]], tips: Index[Point]) -> bool:
    """Whether a straight line without heads is what arrows end at, away from its own ends."""
    if line.item.heads or line in heads or not line.is_straight:
        return False
    ends = (line.pieces[0][0], line.pieces[0][-1])
    return any(
        all(tip.distance(end) > 2 * AT_LIFE for end in ends)
        for tip in tips.near(line.rect, AT_LIFE)
    )


def _is_ground(thing: Thing, canvas: Rect) -> bool:
    shared = thing.rect.intersection(canvas)
    covers = shared.width * shared.height >= COVERS * canvas.width * canvas.height
    return thing.is_filled and covers and thing.upright is not None


def _heads(things: Iterable[Thing]) -> dict[Thing, Thing]:
    """Small filled shapes at the ends of lines, with the lines."""
    lines = [thing for thing in things if thing.is_line and not thing.item.heads]
    ends = Index(
        (Rect(*point, 0, 0), (point, line))
        for line in lines
        for point in (line.pieces[0][0], line.pieces[0][-1])
    )
    found: dict[Thing, Thing] = {}
    for thing in things:
        if not (thing.is_closed and max(thing.rect.size) <= LARGEST_HEAD) or thing.is_flat:
            continue
        if len(thing.pieces) != 1 or not 3 <= len(set(thing.pieces[0])) <= 40:
            continue
        if thing.upright is not None:
            continue
        near = [line for _, line in ends.near(thing.rect, 2.0) if _suits(thing, line)]
        if near:
            found[thing] = min(near, key=lambda line: abs(line.order - thing.order))
    return found


def _suits(head: Thing, line: Thing) -> bool:
    """Whether a small shape is painted as the line is."""
    paint = head.item.fill if head.item.fill.alpha else head.item.stroke
    return paint.hex == line.item.stroke.hex and abs(head.order - line.order) <= 12


def _head(head: Thing, line: Thing) -> Head:
    points, (start, *_, end) = head.pieces[0], line.pieces[0]
    middle = head.rect.center
    at_end = middle.distance(end) <= middle.distance(start)
    before = line.pieces[0][-2 if at_end else 1]
    tip = max(points, key=before.distance)
    return Head(head.path, tip, head.is_filled)


def _boxes(
    things: Sequence[Thing], words: Sequence[Rect], heads: dict[Thing, list[Head]]
) -> list[Thing]:
    """Outlines that hold words or boxes, that lines end at, or that look like such."""
    bars = _bars(things, words)
    areas = [
        thing
        for thing in things
        if thing.is_closed
        and thing not in bars
        and len(thing.pieces) == 1
        and (thing.is_filled or thing.is_stroked)
        and min(thing.rect.size) >= SMALLEST_BOX
    ]
    found = _with_words(areas, words)
    found |= _with_ends(areas, things, heads)
    found |= _frames(areas, found)
    looks = Counter(_look(thing) for thing in found)
    borders = Index((thing.rect, thing) for thing in found)
    found |= {
        thing
        for thing in areas
        if thing.is_stroked
        and min(thing.rect.size) >= SMALLEST_EMPTY
        and looks[_look(thing)]
        and not _is_sheet(thing, borders)
    }
    return [thing for thing in areas if thing in found]


def _bars(things: Sequence[Thing], words: Sequence[Rect]) -> set[Thing]:
    """Filled rectangles of one width on one line, of different heights; or lying on their side."""
    rows: dict[tuple[object, ...], list[Thing]] = {}
    for thing in things:
        if thing.is_filled and thing.upright:
            rect, fill = thing.rect, thing.item.fill.hex
            rows.setdefault(("up", fill, round(rect.width), round(rect.bottom)), []).append(thing)
            rows.setdefault(("aside", fill, round(rect.height), round(rect.x)), []).append(thing)
    found: set[Thing] = set()
    rooms = Index((room, room) for room in words)
    for key, alike in rows.items():
        way = str(key[0])
        sizes = {round(t.rect.height if way == "up" else t.rect.width) for t in alike}
        is_empty = not any(
            bar.rect.contains(room) for bar in alike for room in rooms.near(bar.rect)
        )
        width, height = alike[0].rect.size if way == "up" else alike[0].rect.size[::-1]
        are_long = len(alike) > 1 and is_empty and height > 2 * width
        are_even = len(alike) >= FEWEST_BARS and _is_even(alike, way)
        if are_long or (len(sizes) > 1 and (is_empty or are_even)):
            found.update(alike)
    return found


def _is_even(bars: Sequence[Thing], way: str) -> bool:
    """Whether bars stand at equal distances, not far apart."""
    places = sorted(bar.rect.x if way == "up" else bar.rect.y for bar in bars)
    steps = [b - a for a, b in pairwise(places)]
    thickness = bars[0].rect.width if way == "up" else bars[0].rect.height
    return max(steps) - min(steps) <= 0.1 * max(steps) and max(steps) <= BAR_STEP * thickness


def _is_sheet(thing: Thing, boxes: Index[Thing]) -> bool:
    """Whether most of a shape lies under a box of its size: the lower sheets of a stack."""
    for box in boxes.near(thing.rect):
        shared = thing.rect.intersection(box.rect)
        if box is not thing and box.order > thing.order and _look(box) == _look(thing):
            return shared.width * shared.height > SHEET * _area(thing)
    return False


def _look(thing: Thing) -> tuple[object, ...]:
    """What things of one kind have in common: their paint, and their size but for a little."""
    item = thing.item
    size = (round(thing.rect.width / 4), round(thing.rect.height / 4))
    return (item.fill.hex, item.stroke.hex, round(item.width, 1), *size)


def _with_words(areas: Sequence[Thing], words: Sequence[Rect]) -> set[Thing]:
    """For each line of words the smallest area under its middle, the last painted of equals."""
    index = Index((thing.rect, thing) for thing in areas)
    found = set()
    for room in words:
        under = [
            thing
            for thing in index.near(Rect(*room.center, 0, 0))
            if thing.rect.height >= 0.8 * room.height
        ]
        if under:
            found.add(min(under, key=lambda thing: (_area(thing), -thing.order)))
    return found


def _with_ends(
    areas: Sequence[Thing], things: Sequence[Thing], heads: dict[Thing, list[Head]]
) -> set[Thing]:
    """Outlined areas at whose border a line with a head ends."""
    index = Index((thing.rect, thing) for thing in areas if min(thing.rect.size) >= SMALLEST_EMPTY)
    found: set[Thing] = set()
    for line in things:
        if line.is_line and (line.item.heads or line in heads):
            for point in (line.pieces[0][0], line.pieces[0][-1]):
                near = index.near(Rect(*point, 0, 0), AT_BORDER)
                found.update(thing for thing in near if _at_border(point, thing.rect))
    return found


def _frames(areas: Sequence[Thing], boxes: set[Thing]) -> set[Thing]:
    """Stroked or filled areas around at least one whole box."""
    index = Index((box.rect, box) for box in boxes)
    return {
        thing
        for thing in areas
        if any(
            box is not thing and _area(box) < _area(thing) and thing.rect.contains(box.rect, 0.5)
            for box in index.near(thing.rect)
        )
    }


def _connects(line: Thing, borders: Index[Thing], heads: dict[Thing, list[Head]]) -> bool:
    """Whether a line joins things, or at least looks like it.

    With a head it does if one of its ends is at a box or points at one nearby, or if it bends.
    Without, both ends have to be at boxes, or one at a box and the other right before one; or it
    bends, which rules, axes, grid lines and life lines do not.
    """
    start, end = line.pieces[0][0], line.pieces[0][-1]
    is_bare = not (line.item.heads or line in heads)
    if is_bare and (_is_inside(line, borders) or _is_divider(line, borders)):
        return False
    at = [_meets(point, borders) for point in (start, end)]
    if line.item.heads or line in heads:
        return any(at) or not line.is_straight or any(_aims(line, borders))
    if len(line.pieces[0]) > 2 or all(at):
        return True
    # One that stops short of the box that it would join.
    return any(at) and any(
        aims for aims, is_at in zip(_aims(line, borders), at, strict=True) if not is_at
    )


def _is_inside(line: Thing, borders: Index[Thing]) -> bool:
    """Whether a line never leaves a box: one between compartments, part of an icon."""
    return any(box.rect.contains(line.rect, 1.0) for box in borders.near(line.rect))


def _is_divider(line: Thing, borders: Index[Thing]) -> bool:
    """Whether a straight line runs through boxes side by side and nothing else, as one between the
    columns of a table whose rows are boxes."""
    if not line.is_straight:
        return False
    room, down = line.rect, line.rect.height > line.rect.width
    at, end = (room.y, room.bottom) if down else (room.x, room.right)
    through = [box.rect for box in borders.near(room) if _crossed(box.rect, room, down=down)]
    for start, stop in sorted((b.y, b.bottom) if down else (b.x, b.right) for b in through):
        at = max(at, stop) if start <= at + AT_BORDER else at
    return len(through) > 1 and at >= end - AT_BORDER


def _crossed(box: Rect, room: Rect, *, down: bool) -> bool:
    """Whether a straight line goes through the inside of a box, not along a side of it."""
    if down:
        return box.x + AT_BORDER < room.x and room.right < box.right - AT_BORDER
    return box.y + AT_BORDER < room.y and room.bottom < box.bottom - AT_BORDER


def _meets(point: Point, borders: Index[Thing]) -> bool:
    near = borders.near(Rect(*point, 0, 0), AT_BORDER)
    return any(_at_border(point, box.rect) for box in near)


def _aims(line: Thing, borders: Index[Thing]) -> tuple[bool, bool]:
    """Whether each end of a line points at a box nearby."""
    points = line.pieces[0]
    aims = []
    for before, tip in ((points[1], points[0]), (points[-2], points[-1])):
        length = before.distance(tip) or 1.0
        dx, dy = (tip.x - before.x) / length, (tip.y - before.y) / length
        ahead = Point(tip.x + AIM * dx, tip.y + AIM * dy)
        near = borders.near(Rect.between(tip, ahead))
        aims.append(
            any(
                box.rect.crossed_by(tip, ahead)
                for box in near
                if not box.rect.grown(-1).contains(Rect(*tip, 0, 0))
            )
        )
    return aims[0], aims[1]


def _at_border(point: Point, rect: Rect) -> bool:
    outer, inner = rect.grown(AT_BORDER), rect.grown(-AT_BORDER)
    spot = Rect(*point, 0, 0)
    if not outer.contains(spot):
        return False
    return inner.width <= 0 or inner.height <= 0 or not inner.contains(spot)


def _area(thing: Thing) -> float:
    return thing.rect.width * thing.rect.height
