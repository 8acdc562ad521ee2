"""Places for steps and lanes: where along time each step is, and where across it each lane.

Nothing here knows which way time runs: `along` grows with it, `across` from the first lane to the
last. Long histories are broken into rows, each with the lanes that something happens on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diagramkit.layout.gitgraph.slots import Slots, strip_of
from diagramkit.layout.gitgraph.steps import Edge, Steps

SLOT = 12.0
"""Between lines that run side by side, in user units."""


class Leg(NamedTuple):
    """A straight part of an edge: in a strip or in a lane, from row to row."""

    is_strip: bool
    place: int
    first: int
    last: int


class Needs(NamedTuple):
    """The room that things take, in user units.

    `halves` is half of what each step takes along time; `extents` what each commit takes before
    and behind its lane, `lanes` what each lane takes by itself; `gaps` the least room between
    steps, between lanes and between rows.
    """

    halves: Sequence[float]
    extents: Sequence[tuple[float, float]]
    lanes: Sequence[tuple[float, float]]
    gaps: tuple[float, float, float]


@dataclass(slots=True)
class Row:
    """Steps that stand side by side. `start` and `end` are where lines come in from the row
    before and go out to the next; `outs` and `ins` where the first line crosses lanes behind the
    step before, and before a step; `lanes` and `strips` where across time lanes are and where the
    first line of a strip runs."""

    steps: range
    start: float
    end: float = 0.0
    bottom: float = 0.0
    centers: dict[int, float] = field(default_factory=dict)
    outs: dict[int, float] = field(default_factory=dict)
    ins: dict[int, float] = field(default_factory=dict)
    lanes: dict[int, float] = field(default_factory=dict)
    strips: dict[int, float] = field(default_factory=dict)


class Grid:
    """The rows of a history, none longer than `room` unless it is a single step.

    Lines that leave the last step of a row cross lanes at the start of the next one.
    """

    def __init__(
        self, steps: Steps, slots: Slots, needs: Needs, start: float, top: float, room: float
    ) -> None:
        self.steps, self.slots, self.needs = steps, slots, needs
        leads = [
            SLOT * (slots.outs.get(step - 1, 0) + slots.ins.get(step, 0))
            for step in range(steps.count)
        ]
        widths = [lead + 2 * half for lead, half in zip(leads, needs.halves, strict=True)]
        self.rows = [Row(part, _crisp(start)) for part in _parts(widths, needs.gaps[0], room)]
        self.place_of = {step: place for place, row in enumerate(self.rows) for step in row.steps}
        for row in self.rows:
            self._along(row)
        self._across(top)

    def legs(self, edge: Edge) -> Iterator[Leg]:
        """The straight parts of an edge: the lane or strip of each, and the rows it is in."""
        lanes, step = self.steps.lane, self.steps.step
        first, last = self.place_of[step[edge.parent]], self.place_of[step[edge.child]]
        own, other = Leg(False, lanes[edge.parent], first, last), lanes[edge.child]
        if edge.way in ("along", "in"):
            yield own
        else:
            crossing = self.place_of[step[edge.parent] + 1]
            yield own._replace(last=crossing)
            if edge.way == "around":
                yield Leg(True, strip_of(edge, self.steps), crossing, last)
            else:
                yield Leg(False, other, crossing, last)
        if edge.way in ("in", "around"):
            yield Leg(False, other, last, last)

    def _along(self, row: Row) -> None:
        place, gap = row.start, self.needs.gaps[0]
        for step in row.steps:
            outs, ins = self.slots.outs.get(step - 1, 0), self.slots.ins.get(step, 0)
            free = gap / 2 if outs + ins or step > row.steps.start else 0.0
            place += free
            row.outs[step - 1] = place + SLOT / 2
            row.ins[step] = place + SLOT * outs + SLOT / 2
            place += SLOT * (outs + ins) + free
            row.centers[step] = place + self.needs.halves[step]
            place += 2 * self.needs.halves[step]
        row.end = place

    def _across(self, top: float) -> None:
        """Stack the lanes of each row, and the rows."""
        steps, needs = self.steps, self.needs
        extents: list[dict[int, tuple[float, float]]] = [{} for _ in self.rows]
        strips: list[set[int]] = [set() for _ in self.rows]
        for lane in set(range(steps.lanes)).difference(steps.lane):
            extents[0][lane] = needs.lanes[lane]
        for commit, (before, behind) in enumerate(needs.extents):
            held, lane = extents[self.place_of[steps.step[commit]]], steps.lane[commit]
            most = held.get(lane, needs.lanes[lane])
            held[lane] = max(most[0], before), max(most[1], behind)
        for leg in (leg for edge in steps.edges for leg in self.legs(edge)):
            for place in range(leg.first, leg.last + 1):
                if leg.is_strip:
                    strips[place].add(leg.place)
                else:
                    extents[place].setdefault(leg.place, needs.lanes[leg.place])
        for row, held, used in zip(self.rows, extents, strips, strict=True):
            row.bottom = top = _stack(row, held, used, steps.lanes, self.slots, needs, top)
            top += needs.gaps[2]


def _parts(widths: Sequence[float], gap: float, room: float) -> Iterator[range]:
    """Steps in rows: as few as can be, and nearly alike."""
    total = sum(widths) + gap * (len(widths) - 1)
    count = max(1, math.ceil(total / room)) if math.isfinite(room) else 1
    fair = room if count == 1 else min(room, total / count + max(widths) / 2)
    first, used = 0, 0.0
    for step, width in enumerate(widths):
        if step > first and used + gap + width > fair:
            yield range(first, step)
            first, used = step, gap
        used += gap * (step > first) + width
    yield range(first, len(widths))


def _stack(
    row: Row,
    extents: dict[int, tuple[float, float]],
    used: set[int],
    lanes: int,
    slots: Slots,
    needs: Needs,
    top: float,
) -> float:
    """Give the lanes and strips of a row their places; where the row ends."""
    place, end = top, top
    for lane in range(-1, lanes):
        if lane in extents:
            before, behind = extents[lane]
            row.lanes[lane] = _crisp(place + before)
            end = row.lanes[lane] + behind
            place = end + needs.gaps[1]
        if lane in used:
            row.strips[lane] = _crisp(end + SLOT / 2 + needs.gaps[1] / 2)
            end = row.strips[lane] + SLOT * (slots.strips[lane] - 1)
            place = end + SLOT / 2 + needs.gaps[1] / 2
    return end


def _crisp(place: float) -> float:
    """The middle of the next pixel: where lines lie on each other, they would otherwise look
    thicker than alone."""
    return math.ceil(place) + 0.5
