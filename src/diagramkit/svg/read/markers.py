"""Markers: the end marks of lines, placed and turned as a browser does it (SVG 2, 13.8)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from diagramkit.geometry import Path, Point, Rect
from diagramkit.scene import NO_COLOR, Head
from diagramkit.svg.read.document import Node
from diagramkit.svg.read.matrix import Matrix, parse_transform, translation
from diagramkit.svg.read.shapes import outline
from diagramkit.svg.read.style import Style
from diagramkit.svg.read.values import Room, length
from diagramkit.svg.read.viewport import fitted, view_box

MAX_PARTS = 40
MAX_VISITS = 200
"""Elements of a marker that are looked at for them."""
OVERSHOOT = 4.0
"""A marker that reaches this little beyond the end of its line is meant to end with it."""
_SHAPES = ("g", "path", "polygon", "polyline", "circle", "ellipse", "rect", "line")
StyleOf = Callable[[Node, Style], Style]


class Part(NamedTuple):
    """One shape of a marker with what it is painted with."""

    path: Path
    fill: str
    stroke: str


class Vertex(NamedTuple):
    """Where a marker stands: the point, the line's direction in degrees, and the direction in
    which the end looks; `is_start` at the start of the line."""

    at: Point
    angle: float
    is_start: bool

    @property
    def outward(self) -> float:
        return self.angle + 180 if self.is_start else self.angle


def vertices(path: Path) -> tuple[Vertex, Vertex] | None:
    """The two ends of a path."""
    points = [
        Point(float(command[at]), float(command[at + 1]))
        for command in path.commands
        for at in range(1, len(command), 2)
    ]
    if not points:
        return None
    start = Vertex(points[0], _angle(points), True)
    return start, Vertex(points[-1], _angle(points[::-1]) + 180, False)


def _angle(points: list[Point]) -> float:
    """The direction from the first point to the next that is elsewhere."""
    start = points[0]
    for point in points[1:]:
        if start.distance(point) > 1e-6:
            return math.degrees(math.atan2(point.y - start.y, point.x - start.x))
    return 0.0


def head_of(marker: Node, part: Part, vertex: Vertex, width: float, matrix: Matrix) -> Head | None:
    """The head that a `part` of a marker is on a line of `width` at a vertex, mapped to the
    canvas."""
    placing = _placing(marker, vertex, width)
    if placing is None:
        return None
    path = matrix.after(placing).path(part.path)
    return Head(path, _tip(path, matrix, vertex), part.fill != NO_COLOR)


def largest_part(marker: Node, style: Style, style_of: StyleOf) -> Part | None:
    """The largest of the shapes that a marker draws, in the units of what it holds; None where it
    draws nothing."""
    box = view_box(marker)
    room = Room(box.width, box.height) if box else Room(3, 3)
    parts = [
        part
        for part in _parts(marker, style, style_of, room)
        if part.fill != NO_COLOR or part.stroke != NO_COLOR
    ]
    return max(parts, key=lambda part: _area(part.path), default=None)


def _placing(marker: Node, vertex: Vertex, width: float) -> Matrix | None:
    attributes = marker.attributes
    wide = length(attributes.get("markerWidth", "3"), 100) or 0.0
    high = length(attributes.get("markerHeight", "3"), 100) or 0.0
    if wide <= 0 or high <= 0:
        return None
    unit = 1.0 if attributes.get("markerUnits") == "userSpaceOnUse" else width
    aspect = attributes.get("preserveAspectRatio", "")
    inner = fitted(view_box(marker), Rect(0, 0, wide, high), aspect)
    inner = Matrix(inner.a, 0, 0, inner.d)
    x = length(attributes.get("refX", "0"), 100) or 0.0
    y = length(attributes.get("refY", "0"), 100) or 0.0
    turned = _turned(attributes.get("orient", "0").strip(), vertex)
    whole = translation(*vertex.at).after(turned).after(Matrix(a=unit, d=unit))
    return whole.after(inner).after(translation(-x, -y))


def _turned(orient: str, vertex: Vertex) -> Matrix:
    angle = vertex.angle
    if not orient.startswith("auto"):
        angle = length(orient.removesuffix("deg"), 0) or 0.0
    elif "reverse" in orient and vertex.is_start:
        angle += 180
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    return Matrix(cosine, sine, -sine, cosine)


def _parts(marker: Node, style: Style, style_of: StyleOf, room: Room) -> list[Part]:
    found: list[Part] = []
    waiting: list[tuple[Node, Style, Matrix]] = [(marker, style, Matrix())]
    visits = 0
    while waiting and len(found) < MAX_PARTS and visits < MAX_VISITS:
        node, looks, matrix = waiting.pop()
        visits += 1
        if shape := outline(node, looks, room):
            fill, stroke = looks.get("fill", "#000000"), looks.get("stroke", NO_COLOR)
            found.append(Part(matrix.path(shape.path), fill, stroke))
        children = [child for child in node.children[:MAX_VISITS] if child.tag in _SHAPES]
        for child in reversed(children[:MAX_PARTS]):
            inner = style_of(child, looks)
            local = inner.own.get("transform") or child.attributes.get("transform", "")
            waiting.append((child, inner, matrix.after(parse_transform(local))))
    return found


def _tip(path: Path, matrix: Matrix, vertex: Vertex) -> Point:
    """The point of a head that is furthest out, or the line's own end if that is hardly less."""
    dx, dy = math.cos(math.radians(vertex.outward)), math.sin(math.radians(vertex.outward))
    across, down = matrix.a * dx + matrix.c * dy, matrix.b * dx + matrix.d * dy
    size = math.hypot(across, down) or 1.0
    at = matrix.apply(*vertex.at)

    def reach(point: Point) -> float:
        return ((point.x - at.x) * across + (point.y - at.y) * down) / size

    tip = max(path.flattened(), key=reach)
    return at if 0 <= reach(tip) <= OVERSHOOT else tip


def _area(path: Path) -> float:
    rect = Rect.bounding(path.flattened())
    return rect.width * rect.height
