"""A connector runs through the inside of a box, or along its border.

Why: a line that goes in at one side and out at the other says that the box is part of the way,
which it is not; on a border it cannot be told from the border. A group is a box here, too,
unless one of the line's ends is in it. So are the line's own boxes: it ends at their border.
The plate behind a line's label is not, and lines run through lanes. A line that leads on to
nothing may be the thread on which boxes stand, each over its middle, as events of a timeline do.

Example: an edge over two ranks, straight through the box between them.

Use instead: a way around, or another order of the boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diagramkit.geometry import (
    Point,
    Rect,
    alongside,
    distance_to_segment,
    segments,
    stretches_inside,
)
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line, Shape
from diagramkit.lint.regions import is_lane
from diagramkit.lint.sheet import Sheet

# A head may touch the border, and a line may graze a corner.
DEPTH, LENGTH = 1.0, 3.0
# On a border: this near to it, for this long.
HUG, HUG_LENGTH = 1.5, 12.0
REACH = 2 * HUG
# What is further from a side is surely not on it.
# How far from the middle of a box the thread may run that it stands on.
OFF_MIDDLE = 1.0
Parts = dict[Shape, list[tuple[Point, Point]]]


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the boxes and borders near each stretch of each connector."""
    for line in sheet.lines:
        near = _near(sheet, line)
        allowed = _allowed(sheet, line) if near else frozenset()
        foreign = {shape: parts for shape, parts in near.items() if shape.key not in allowed}
        inside, behind = _inside(foreign, DEPTH), _behind(foreign, line)
        beside = _beside(sheet, near)
        for shape in sorted({*inside, *beside, *behind}, key=lambda shape: shape.order):
            if _ends_in(line, shape) or shape.box.role == "plate" or _threads(line, shape):
                continue
            is_wall = not is_lane(sheet, shape) and not _drawn_in(line, shape)
            if _length(inside.get(shape, ())) > LENGTH and is_wall:
                yield _fault(sheet, line, shape, inside, "through")
            elif _length(behind.get(shape, ())) > LENGTH and is_wall:
                yield _fault(sheet, line, shape, behind, "behind a corner of")
            elif _length(beside.get(shape, ())) > HUG_LENGTH:
                yield _fault(sheet, line, shape, beside, "along the border of")


def _fault(sheet: Sheet, line: Line, shape: Shape, parts: Parts, how: str) -> Fault:
    own = "its own box " if shape in line.ends else ""
    length = _length(parts[shape])
    message = f"{line.key} runs {how} {own}{sheet.name(shape)} for {length:.1f}"
    place = Rect.bounding(point for part in parts[shape] for point in part)
    return Fault(message, (line.key, shape.key), place)


def _length(parts: Iterable[tuple[Point, Point]]) -> float:
    return sum(a.distance(b) for a, b in parts)


def _near(sheet: Sheet, line: Line) -> Parts:
    """The pieces of a line that come near each box."""
    found: Parts = {}
    for piece in segments(line.path):
        for shape in sheet.shapes_at.near(Rect.between(*piece), HUG):
            found.setdefault(shape, []).append(piece)
    return found


def _allowed(sheet: Sheet, line: Line) -> frozenset[str]:
    """The keys of the boxes that a line may run through: those that its ends are in."""
    around = [sheet.around(shape) - {shape.key} for shape in line.ends]
    return frozenset[str]().union(*around)


def _behind(near: Parts, line: Line) -> Parts:
    """The parts of a line that a foreign box hides, which even a corner does."""
    later = {
        shape: parts
        for shape, parts in near.items()
        if shape.opaque and shape.order > line.order and shape not in line.ends
    }
    return _inside(later, 0.0)


def _inside(near: Parts, depth: float) -> Parts:
    """The parts of a line that are so deep in each box that they get so deep into."""
    found: Parts = {}
    for shape, pieces in near.items():
        room = shape.rect.grown(-depth)
        parts = [part for a, b in pieces if (part := room.clip(a, b))]
        if parts and shape.box.outline is not None:
            parts = [s for part in parts for s in stretches_inside(*part, shape.outline)]
        if parts:
            found[shape] = parts
    return found


def _beside(sheet: Sheet, near: Parts) -> Parts:
    """The parts of a line that lie on the border of each box."""
    found: Parts = {}
    for shape, pieces in near.items():
        for a, b in pieces:
            if a.distance(b) < HUG_LENGTH or not _may_hug(shape, a, b):
                continue
            for stroke in sheet.strokes_at.of(shape):
                side = alongside(a, b, stroke.start, stroke.end) if stroke.border else None
                if side and side.gap <= HUG:
                    found.setdefault(shape, []).append((side.start, side.end))
    return found


def _may_hug(shape: Shape, a: Point, b: Point) -> bool:
    """Whether a piece of a line may run along a border: a level or upright one does so along a
    side of a rectangle alone, and not if it is away from that."""
    (ax, ay), (bx, by), (x, y, width, height) = a, b, shape.rect
    if shape.box.outline is not None or (ax != bx and ay != by):
        return True
    at, near, far = (ax, x, x + width) if ax == bx else (ay, y, y + height)
    return abs(at - near) <= REACH or abs(at - far) <= REACH


def _ends_in(line: Line, shape: Shape) -> bool:
    """Whether it is the box in which a line of unknown ends stops, which belongs to
    `connector-end-detached`."""
    said = line.connector.source or line.connector.target
    ends = [end for end in (line.start, line.end) if end.shape is shape]
    return not said and any(end.shape and end.shape.holds(end.tip) for end in ends)


def _drawn_in(line: Line, shape: Shape) -> bool:
    """A line that never leaves a box is part of what the box shows."""
    return shape not in line.ends and shape.rect.contains(line.rect)


def _threads(line: Line, shape: Shape) -> bool:
    """Whether a box stands on a straight line as a bead does on a thread: over its middle, on a
    line that leads on to nothing."""
    (start, *between, end), middle = line.path, shape.rect.center
    leads_on = line.start.shape is None or line.end.shape is None
    if between or not leads_on or not shape.opaque or shape.order < line.order:
        return False
    return distance_to_segment(middle, start, end) <= OFF_MIDDLE
