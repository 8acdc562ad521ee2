"""Points, rectangles and paths in user units; x grows to the right, y grows down."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin
from typing import NamedTuple

_new = tuple.__new__
"""Makes a tuple of a class in half the time that calling the class takes: for what is made by the
thousand. Arguments are not checked."""


class Point(NamedTuple):
    """A position."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """The point, `dx` to the right and `dy` down."""
        x, y = self
        return _new(Point, (x + dx, y + dy))

    def distance(self, other: Point) -> float:
        """Euclidean distance."""
        (x, y), (other_x, other_y) = self, other
        return math.hypot(x - other_x, y - other_y)


class Size(NamedTuple):
    """A width and a height, both at least 0."""

    width: float
    height: float


class Rect(NamedTuple):
    """An upright rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, center: Point, size: Size) -> Rect:
        """The rectangle of `size` with its middle at `center`."""
        (x, y), (width, height) = center, size
        return _new(cls, (x - width / 2, y - height / 2, width, height))

    @classmethod
    def bounding(cls, points: Iterable[tuple[float, float]]) -> Rect:
        """The smallest rectangle that holds all points.

        Raises:
            ValueError: there is no point.
        """
        xs, ys = zip(*points, strict=True)
        x, y = min(xs), min(ys)
        return _new(cls, (x, y, max(xs) - x, max(ys) - y))

    @classmethod
    def between(cls, a: Point, b: Point) -> Rect:
        """The rectangle that has two points as opposite corners."""
        (ax, ay), (bx, by) = a, b
        x, width = (ax, bx - ax) if ax < bx else (bx, ax - bx)
        y, height = (ay, by - ay) if ay < by else (by, ay - by)
        return _new(cls, (x, y, width, height))

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        x, y, width, height = self
        return _new(Point, (x + width / 2, y + height / 2))

    @property
    def size(self) -> Size:
        return _new(Size, self[2:])

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Top left, top right, bottom right, bottom left."""
        x, y, width, height = self
        right, bottom = x + width, y + height
        return (
            _new(Point, (x, y)),
            _new(Point, (right, y)),
            _new(Point, (right, bottom)),
            _new(Point, (x, bottom)),
        )

    def moved(self, dx: float, dy: float) -> Rect:
        """The rectangle, `dx` to the right and `dy` down."""
        x, y, width, height = self
        return _new(Rect, (x + dx, y + dy, width, height))

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` more on each side (less, when negative)."""
        x, y, width, height = self
        return _new(Rect, (x - by, y - by, width + 2 * by, height + 2 * by))

    def union(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        right, bottom = x + width, y + height
        other_right, other_bottom = other_x + other_width, other_y + other_height
        x, y = (other_x if other_x < x else x), (other_y if other_y < y else y)
        right = other_right if other_right > right else right
        bottom = other_bottom if other_bottom > bottom else bottom
        return _new(Rect, (x, y, right - x, bottom - y))

    def intersection(self, other: Rect) -> Rect:
        """What both cover; without width or height where they do not overlap."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        right, bottom = (
            min(x + width, other_x + other_width),
            min(y + height, other_y + other_height),
        )
        x, y = max(x, other_x), max(y, other_y)
        return _new(Rect, (x, y, max(0.0, right - x), max(0.0, bottom - y)))

    def overlaps(self, other: Rect) -> bool:
        """Whether the insides have a point in common; touching sides do not count."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        return (
            x < other_x + other_width
            and other_x < x + width
            and y < other_y + other_height
            and other_y < y + height
        )

    def contains(self, other: Rect, slack: float = 0) -> bool:
        """Whether `other` lies inside, sides included, give or take `slack`."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        return (
            other_x >= x - slack
            and other_y >= y - slack
            and other_x + other_width <= x + width + slack
            and other_y + other_height <= y + height + slack
        )

    def distance(self, other: Rect) -> float:
        """The gap between two rectangles; 0 where they touch or overlap."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        dx = max(x - (other_x + other_width), other_x - (x + width), 0.0)
        dy = max(y - (other_y + other_height), other_y - (y + height), 0.0)
        return math.hypot(dx, dy)

    def distance_to_segment(self, start: Point, end: Point) -> float:
        """The gap between the rectangle and a segment; 0 where they touch or cross."""
        if self.crossed_by(start, end):
            return 0.0
        corners = (distance_to_segment(corner, start, end) for corner in self.corners)
        ends = (self.distance(Rect(*end_point, 0, 0)) for end_point in (start, end))
        return min(*corners, *ends)

    def crossed_by(self, start: Point, end: Point) -> bool:
        """Whether a segment runs through the inside."""
        x, y, width, height = self
        (start_x, start_y), (end_x, end_y) = start, end
        right, bottom = x + width, y + height
        if (start_x <= x and end_x <= x) or (start_x >= right and end_x >= right):
            return False
        if (start_y <= y and end_y <= y) or (start_y >= bottom and end_y >= bottom):
            return False
        return self._inside(start, end) is not None

    def clip(self, start: Point, end: Point) -> tuple[Point, Point] | None:
        """The part of a segment that runs through the inside, or None (Liang and Barsky 1984)."""
        shares = self._inside(start, end)
        return shares and (_part(start, end, shares[0]), _part(start, end, shares[1]))

    def _inside(self, start: Point, end: Point) -> tuple[float, float] | None:
        """Between which shares of its length a segment runs through the inside."""
        x, y, width, height = self
        (start_x, start_y), (end_x, end_y) = start, end
        dx, dy = end_x - start_x, end_y - start_y
        low, high = 0.0, 1.0
        if dx:
            near, far = (x - start_x) / dx, (x + width - start_x) / dx
            if near > far:
                near, far = far, near
            low, high = (near if near > low else low), (far if far < high else high)
        elif x >= start_x or x + width <= start_x:
            return None
        if dy:
            near, far = (y - start_y) / dy, (y + height - start_y) / dy
            if near > far:
                near, far = far, near
            low, high = (near if near > low else low), (far if far < high else high)
        elif y >= start_y or y + height <= start_y:
            return None
        return (low, high) if low < high else None


class NotFiniteError(ValueError):
    """A coordinate is infinite or no number."""


_WRITTEN = {count: "%s" + " ".join(["%.2f"] * (count - 1)) for count in range(1, 9)}
"""How a path command of so many parts is written before its zeros at the end are dropped."""

_ZEROS = re.compile(r"\.00|(?<=\.[0-9])0")

Command = tuple[str | float, ...]
"""A letter with its numbers, as `Path` says."""


@dataclass(frozen=True, slots=True)
class Path:
    """An outline or a line as SVG commands with absolute coordinates.

    `commands` holds tuples such as `("M", x, y)`, `("L", x, y)`,
    `("A", rx, ry, rotation, large, sweep, x, y)`, `("C", x1, y1, x2, y2, x, y)` and `("Z",)`.
    Arcs are taken to be unrotated.
    """

    commands: tuple[Command, ...]

    @classmethod
    def polygon(cls, points: Sequence[Point]) -> Path:
        """A closed outline through `points`."""
        return cls((*cls.polyline(points).commands, ("Z",)))

    @classmethod
    def polyline(cls, points: Sequence[Point]) -> Path:
        """An open line through `points`."""
        rest = [("L", x, y) for x, y in points[1:]]
        return cls((("M", *points[0]), *rest))

    @property
    def data(self) -> str:
        """The `d` attribute: numbers as `number` writes them, with the same errors."""
        text = "".join([_WRITTEN[len(command)] % command for command in self.commands])
        if "n" in text:  # no command has one, `nan` and `inf` do
            raise NotFiniteError(text[:80])
        return _ZEROS.sub("", text.replace("-0.00", "0"))

    def flattened(self, steps: int = 12) -> tuple[Point, ...]:
        """The outline as corner points, each curve cut into `steps` straight pieces."""
        points: list[Point] = []
        for command in self.commands:
            letter = command[0]
            if letter in ("M", "L"):
                points.append(_new(Point, command[1:]))
            elif letter != "Z":
                points += _flatten(points[-1] if points else Point(0, 0), command, steps)
        return tuple(points)

    def curved(self) -> Path:
        """The same outline with cubic curves in place of arcs."""
        made: list[Command] = []
        here = Point(0, 0)
        for command in self.commands:
            if command[0] == "A":
                made.extend(_curves(here, [float(value) for value in command[1:]]))
            else:
                made.append(command)
            if len(command) > 2:
                here = Point(float(command[-2]), float(command[-1]))
        return Path(tuple(made))

    def pieces(self, steps: int = 12) -> tuple[tuple[Point, ...], ...]:
        """What a pen draws: one line of points for each `M`, closed ones back to their start."""
        lines: list[list[Point]] = []
        for command in self.commands:
            if command[0] == "M" or not lines:
                lines.append([])
            line = lines[-1]
            if command[0] in ("M", "L"):
                line.append(_new(Point, command[1:]))
            elif command[0] != "Z":
                line += _flatten(line[-1] if line else Point(0, 0), command, steps)
            elif line:
                line.append(line[0])
        return tuple(tuple(line) for line in lines if line)


def rounded_rect(rect: Rect, radius: float) -> Path:
    """A rectangle with rounded corners; the radius is at most half of either side."""
    x, y, width, height = rect
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return Path.polygon(rect.corners)
    right, bottom = x + width, y + height
    return Path(
        (
            ("M", x + r, y),
            ("L", right - r, y),
            ("A", r, r, 0, 0, 1, right, y + r),
            ("L", right, bottom - r),
            ("A", r, r, 0, 0, 1, right - r, bottom),
            ("L", x + r, bottom),
            ("A", r, r, 0, 0, 1, x, bottom - r),
            ("L", x, y + r),
            ("A", r, r, 0, 0, 1, x + r, y),
            ("Z",),
        )
    )


def circle(center: Point, radius: float) -> Path:
    """A circle, clockwise from its leftmost point."""
    x, y, r = center.x, center.y, radius
    right, left = ("A", r, r, 0, 0, 1, x + r, y), ("A", r, r, 0, 0, 1, x - r, y)
    return Path((("M", x - r, y), right, left, ("Z",)))


def number(value: float) -> str:
    """A coordinate as it is written: at most two decimals, no trailing zeros, no `-0`.

    Raises `NotFiniteError` for an infinite one, and for what is no number.
    """
    text = f"{value:.2f}"
    if text[-1] == "0":
        text = text[:-3] if text[-2] == "0" else text[:-1]
        return "0" if text == "-0" else text
    if text[-1] > "9":
        raise NotFiniteError(text)
    return text


def rounded(points: Sequence[Point], radius: float) -> Path:
    """A line through `points` whose corners are arcs of at most `radius`.

    The radius shrinks where a segment is too short for the arcs at both of its ends. Corners
    that are not right angles are rounded with the same cut, as a quadratic would.
    """
    commands: list[Command] = [("M", *points[0])]
    if len(points) == 2:
        return Path((("M", *points[0]), ("L", *points[1])))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        first, second = before.distance(corner), corner.distance(after)
        share_in = first if before is points[0] else first / 2
        share_out = second if after is points[-1] else second / 2
        cut = min(radius, share_in, share_out)
        turn = _turn(before, corner, after)
        if cut < 0.5 or abs(turn) < 1e-6:
            commands.append(("L", *corner))
            continue
        start, end = _part(corner, before, cut / first), _part(corner, after, cut / second)
        commands.append(("L", *start))
        commands.append(("A", cut, cut, 0, 0, int(turn > 0), *end))
    commands.append(("L", *points[-1]))
    return Path(tuple(commands))


def turned(point: Point, center: Point, degrees: float) -> Point:
    """A point turned clockwise about another."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    dx, dy = point.x - center.x, point.y - center.y
    return Point(center.x + dx * cosine - dy * sine, center.y + dx * sine + dy * cosine)


def segments(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a line, in order."""
    return pairwise(points)


def simplified(points: Sequence[Point]) -> list[Point]:
    """The same line without repeated points and without corners that do not turn."""
    kept = [*points[:1]]
    for point in points[1:]:
        (x, y), (last_x, last_y) = point, kept[-1]
        dx, dy = x - last_x, y - last_y
        if abs(dx) < 0.01 and math.hypot(dx, dy) < 0.01:
            continue
        if len(kept) > 1:
            before_x, before_y = kept[-2]
            one_x, one_y = last_x - before_x, last_y - before_y
            if abs(one_x * dy - one_y * dx) < 1e-6 and one_x * dx + one_y * dy > 0:
                kept.pop()
        kept.append(point)
    return kept


def length(points: Sequence[Point]) -> float:
    """How long a line is."""
    return sum([math.hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points)])


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Whether a point lies in a closed outline (even-odd rule); on a side either may come out."""
    within = False
    for a, b in sides(polygon):
        if (a.y > point.y) != (b.y > point.y):
            within ^= point.x < a.x + (point.y - a.y) * (b.x - a.x) / (b.y - a.y)
    return within


def sides(polygon: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The sides of a closed outline, in order; the last leads back to the first corner."""
    return zip(polygon, (*polygon[1:], polygon[0]), strict=True)


def stretches_inside(a: Point, b: Point, polygon: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The parts of the segment `a b` that lie in a closed outline, in order."""
    hits = [hit for c, d in sides(polygon) if (hit := crossing(a, b, c, d))]
    cuts = [a, *sorted(hits, key=a.distance), b]
    return [(c, d) for c, d in segments(cuts) if c != d and inside(_part(c, d, 0.5), polygon)]


def distance_outside(point: Point, rect: Rect, radius: float) -> float:
    """How far a point is outside a rectangle with rounded corners; negative inside of it."""
    (point_x, point_y), (x, y, width, height) = point, rect
    half_width, half_height = width / 2, height / 2
    r = min(radius, half_width, half_height)
    dx = abs(point_x - (x + half_width)) - half_width + r
    dy = abs(point_y - (y + half_height)) - half_height + r
    if dx > 0.0 and dy > 0.0:
        return math.hypot(dx, dy) - r
    return (dx if dx > dy else dy) - r


def distance_to_line(point: Point, points: Sequence[Point]) -> float:
    """How far a point is from the nearest point of an open line of at least two points."""
    return min(distance_to_segment(point, a, b) for a, b in segments(points))


def distance_to_segment(point: Point, a: Point, b: Point) -> float:
    """How far a point is from the nearest point of the segment `a b`."""
    (x, y), (start_x, start_y), (end_x, end_y) = point, a, b
    dx, dy = end_x - start_x, end_y - start_y
    square = dx * dx + dy * dy
    if not square:
        return math.hypot(x - start_x, y - start_y)
    part = ((x - start_x) * dx + (y - start_y) * dy) / square
    part = 0.0 if part < 0.0 else min(part, 1.0)
    return math.hypot(x - (start_x + dx * part), y - (start_y + dy * part))


def angle(a: Point, b: Point, c: Point, d: Point) -> float:
    """The angle between the directions of two segments, in degrees, 0 to 90."""
    turn = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    forward = (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y)
    return math.degrees(math.atan2(abs(turn), abs(forward)))


class Alongside(NamedTuple):
    """The part of a segment that another runs beside, and how far off that is at its middle."""

    start: Point
    end: Point
    gap: float

    @property
    def length(self) -> float:
        return self.start.distance(self.end)


def alongside(a: Point, b: Point, c: Point, d: Point) -> Alongside | None:
    """The part of the segment `a b` that `c d` runs beside; None if they are not parallel.

    Directions that differ by less than about 6 degrees count as parallel.
    """
    first, second = a.distance(b), c.distance(d)
    if not first or not second:
        return None
    ux, uy = (b.x - a.x) / first, (b.y - a.y) / first
    if abs(ux * (d.y - c.y) - uy * (d.x - c.x)) > 0.1 * second:
        return None
    along = sorted((point.x - a.x) * ux + (point.y - a.y) * uy for point in (c, d))
    low, high = max(0.0, along[0]) / first, min(first, along[1]) / first
    if low >= high:
        return None
    gap = distance_to_segment(_part(a, b, (low + high) / 2), c, d)
    return Alongside(_part(a, b, low), _part(a, b, high), gap)


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the segments `a b` and `c d` meet, or None; parallel ones never do."""
    (ax, ay), (cx, cy) = a, c
    one_x, one_y, other_x, other_y = b.x - ax, b.y - ay, d.x - cx, d.y - cy
    denominator = one_x * other_y - one_y * other_x
    if abs(denominator) < 1e-12:
        return None
    along = ((cx - ax) * other_y - (cy - ay) * other_x) / denominator
    across = ((cx - ax) * one_y - (cy - ay) * one_x) / denominator
    if not (-1e-9 <= along <= 1 + 1e-9 and -1e-9 <= across <= 1 + 1e-9):
        return None
    return _new(Point, (ax + along * one_x, ay + along * one_y))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)


def _part(start: Point, end: Point, share: float) -> Point:
    (start_x, start_y), (end_x, end_y) = start, end
    x, y = start_x + (end_x - start_x) * share, start_y + (end_y - start_y) * share
    return _new(Point, (x, y))


def _flatten(start: Point, command: Command, steps: int) -> Iterable[Point]:
    """The points of a curve."""
    letter, values = command[0], [float(value) for value in command[1:]]
    if letter == "C":
        return _cubic(start, values, steps)
    return _arc(start, values, steps) if letter == "A" else ()


def _cubic(start: Point, values: Sequence[float], steps: int) -> Iterator[Point]:
    x1, y1, x2, y2, x, y = values
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield Point(a * start.x + b * x1 + c * x2 + d * x, a * start.y + b * y1 + c * y2 + d * y)


def _arc(start: Point, values: Sequence[float], steps: int) -> list[Point]:
    if not (values[0] and values[1]):
        return [Point(values[5], values[6])]
    (x, y), (rx, ry), begin, turn = _center(start, values)
    angles = [begin + turn * step / steps for step in range(1, steps + 1)]
    return [_new(Point, (x + rx * cos(angle), y + ry * sin(angle))) for angle in angles]


def _curves(start: Point, values: Sequence[float]) -> Iterator[Command]:
    """An arc as cubic curves of a right angle at most, which come within 0.03 % of the radius."""
    if not (values[0] and values[1]):
        yield ("L", values[5], values[6])
        return
    middle, (rx, ry), begin, turn = _center(start, values)
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4)
    for number_ in range(count):
        one, other = begin + step * number_, begin + step * (number_ + 1)
        (c1, s1), (c2, s2) = ((math.cos(angle), math.sin(angle)) for angle in (one, other))
        yield (
            "C",
            middle.x + rx * (c1 - reach * s1),
            middle.y + ry * (s1 + reach * c1),
            middle.x + rx * (c2 + reach * s2),
            middle.y + ry * (s2 - reach * c2),
            middle.x + rx * c2,
            middle.y + ry * s2,
        )


def _center(
    start: Point, values: Sequence[float]
) -> tuple[Point, tuple[float, float], float, float]:
    """Endpoint to centre parameters as in SVG 1.1, appendix F.6.5, for an unrotated ellipse: the
    centre, the radii, where the arc begins and by how much it turns, in radians."""
    rx, ry, _, large, sweep, x, y = values
    start_x, start_y = start
    half_x, half_y = (start_x - x) / 2, (start_y - y) / 2
    scale = math.sqrt(max(1.0, (half_x / rx) ** 2 + (half_y / ry) ** 2))
    rx, ry = rx * scale, ry * scale
    spread = (rx * half_y) ** 2 + (ry * half_x) ** 2
    factor = math.sqrt(max(0.0, ((rx * ry) ** 2 - spread) / spread)) if spread else 0.0
    factor = -factor if bool(large) == bool(sweep) else factor
    off_x, off_y = factor * rx * half_y / ry, -factor * ry * half_x / rx
    middle = _new(Point, (off_x + (start_x + x) / 2, off_y + (start_y + y) / 2))
    begin = math.atan2((half_y - off_y) / ry, (half_x - off_x) / rx)
    sweep_angle = math.atan2((-half_y - off_y) / ry, (-half_x - off_x) / rx) - begin
    if sweep and sweep_angle < 0:
        sweep_angle += 2 * math.pi
    elif not sweep and sweep_angle > 0:
        sweep_angle -= 2 * math.pi
    return middle, (rx, ry), begin, sweep_angle
