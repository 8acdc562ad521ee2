"""What a chart shows inside its field: rules, bars, lines, and the words at single values."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.charts.places import Ground, place_labels
from diagramkit.layout.figure.brush import TOP, Brush, Painted
from diagramkit.layout.words import Label
from diagramkit.layout.xychart.field import Field
from diagramkit.layout.xychart.looks import DOT, Look
from diagramkit.layout.xychart.plan import GAP, Plan
from diagramkit.scene import Anchor

SLIVER = 2.0
"""The least length of the bar of a value that is not zero: the line that bars begin at covers
some of it."""


def marks(plan: Plan, field: Field, page: Size, brush: Brush) -> Iterator[Painted]:
    """Everything inside the field."""
    yield from _rules(plan, field, brush)
    for place, look in enumerate(plan.bars):
        yield from _bars(plan, field, place, look, brush)
    for look in plan.lines:
        yield from _line(plan, field, look, brush)
    yield from _point_words(plan, field, page, brush)


def points_of(plan: Plan, field: Field, look: Look) -> list[Point]:
    """Where the values of a series stand."""
    values = plan.along.values(look.series)
    return [
        field.point(plan.along.share(place, len(values)), plan.across.share(value))
        for place, value in enumerate(values)
    ]


def _rules(plan: Plan, field: Field, brush: Brush) -> Iterator[Painted]:
    """The line that bars begin at, or the end of the axis; a hairline at each tick."""
    base = plan.across.base if plan.bars else 0.0
    ruled = {0.0, *(share for share, _ in plan.across.ticks)} if plan.has_grid else set()
    for place, share in enumerate(sorted(ruled - {base})):
        yield brush.rule(f"grid:{place + 1}", *field.rule(share), "border")
    yield brush.rule("axis", *field.rule(base), "line")


def _bars(plan: Plan, field: Field, place: int, look: Look, brush: Brush) -> Iterator[Painted]:
    values, words = plan.along.values(look.series), plan.value_words(look)
    thickness = plan.thickness(field.length / plan.along.slots)
    base = plan.across.base
    # Series of bars that are not as long as each other still stand side by side.
    longest = max(len(plan.along.values(one.series)) for one in plan.bars)
    for at, value in enumerate(values):
        key, end = f"{plan.key(look)}:{at + 1}", plan.across.share(value)
        if value and not plan.is_cut_off and abs(end - base) * field.span < SLIVER:
            end = base + math.copysign(SLIVER / field.span, value * plan.across.way)
        middle = plan.along.share(at, longest) * field.length
        rect = field.bar(middle + plan.offset(place, thickness), thickness, base, end)
        if base != end:
            single = look.accented if len(plan.bars) == 1 else look.outlined
            shown = single if plan.is_critical(at) else look
            yield shown.bar(brush, f"bar:{key}", rect)
        if plan.values == "ends":
            block = plan.value_block(words[at])
            spot, anchor = _beside(rect, block, field, is_back=end < base)
            yield from brush.block(f"value:{key}", "", block, spot, anchor, layer=TOP)


def _beside(rect: Rect, block: Label, field: Field, *, is_back: bool) -> tuple[Point, Anchor]:
    """Where the words of a value begin beyond the end of its bar; `is_back` of those that go
    down or to the left."""
    height = block.ink_height
    if not field.is_level:
        top = rect.bottom + GAP if is_back else rect.y - GAP - height
        return Point(rect.center.x, top), "middle"
    x = rect.x - GAP if is_back else rect.right + GAP
    return Point(x, rect.center.y - height / 2), "end" if is_back else "start"


def _line(plan: Plan, field: Field, look: Look, brush: Brush) -> Iterator[Painted]:
    points, name = points_of(plan, field, look), plan.key(look)
    if len(points) > 1:
        yield look.line(brush, f"line:{name}", points)
    # Dots that would touch say nothing.
    if len(points) == 1 or field.length / plan.along.slots > 4 * DOT:
        for place, point in enumerate(points):
            yield look.dot(brush, f"dot:{name}:{place + 1}", point)


def _point_words(plan: Plan, field: Field, page: Size, brush: Brush) -> Iterator[Painted]:
    """Words at single values, clear of all lines."""
    spots: list[tuple[str, Point, Label]] = []
    lines: list[tuple[Point, Point]] = []
    for look in plan.lines:
        points = points_of(plan, field, look)
        lines += pairwise(points)
        for place, (point, words) in enumerate(zip(points, look.series.words, strict=False)):
            if words:
                spots.append((f"{plan.key(look)}:{place + 1}", point, plan.block(words)))
    sizes = [Size(block.size.width, block.ink_height) for _, _, block in spots]
    ground = Ground(Rect(0, 0, *page), lines)
    rooms = place_labels([point for _, point, _ in spots], sizes, [DOT] * len(spots), ground)
    for (key, _, block), room in zip(spots, rooms, strict=True):
        at = Point(room.center.x, room.y)
        yield from brush.block(f"point:{key}", "", block, at, "middle", layer=TOP)
