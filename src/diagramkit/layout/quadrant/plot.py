"""A quadrant chart on the page: axes, quadrants, dots and the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diagramkit.geometry import Path, Point, Rect, Size, circle
from diagramkit.layout.charts.chart import worded
from diagramkit.layout.figure.axis import OVER, axis_line
from diagramkit.layout.figure.brush import BODY, CATEGORIES, LINE, TOP, Brush, Ink, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.quadrant.rooms import Room
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.quadrant.model import Ends, Quadrant
from diagramkit.scene import NO_COLOR, Anchor, Paint

GAP = 8.0
"""Between words and what they name."""
DROP = 12.0
"""From the field down to words below it."""
BESIDE = 104.0
"""The widest words beside the upright axis."""
DOT = 4.5
"""Radius of a dot."""
LEAST_DOT, MOST_DOT = 3.0, 14.0
"""Of a dot whose radius the source sets."""
MERMAIDS_DOT = 5.0
"""Radius that Mermaid draws where the source sets none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A point on the page, its words and the room that they take. `leader` leads from the dot to
    words that do not stand beside it; `is_listed` says that they stand in a list."""

    at: Point
    block: Label
    rect: Rect
    is_accent: bool
    radius: float
    ink: Ink
    leader: tuple[Point, ...] = ()
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart with its measures; `foot` is how far below the field the words of the axis stand."""

    model: Quadrant
    kit: Kit
    field: Rect
    foot: float
    rooms: tuple[Room, ...]
    labels: tuple[Placed, ...]
    size: Size

    def paint(self, brush: Brush) -> Iterator[Painted]:
        """Everything of the chart."""
        field = self.field
        foot = Point(field.x, field.bottom)
        yield from self._frame(brush)
        yield from axis_line(brush, "axis:x", foot, Point(field.right + OVER, field.bottom))
        yield from axis_line(brush, "axis:y", foot, Point(field.x, field.y - OVER))
        yield from self._level_words(brush)
        yield from self._upright_words(brush)
        for room in self.rooms:
            at = Point(room.rect.center.x, room.rect.y)
            yield from brush.block(f"quadrant:{room.number}", "", room.block, at, "middle")
        for place, label in enumerate(self.labels):
            yield from self._point(str(place + 1), label, brush)

    def _frame(self, brush: Brush) -> Iterator[Painted]:
        for name, ends in frame(self.field).items():
            yield brush.rule(f"frame:{name}", *ends, "border")

    def _level_words(self, brush: Brush) -> Iterator[Painted]:
        field = self.field
        low, high = self.model.x
        below = field.bottom + self.foot
        at = {"start": Point(field.x, below), "end": Point(field.right, below)}
        if low and high:
            block = level_words(self.kit, low, field)
            yield from brush.block("axis-low:x", "", block, at["start"], "start")
        key, words = ("axis-high:x", high) if low and high else ("title:x", low or high)
        yield from brush.block(key, "", level_words(self.kit, words, field), at["end"], "end")

    def _upright_words(self, brush: Brush) -> Iterator[Painted]:
        field, (low, high) = self.field, self.model.y
        if not (low and high):
            block = self.kit.block(worded(low or high, "label"), field.width)
            at = Point(self.kit.margin, self.kit.margin)
            yield from brush.block("title:y", "", block, at, "start")
            return
        x = field.x - GAP
        block = upright_words(self.kit, high)
        yield from brush.block("axis-high:y", "", block, Point(x, field.y), "end")
        block = upright_words(self.kit, low)
        at = Point(x, field.bottom - block.ink_height)
        yield from brush.block("axis-low:y", "", block, at, "end")

    def _point(self, name: str, label: Placed, brush: Brush) -> Iterator[Painted]:
        ink: Ink = "accent" if label.is_accent else label.ink
        paint = Paint(brush.ink(ink), brush.ink("canvas"), 1.0)
        dot = circle(label.at, label.radius)
        yield brush.mark(f"point:{name}", f"dot-{ink}", dot, paint, BODY)
        anchor: Anchor = "start" if label.is_listed else "middle"
        x = label.rect.x if label.is_listed else label.rect.center.x
        at = Point(x, label.rect.y)
        if label.leader:
            look = brush.mode.edges.side
            line = Path.polyline(label.leader)
            paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
            yield brush.mark(f"leader:{name}", "side-edge", line, paint, LINE)
        yield from brush.block(f"text:point:{name}", "", label.block, at, anchor, layer=TOP)


def dots_of(model: Quadrant) -> list[tuple[float, Ink]]:
    """The radius of each dot, as the source sets it, in proportion to Mermaid's own; and its ink: a
    category of the theme for each colour that the source sets."""
    classes = dict(model.class_styles)
    colors: dict[str, Ink] = {}
    found: list[tuple[float, Ink]] = []
    for point in model.points:
        styles = dict(classes.get(point.class_name, ())) | dict(point.style)
        wanted = DOT * float(styles.get("radius", MERMAIDS_DOT)) / MERMAIDS_DOT
        ink: Ink = "line"
        if color := styles.get("color", "").lower():
            ink = colors.setdefault(color, CATEGORIES[len(colors) % len(CATEGORIES)])
        found.append((min(MOST_DOT, max(LEAST_DOT, wanted)), ink))
    return found


def frame(field: Rect) -> dict[str, tuple[Point, Point]]:
    """The hairlines of a chart: its upper and its right side, and the cross."""
    middle = field.center
    return {
        "top": (Point(field.x, field.y), Point(field.right, field.y)),
        "right": (Point(field.right, field.y), Point(field.right, field.bottom)),
        "upright": (Point(middle.x, field.y), Point(middle.x, field.bottom)),
        "level": (Point(field.x, middle.y), Point(field.right, middle.y)),
    }


def level_words(kit: Kit, words: str, field: Rect) -> Label:
    """Words below the level axis: two ends share its length."""
    return kit.block(worded(words, "label"), field.width / 2 - GAP)


def upright_words(kit: Kit, words: str) -> Label:
    """Words beside the upright axis."""
    return kit.block(worded(words, "label"), BESIDE)


def has_ends(ends: Ends) -> bool:
    """Whether both ends of an axis have words."""
    return bool(ends[0] and ends[1])
