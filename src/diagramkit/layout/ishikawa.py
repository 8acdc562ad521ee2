"""Fishbone diagrams: a thin spine to the effect, a bone for each cause with its own causes as an
outline beside it.

Bones stand in pairs, above and below, in source order from the left; all of a side are as long, so
that their titles make a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from diagramkit.diagnostics import Location, counted
from diagramkit.geometry import Path, Point, Rect, Size
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, around, chart_kit, chart_layout, worded
from diagramkit.layout.description import flat, tell
from diagramkit.layout.figure.axis import axis_line
from diagramkit.layout.figure.brush import GROUND, LINE, TOP, Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label, LineKind
from diagramkit.mermaid.kinds.ishikawa.model import Cause, Ishikawa
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import Theme

SLANT = 0.4
"""How far a bone goes to the left for each unit that it goes away from the spine."""
RIB = 14.0
"""From the foot of a bone to the words beside it."""
INDENT = 16.0
ROW = 4.0
"""Between the rows of an outline."""
CLEAR = 14.0
"""Between an outline and the spine."""
GAP = 28.0
"""Between the words of a bone and the next bone."""
LEAST = 56.0
"""The least height of a bone."""
TITLE = 8.0
"""From the end of a bone to its title."""
TAIL = 24.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A cause of a cause: its words, and where they stand from the corner of its outline."""

    cause: Cause
    words: Label
    at: Point
    parent: int | None


@dataclass(frozen=True, slots=True)
class _Bone:
    """A cause with its outline; `side` is -1 above the spine, 1 below."""

    key: str
    cause: Cause
    title: Label
    rows: tuple[_Row, ...]
    size: Size
    side: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything with the spine at height 0; `feet` is where the bones meet it."""

    model: Ishikawa
    bones: tuple[_Bone, ...]
    feet: tuple[float, ...]
    heights: Mapping[int, float]
    tail: float
    head: Rect
    effect: Label
    ink: Rect

    def at(self, place: int, y: float) -> float:
        """Where a bone is so far from the spine."""
        return self.feet[place] - SLANT * abs(y)


def lay_out_chart(model: Ishikawa, theme: Theme, path: str) -> Layout:
    """Place a fishbone diagram; its causes have no classes."""
    kit = chart_kit(theme)
    plan = _plan(model, kit)
    size, paint = around(kit, plan.ink, partial(_painted, plan))
    count, place = sum(cause.text in model.critical for cause in model.causes), Location(path)
    warnings = (
        *accent_overused(theme, count, len(model.causes), "causes", place),
        *too_wide(theme, size.width, place, CURE),
    )
    return chart_layout(theme, size, paint, model, model.description or describe(model), warnings)


def describe(model: Ishikawa) -> str:
    """A fishbone diagram in words: its causes, each with what leads to it."""
    count = counted(len(model.causes), "cause", "causes")
    told: list[str] = []
    for cause in model.causes:
        if cause.depth == 1:
            told.append(flat(cause.text))
        else:
            told[-1] += f"{', ' if ': ' in told[-1] else ': '}{flat(cause.text)}"
    return tell(f"Fishbone diagram of {flat(model.effect)} with {count}", told)


def _plan(model: Ishikawa, kit: Kit) -> _Plan:
    bones = tuple(_bones(model, kit))
    heights = {
        side: max((one.size.height + CLEAR for one in bones if one.side == side), default=0.0)
        for side in (-1, 1)
    }
    heights = {side: max(height, LEAST) for side, height in heights.items()}
    feet: list[float] = []
    right = {-1: 0.0, 1: 0.0}
    for place, bone in enumerate(bones):
        if bone.side == -1:
            pair = bones[place : place + 2]
            feet.append(max(right[one.side] + _reach(one, heights) for one in pair))
        else:
            feet.append(feet[-1])
        inner = feet[-1] + RIB + bone.size.width
        title = feet[-1] - SLANT * heights[bone.side] + bone.title.size.width / 2
        right[bone.side] = max(inner, title, feet[-1] + RIB) + GAP
    words: LineKind = "title"
    effect = kit.block(worded(model.effect, words), kit.theme.box.wrap)
    box = kit.theme.box
    wide = max(effect.size.width + 2 * box.padding_x, box.min_width)
    high = max(effect.ink_height + 2 * box.padding_y + 8, box.min_height)
    start = kit.up(max([TAIL * 2, *(foot + TAIL for foot in feet), *_ends(bones, feet)]), 4)
    head = Rect(start, -high / 2, wide, high)
    tail = min((foot for foot in feet), default=0.0) - TAIL
    ink = head.union(Rect(tail, 0, 0, 0))
    plan = _Plan(model, bones, tuple(feet), heights, tail, head, effect, ink)
    for place in range(len(bones)):
        ink = ink.union(_room(plan, place))
    return _Plan(model, bones, tuple(feet), heights, tail, head, effect, ink)


def _ends(bones: Sequence[_Bone], feet: Sequence[float]) -> Iterator[float]:
    """Where the words of bones end, which the effect may not stand beside."""
    for bone, foot in zip(bones, feet, strict=True):
        yield foot + RIB + bone.size.width + GAP / 2 if bone.rows else foot


def _reach(bone: _Bone, heights: Mapping[int, float]) -> float:
    """How far a bone with its title reaches to the left of its foot."""
    return SLANT * heights[bone.side] + max(bone.title.size.width / 2, 4.0)


def _bones(model: Ishikawa, kit: Kit) -> Iterator[_Bone]:
    groups: list[list[Cause]] = []
    for cause in model.causes:
        groups[-1].append(cause) if cause.depth > 1 else groups.append([cause])
    for place, (cause, *inner) in enumerate(groups):
        title = kit.block(worded(cause.text, "group"), kit.theme.box.wrap * 0.75)
        rows = tuple(_rows(inner, model, kit))
        wide = max((row.at.x + row.words.size.width for row in rows), default=0.0)
        high = max((row.at.y + row.words.ink_height for row in rows), default=0.0)
        yield _Bone(str(place + 1), cause, title, rows, Size(wide, high), 1 if place % 2 else -1)


def _rows(causes: Sequence[Cause], model: Ishikawa, kit: Kit) -> Iterator[_Row]:
    """The outline below a cause."""
    y = 0.0
    above: list[int] = []
    for place, cause in enumerate(causes):
        depth = cause.depth - 2
        kind: LineKind = "emphasis" if cause.text in model.critical else "body"
        block = kit.block(worded(cause.text, kind), kit.theme.box.wrap * 0.8)
        del above[depth:]
        yield _Row(cause, block, Point(depth * INDENT, y), above[-1] if above else None)
        above.append(place)
        y += block.size.height + ROW


def _corner(plan: _Plan, place: int) -> Point:
    """The corner of the outline of a bone: above the spine it ends there, below it begins there."""
    bone = plan.bones[place]
    top = -plan.heights[-1] if bone.side < 0 else CLEAR
    return Point(plan.feet[place] + RIB, top)


def _title_at(plan: _Plan, place: int) -> Point:
    bone = plan.bones[place]
    high = plan.heights[bone.side]
    top = -high - TITLE - bone.title.ink_height if bone.side < 0 else high + TITLE
    return Point(plan.at(place, high), top)


def _room(plan: _Plan, place: int) -> Rect:
    bone = plan.bones[place]
    corner, title = _corner(plan, place), _title_at(plan, place)
    rows = Rect(corner.x, corner.y, bone.size.width, bone.size.height)
    wide = bone.title.size.width
    return rows.union(Rect(title.x - wide / 2, title.y, wide, bone.title.ink_height))


def _painted(plan: _Plan, brush: Brush) -> Iterator[Painted]:
    for place in range(len(plan.bones)):
        yield from _bone(plan, place, brush)
    yield from axis_line(brush, "spine", Point(plan.tail, 0.0), Point(plan.head.x, 0.0))
    role = "accent" if plan.model.effect in plan.model.critical else "primary"
    box = brush.box("node:effect", role, plan.head)
    yield box
    at = Point(plan.head.center.x, -plan.effect.ink_height / 2)
    yield from brush.block("words:effect", role, plan.effect, at, "middle", "node:effect", TOP)


def _bone(plan: _Plan, place: int, brush: Brush) -> Iterator[Painted]:
    """A bone with its title, its ribs and their words."""
    bone, corner = plan.bones[place], _corner(plan, place)
    high = plan.heights[bone.side]
    ends = [Point(plan.at(place, high), bone.side * high), Point(plan.feet[place], 0.0)]
    edges = brush.mode.edges
    is_critical = bone.cause.text in plan.model.critical
    look = edges.accent if is_critical else edges.main
    paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
    role = "accent-edge" if is_critical else "main-edge"
    yield brush.mark(f"bone:{bone.key}", role, Path.polyline(ends), paint, LINE)
    ink = brush.mode.text
    at = _title_at(plan, place)
    yield from brush.block(f"cause:{bone.key}", "", bone.title, at, "middle", color=ink)
    hair = Paint(NO_COLOR, edges.side.stroke, brush.mode.group.stroke_width)
    # A branch begins at the one before it, or lines would lie on each other and look heavier.
    last: dict[int, float] = {}
    for number, row in enumerate(bone.rows, 1):
        key = f"{bone.key}.{number}"
        at = row.at.moved(*corner)
        y = at.y + row.words.lines[0].style.size * 0.36 if row.words.lines else at.y
        if row.parent is None:
            line = [Point(plan.at(place, y), y), Point(at.x - 4, y)]
        else:
            above = bone.rows[row.parent]
            start = above.at.moved(*corner).moved(INDENT / 4, above.words.ink_height + 6)
            start = Point(start.x, last.get(row.parent, start.y))
            line = [start, Point(start.x, y), Point(at.x - 4, y)]
            last[row.parent] = y
        yield brush.mark(f"rib:{key}", "rib", Path.polyline(line), hair, GROUND)
        yield from brush.block(f"words:{key}", "", row.words, at, "start", color=ink)
