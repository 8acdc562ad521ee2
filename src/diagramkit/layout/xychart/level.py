"""Charts whose values go from left to right: the names of the slots have room beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.words import Label
from diagramkit.layout.xychart.field import Field
from diagramkit.layout.xychart.key import Key, key_of
from diagramkit.layout.xychart.marks import marks
from diagramkit.layout.xychart.plan import GAP, Plan, highest, widest

ROW = 28.0
"""Height of a slot with one bar or none."""
MORE = 16.0
"""What each further bar of a slot adds to it."""
MORE_WITH_WORDS = 24.0
"""The same where each bar has words at its end."""
AIR = 10.0
"""Between the names of slots."""
TICK_ROOM = 24.0
"""The room of the words of a tick of a range."""
LEAST = 0.35
"""The least width of the field on a narrow page, in that of a plot of the theme."""
NEAR_END = 0.9
"""A tick beyond this share of the field may have words that reach beyond it."""
MOST_HEIGHT = 640.0
"""The greatest height of a chart without names; its slots get lower."""


@dataclass(frozen=True, slots=True)
class Level:
    """A chart with its measures: the field that the values stand in, and the words around it."""

    plan: Plan
    key: Key
    field: Field
    names: list[Label]
    size: Size

    def paint(self, brush: Brush) -> Iterator[Painted]:
        """Everything of the chart."""
        margin = self.plan.kit.margin
        yield from self.key.paint(brush, Point(margin, margin))
        yield from marks(self.plan, self.field, self.size, brush)
        yield from self._beside(brush)
        yield from self._below(brush)

    def _beside(self, brush: Brush) -> Iterator[Painted]:
        """The words of the slots."""
        plan, rect = self.plan, self.field.rect
        margin = plan.kit.margin
        title = plan.block(plan.chart.x.title, rect.right - margin)
        at = Point(margin, margin + self.key.size.height)
        yield from brush.block("title:x", "", title, at, "start")
        named = [
            (f"name:{place + 1}", plan.along.share(place, 0), block)
            for place, block in enumerate(self.names)
        ]
        named += [(f"tick:x:{words}", share, plan.block(words)) for share, words in _ticks(plan)]
        for key, share, block in named:
            y = self.field.point(share, 0.0).y - block.ink_height / 2
            x = rect.x - GAP - _back(plan)
            yield from brush.block(key, "", block, Point(x, y), "end")

    def _below(self, brush: Brush) -> Iterator[Painted]:
        """The words of the axis of values."""
        plan, rect = self.plan, self.field.rect
        below = rect.bottom + GAP
        for share, words in plan.ticks:
            at = Point(self.field.point(0.0, share).x, below)
            yield from brush.block(f"tick:y:{words}", "", plan.block(words), at, "middle")
        below += _foot(plan)
        title = plan.block(plan.value_title, rect.right - plan.kit.margin)
        yield from brush.block("title:y", "", title, Point(rect.right, below), "end")


def level(plan: Plan) -> Level:
    """A chart that goes from left to right."""
    kit, margin = plan.kit, plan.kit.margin
    most = kit.theme.page.max_width
    names = plan.names(min(1.5 * kit.theme.box.wrap, most / 3))
    beside = names or [plan.block(words) for _, words in _ticks(plan)]
    # Words at the ends of bars stand beyond the field.
    left = kit.up(margin + widest(beside) + GAP + _back(plan), 4)
    right = plan.value_width + GAP if plan.value_width else 0.0
    budget = most - left - max(right, _over(plan)) - margin - 4
    longest = kit.theme.figure.plot_width
    width = max(kit.up(LEAST * longest), min(kit.up(longest), budget // 4 * 4))
    key = key_of([look for look in plan.looks if look.series.name], kit, left + width - margin)
    title = plan.block(plan.chart.x.title, left + width - margin)
    top = margin + key.size.height + (title.size.height + GAP if title.lines else 0.0)
    rect = Rect(left, top, width, plan.along.slots * _row(plan, names))
    below = plan.block(plan.value_title, rect.right - margin)
    bottom = rect.bottom + GAP + _foot(plan) + below.size.height
    across = max(rect.right + right, margin + key.size.width, _last_tick(plan, rect))
    size = Size(kit.up(across + margin, 2), kit.up(bottom + margin, 2))
    return Level(plan, key, Field(rect, is_level=True), names, size)


def _back(plan: Plan) -> float:
    """The room between the field and the names for the words of values that go to the left."""
    return plan.value_width + GAP if plan.goes_back else 0.0


def _foot(plan: Plan) -> float:
    return plan.kit.style("label").line + 4


def _over(plan: Plan) -> float:
    """How far the words of a tick at the end of the field reach beyond it."""
    ends = (plan.block(words).size.width / 2 for share, words in plan.ticks if share > NEAR_END)
    return max(ends, default=0.0)


def _last_tick(plan: Plan, rect: Rect) -> float:
    """How far the words of the ticks below reach to the right."""
    ends = [
        rect.x + share * rect.width + plan.block(words).size.width / 2
        for share, words in plan.ticks
    ]
    return max(ends, default=0.0)


def _row(plan: Plan, names: list[Label]) -> float:
    """How high a slot is."""
    more = MORE_WITH_WORDS if plan.values == "ends" else MORE
    row = ROW + more * max(0, len(plan.bars) - 1)
    if names:
        return max(row, highest(names) + AIR)
    return row if plan.values == "ends" else min(row, MOST_HEIGHT / plan.along.slots)


def _ticks(plan: Plan) -> list[tuple[float, str]]:
    """The ticks of a range, as many as have room; none where there are names."""
    if plan.along.names:
        return []
    room = int(plan.along.slots * _row(plan, []) / TICK_ROOM)
    return plan.along.ticks(max(2, min(12, room)))
