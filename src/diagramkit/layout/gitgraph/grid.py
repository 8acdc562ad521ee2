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
from diagramkit.layout.gitgraph.steps import Steps

SLOT = 12.0
"""Between lines that run side by side, in user units."""


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
    before and go out to the next; `lanes` and `strips` say where across time lanes are and where
    the first line of a strip runs."""

    steps: range
    start: float
    end: float = 0.0
    bottom: float = 0.0
    centers: dict[int, float] = field(default_factory=dict)
    outs: dict[int, float] = field(default_factory=dict)
    ins: dict[int, float] = field(default_factory=dict)
    lanes: dict[int, float] = field(default_factory=dict)
    strips: dict[int, float] = field(default_factory=dict)


def rows_of(
    steps: Steps, slots: Slots, needs: Needs, start: float, top: float, room: float
) -> list[Row]:
    """The rows of a history, none longer than `room` unless it is a single step."""
    widths = [
        2 * half + SLOT * (slots.outs.get(step, 0) + slots.ins.get(step, 0))
        for step, half in enumerate(needs.halves)
    ]
    rows = [Row(part, start) for part in _parts(widths, needs.gaps[0], room)]
    for row in rows:
        _along(row, slots, needs)
    _across(rows, steps, slots, needs, top)
    return rows


def _parts(widths: Sequence[float], gap: float, room: float) -> Iterator[range]:
    """Steps in rows: as few as can be, and nearly alike."""
    total = sum(widths) + gap * max(0, len(widths) - 1)
    count = max(1, math.ceil(total / room)) if math.isfinite(room) else 1
    fair = min(room, total / count + max(widths, default=0.0) / 2)
    first, used = 0, 0.0
    for step, width in enumerate(widths):
        if step > first and used + width > fair:
            yield range(first, step)
            first, used = step, 0.0
        used += width + gap
    yield range(first, len(widths))


def _along(row: Row, slots: Slots, needs: Needs) -> None:
    place = row.start
    for step in row.steps:
        row.ins[step] = place + SLOT / 2
        place += SLOT * slots.ins.get(step, 0) + needs.halves[step]
        row.centers[step] = place
        place += needs.halves[step]
        row.outs[step] = place + SLOT / 2
        place += SLOT * slots.outs.get(step, 0) + needs.gaps[0]
    row.end = place - needs.gaps[0] if row.steps else row.start


def _across(rows: Sequence[Row], steps: Steps, slots: Slots, needs: Needs, top: float) -> None:
    """Stack the lanes of each row, and the rows."""
    place_of = {step: place for place, row in enumerate(rows) for step in row.steps}
    extents: list[dict[int, tuple[float, float]]] = [{} for _ in rows]
    strips: list[set[int]] = [set() for _ in rows]
    for lane in set(range(steps.lanes)).difference(steps.lane):
        extents[0][lane] = needs.lanes[lane]
    for commit, (before, behind) in enumerate(needs.extents):
        held, lane = extents[place_of[steps.step[commit]]], steps.lane[commit]
        most = held.get(lane, needs.lanes[lane])
        held[lane] = max(most[0], before), max(most[1], behind)
    for edge in steps.edges:
        first, last = (place_of[steps.step[commit]] for commit in (edge.parent, edge.child))
        lane = steps.lane[edge.child if edge.way == "out" else edge.parent]
        for place in range(first, last + 1):
            if edge.way == "around":
                strips[place].add(strip_of(edge, steps))
            else:
                extents[place].setdefault(lane, needs.lanes[lane])
    for row, held, used in zip(rows, extents, strips, strict=True):
        row.bottom = top = _stack(row, held, used, steps.lanes, slots, needs, top)
        top += needs.gaps[2]


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
            row.lanes[lane] = place + before
            end = place + before + behind
            place = end + needs.gaps[1]
        if lane in used:
            row.strips[lane] = end + SLOT / 2 + needs.gaps[1] / 2
            end = row.strips[lane] + SLOT * (slots.strips[lane] - 1)
            place = end + SLOT / 2 + needs.gaps[1] / 2
    return end
