"""Charts whose values go upwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.charts.order import every, parted, steps
from diagramkit.layout.charts.places import apart
from diagramkit.layout.figure.brush import TOP, Brush, Painted
from diagramkit.layout.words import Label, LineKind
from diagramkit.layout.xychart.field import Field
from diagramkit.layout.xychart.key import Key, key_of
from diagramkit.layout.xychart.looks import Look
from diagramkit.layout.xychart.marks import marks, points_of
from diagramkit.layout.xychart.plan import BAR_SHARE, GAP, Plan, highest, widest
from diagramkit.text import measure

SLOT = 96.0
"""A slot is not wider than this unless its words are."""
SLIM = 4.0
"""The least width of a slot where names are thinned, as far as the page allows."""
LEAST = 288.0
"""The least width of a chart."""
MOST_LINES = 3
"""The most lines of a name below its slot."""
APART = 4.0
"""Between words above bars, where the page is full."""
END_LINES = 2
"""The most lines of a name at the end of its line."""
VALUE_ROOM = 20.0
"""Above bars, or below, for the words of values at their ends."""
SAMPLE = 12.0
"""Length of the piece of a line before its name, where ends collide."""
NEAR = 0.3
"""How far words may be from the end of their line, in their heights."""
DROP = 12.0
"""From the field down to the words below it."""
YIELDS = 0.12
"""How much narrower the field may become for the names at its ends, as part of its width."""


@dataclass(frozen=True, slots=True)
class Upright:
    """A chart with its measures: the field that the values stand in, and the words around it."""

    plan: Plan
    key: Key
    field: Field
    names: list[Label]
    ended: list[Look]
    """Lines whose names stand at their ends."""
    size: Size

    def paint(self, brush: Brush) -> Iterator[Painted]:
        """Everything of the chart."""
        margin = self.plan.kit.margin
        yield from self.key.paint(brush, Point(margin, margin))
        yield from marks(self.plan, self.field, self.size, brush)
        yield from self._beside(brush)
        yield from self._below(brush)
        yield from self._ends(brush)

    def _beside(self, brush: Brush) -> Iterator[Painted]:
        """The words of the axis of values."""
        plan, rect = self.plan, self.field.rect
        margin = plan.kit.margin
        title = plan.block(plan.value_title, rect.right - margin)
        at = Point(margin, margin + self.key.size.height)
        yield from brush.block("title:y", "", title, at, "start")
        for share, words in plan.ticks:
            block, middle = plan.block(words), self.field.point(0.0, share).y
            at = Point(rect.x - GAP, middle - block.ink_height / 2)
            yield from brush.block(f"tick:y:{words}", "", block, at, "end")

    def _below(self, brush: Brush) -> Iterator[Painted]:
        """The words of the slots."""
        plan, rect = self.plan, self.field.rect
        below = rect.bottom + _drop(plan)
        for place, block in enumerate(self.names):
            at = Point(self.field.point(plan.along.share(place, 0), 0.0).x, below)
            yield from brush.block(f"name:{place + 1}", "", block, at, "middle")
        for share, words in _ticks(plan, rect.width):
            at = Point(self.field.point(share, 0.0).x, below)
            yield from brush.block(f"tick:x:{words}", "", plan.block(words), at, "middle")
        title = plan.block(plan.chart.x.title, rect.right - plan.kit.margin)
        at = Point(rect.right, below + _foot(plan, self.names) + 4)
        yield from brush.block("title:x", "", title, at, "end")

    def _ends(self, brush: Brush) -> Iterator[Painted]:
        """The words at the ends of lines, apart where lines end near each other."""
        lines = [
            (points_of(self.plan, self.field, look)[-1].y, _end_words(self.plan, look), look)
            for look in self.ended
        ]
        lines.sort(key=lambda one: (one[0], self.plan.looks.index(one[2])))
        wanted = [(y, block.size.height) for y, block, _ in lines]
        middles = apart(wanted, self.field.rect.bottom)
        collide = _collide(wanted, middles)
        left = self.field.rect.right + GAP
        for middle, (_, block, look) in zip(middles, lines, strict=True):
            key = f"end:{self.plan.key(look)}"
            if collide:
                ends = [Point(left, middle), Point(left + SAMPLE, middle)]
                yield look.line(brush, f"sample:{key}", ends)
            x = left + (SAMPLE + GAP if collide else 0.0)
            at = Point(x, middle - block.ink_height / 2)
            yield from brush.block(key, "", block, at, "start", layer=TOP)


def _collide(wanted: Sequence[tuple[float, float]], middles: Sequence[float]) -> bool:
    """Whether words had to move so far from the ends of their lines that these do not say which
    is which."""
    return any(
        abs(middle - y) > NEAR * height for (y, height), middle in zip(wanted, middles, strict=True)
    )


def upright(plan: Plan) -> Upright | None:
    """A chart that goes upwards; None where the words of its slots have no room side by side."""
    kit, margin = plan.kit, plan.kit.margin
    ticks = [plan.block(words) for _, words in plan.ticks]
    left = kit.up(margin + (widest(ticks) + GAP), 4)
    ended = [look for look in plan.lines if _is_ended(plan, look)]
    right = widest([_end_words(plan, look) for look in ended]) + GAP if ended else 0.0
    right += SAMPLE + GAP if len(ended) > 1 else 0.0
    fitted = _fitted(plan, kit.theme.page.max_width - left - right - margin)
    if fitted is None:
        return None
    width, names = kit.up(fitted[0], 4), fitted[1]
    # Names at the ends may be wider than the rims of the field.
    over = widest(names) / 2 - plan.along.rim * width / plan.along.slots
    left, right = max(left, kit.up(margin + over, 4)), max(right, over)
    # The room beside names keeps them apart in a field that is a little narrower.
    excess = left + width + right + margin - kit.theme.page.max_width
    width -= kit.up(excess + 4, 4) if 0 < excess <= YIELDS * width else 0.0
    named = [look for look in plan.looks if look.series.name and look not in ended]
    key = key_of(named, kit, max(LEAST, left + width + right - margin))
    title = plan.block(plan.value_title, left + width - margin)
    top = margin + key.size.height + (title.size.height + GAP if title.lines else 0.0)
    top = kit.up(top + (VALUE_ROOM if plan.values == "ends" else 6.0), 4)
    rect = Rect(left, top, width, kit.theme.figure.plot_height)
    below = plan.block(plan.chart.x.title, rect.right - margin)
    bottom = (
        rect.bottom
        + _drop(plan)
        + _foot(plan, names)
        + (below.size.height + 4 if below.lines else 0)
    )
    across = max(rect.right + right, margin + key.size.width)
    size = Size(kit.up(across + margin, 2), kit.up(bottom + margin, 2))
    return Upright(plan, key, Field(rect, is_level=False), names, ended, size)


def _drop(plan: Plan) -> float:
    """From the field down to the words of the slots; those of values may stand between."""
    return DROP + (VALUE_ROOM if plan.goes_back else 0.0)


def _foot(plan: Plan, names: list[Label]) -> float:
    """The room of the words below the slots."""
    return highest(names) if names else plan.kit.style("label").line


def _ticks(plan: Plan, width: float) -> list[tuple[float, str]]:
    """The ticks of a range that have room beside each other; none where there are names."""
    if plan.along.names:
        return []
    for most in range(min(12, max(2, plan.along.count)), 1, -1):
        found = sorted(plan.along.ticks(most))
        rooms = [(share * width, plan.block(words).size.width) for share, words in found]
        if all(b - a >= (one + two) / 2 + GAP for (a, one), (b, two) in pairwise(rooms)):
            return found
    return found[:1]


def _fitted(plan: Plan, budget: float) -> tuple[float, list[Label]] | None:
    """The width of the field and the words of the slots, wrapped as they have to be."""
    count, tokens = plan.along.slots, plan.kit.theme.figure
    wanted = min(tokens.plot_width, max(LEAST, count * SLOT), budget)
    names = plan.names(plan.kit.theme.box.wrap)
    values, named = _room_of_values(plan), widest(names)
    slot = max(named + 2 * GAP if names else 0.0, values)
    if count * slot <= budget:
        return max(wanted, count * slot), names
    if count * max(named + GAP, _least_room_of_values(plan)) <= budget:
        return budget, names
    if plan.is_ordered:
        return None if plan.values != "none" else _thinned(plan, budget)
    room = budget / count - 2 * GAP
    if room < max(_longest_word(plan), values - 2 * GAP):
        return None
    names = plan.names(room)
    return (budget, names) if all(len(block.lines) <= MOST_LINES for block in names) else None


def _thinned(plan: Plan, budget: float) -> tuple[float, list[Label]]:
    """The width of the field and the words of every n-th slot, which stand in an order."""
    count, names = plan.along.slots, plan.along.names
    width = min(budget, max(plan.kit.theme.figure.plot_width, count * SLIM))
    for step in steps():
        places = every(names, step)
        shown = dict(zip(places, _in_units([names[place] for place in places], plan), strict=True))
        if _fit(list(shown.values()), step * width / count) or len(places) == 1:
            break
    return width, [shown.get(place, Label()) for place in range(len(names))]


def _in_units(names: Sequence[str], plan: Plan) -> list[Label]:
    """Names whose large units, such as the year, stand below the small ones, once each."""
    return [plan.kit.block([(words, "label") for words in pair if words]) for pair in parted(names)]


def _fit(blocks: Sequence[Label], pitch: float) -> bool:
    return all(
        (one.size.width + two.size.width) / 2 + GAP <= pitch for one, two in pairwise(blocks)
    )


def _room_of_values(plan: Plan) -> float:
    """How wide a slot has to be for the words above its bars."""
    if not plan.value_width:
        return 0.0
    count = len(plan.bars)
    return (plan.value_width + GAP) * (count / BAR_SHARE if count > 1 else 1.0)


def _least_room_of_values(plan: Plan) -> float:
    """The same where words at different heights may reach over the slots beside their own, up to
    the bars there."""
    if not plan.value_width or len(plan.bars) > 1:
        return _room_of_values(plan)
    look, line = plan.bars[0], plan.kit.style("strong").line
    tops = [plan.across.share(value) for value in plan.along.values(look.series)]
    widths = [plan.value_block(word).size.width for word in plan.value_words(look)]
    level = line / plan.kit.theme.figure.plot_height
    beside = [
        (one + two) / 2 + APART
        for (one, two), (high, low) in zip(pairwise(widths), pairwise(tops), strict=True)
        if abs(high - low) < level
    ]
    return max((plan.value_width / 2 + APART / 2) / (1 - BAR_SHARE / 2), *beside, 0.0)


def _longest_word(plan: Plan) -> float:
    style = plan.kit.style("label").text
    words = {word for name in plan.along.names for word in name.split()}
    return max((measure(word, style) for word in words), default=0.0)


def _is_ended(plan: Plan, look: Look) -> bool:
    """Whether the name of a line stands at its end: a short one, behind the last slot."""
    values = plan.along.values(look.series)
    is_last = not plan.along.names or len(values) == plan.along.count
    return bool(look.series.name) and is_last and len(_end_words(plan, look).lines) <= END_LINES


def _end_words(plan: Plan, look: Look) -> Label:
    kind: LineKind = "strong" if look.is_critical else "label"
    return plan.kit.block([(" ".join(look.series.name.split()), kind)])
