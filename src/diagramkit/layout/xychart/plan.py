"""What both ways to draw a chart need: its axes, its looks, its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from diagramkit.layout.charts.chart import notation_of, worded
from diagramkit.layout.charts.order import are_ordered
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.words import Label
from diagramkit.layout.xychart.looks import Look, looks_of
from diagramkit.layout.xychart.scale import Across, Along, Tick, across, along
from diagramkit.mermaid.kinds.xychart.model import XYChart

GAP = 8.0
"""Between words and what they name."""
TICKS = 6
"""The most ticks of the axis of values, give or take one."""
BAR_SHARE = 0.62
"""Of its slot, what the bars of a slot take."""
BAR_APART = 2.0
"""Between the bars of a slot."""
WIDEST_BAR = 40.0
FEW = 12
"""So many bars at most have their values beside them unasked."""

Values = Literal["none", "ends", "names"]
"""Where the values stand in words: nowhere, at the ends of bars, below the names."""


@dataclass(frozen=True)
class Plan:
    """A chart with everything that does not depend on how large it becomes."""

    chart: XYChart
    kit: Kit
    along: Along
    across: Across
    looks: tuple[Look, ...]
    values: Values

    @cached_property
    def bars(self) -> tuple[Look, ...]:
        """The series of bars."""
        return tuple(look for look in self.looks if look.series.form == "bar")

    @cached_property
    def lines(self) -> tuple[Look, ...]:
        """The series of lines."""
        return tuple(look for look in self.looks if look.series.form == "line")

    @cached_property
    def has_grid(self) -> bool:
        """Whether ticks are ruled: not where words would be struck or say the same."""
        return self.values != "ends" and not any(any(one.series.words) for one in self.looks)

    @cached_property
    def ticks(self) -> list[Tick]:
        """The ticks that have words. Where each bar has its own, only the line that bars begin at
        needs them, unless bars are cut off."""
        base = self.across.base_tick
        if self.values == "ends" and not self.is_cut_off:
            return [base]
        found = self.across.ticks
        alone = all(abs(share - base[0]) > 0.5 / TICKS for share, _ in found)
        return [base, *found] if alone else found

    @cached_property
    def is_ordered(self) -> bool:
        """Whether the names of the slots say where those are that have none."""
        return are_ordered(self.along.names)

    def is_critical(self, place: int) -> bool:
        """Whether the slot at a place is singled out by its name."""
        names = self.along.names
        return place < len(names) and names[place] in self.chart.critical

    @property
    def is_cut_off(self) -> bool:
        """Whether the axis of values does not hold zero."""
        return self.across.start * self.across.end > 0

    @property
    def value_title(self) -> str:
        """The words above the axis of values: its title, and what its numbers are counted in."""
        return ", ".join(filter(None, (self.chart.y.title, self.across.scale.words)))

    def names(self, wrap: float) -> list[Label]:
        """The words of each slot, wrapped; those of the values below."""
        words = [
            worded(name, "strong" if self.is_critical(place) else "label")
            for place, name in enumerate(self.along.names)
        ]
        if self.values == "names":
            for place, value in enumerate(self.value_words(self.bars[0])[: len(words)]):
                words[place].append((value, "strong"))
        return [self.kit.block(lines, wrap) for lines in words]

    def value_words(self, look: Look) -> list[str]:
        """The values of a series in words."""
        every = [value for one in self.bars for value in self.along.values(one.series)]
        words = dict(zip(every, self.across.said(every), strict=True))
        return [words[value] for value in self.along.values(look.series)]

    def block(self, words: str, wrap: float | None = None) -> Label:
        """Words of an axis, a tick or a series."""
        return self.kit.block(worded(words, "label"), wrap)

    def thickness(self, pitch: float) -> float:
        """How thick one bar of a slot is."""
        count = max(len(self.bars), 1)
        room = (BAR_SHARE * pitch - (count - 1) * BAR_APART) / count
        # The words of values stand side by side as their bars do.
        widest = max(WIDEST_BAR, self.value_width + GAP) if count > 1 else WIDEST_BAR
        return max(1.0, min(widest, room))

    def offset(self, place: int, thickness: float) -> float:
        """From the middle of a slot to the beginning of its bar at a place."""
        count = len(self.bars)
        apart = BAR_APART if thickness > BAR_APART else 0.0
        return place * (thickness + apart) - (count * thickness + (count - 1) * apart) / 2

    def key(self, look: Look) -> str:
        """The number of a series, from 1: part of the keys of all that shows it."""
        return str(self.looks.index(look) + 1)

    @cached_property
    def value_width(self) -> float:
        """The widest words of a value at the end of a bar; 0 where there are none."""
        if self.values != "ends":
            return 0.0
        words = {word for look in self.bars for word in self.value_words(look)}
        return widest([self.value_block(word) for word in words])

    @cached_property
    def goes_back(self) -> bool:
        """Whether words of values stand on the other side of the line that bars begin at."""
        values = (value for look in self.bars for value in self.along.values(look.series))
        below = any(self.across.share(value) < self.across.base for value in values)
        return self.values == "ends" and below

    def value_block(self, words: str) -> Label:
        """The words of a value at the end of a bar."""
        return self.kit.block([(words, "strong")])


def plan_of(chart: XYChart, kit: Kit) -> Plan:
    """Everything about a chart but its size."""
    notation = notation_of(kit.theme)
    slots = replace(along(chart), notation=notation)
    values = replace(across(chart, slots, TICKS), notation=notation)
    return Plan(chart, kit, slots, values, tuple(looks_of(chart)), _values(chart, slots))


def _values(chart: XYChart, slots: Along) -> Values:
    """Where values stand in words: where the source asks for them, and where bars are few."""
    bars = sum(one.form == "bar" for one in chart.series)
    if not bars:
        return "none"
    if bars < len(chart.series):
        return "names" if chart.shows_values and bars == 1 and slots.names else "none"
    count = sum(len(slots.values(one)) for one in chart.series)
    return "ends" if chart.shows_values or count <= FEW else "none"


def widest(blocks: Sequence[Label]) -> float:
    """The width of the widest words."""
    return max((block.size.width for block in blocks), default=0.0)


def highest(blocks: Sequence[Label]) -> float:
    """The height of the highest words."""
    return max((block.size.height for block in blocks), default=0.0)
