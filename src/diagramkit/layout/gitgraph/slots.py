"""Who crosses lanes where: crossings of one gap, and lines beside a lane, kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from diagramkit.layout.gitgraph.steps import Edge, Steps

Key = TypeVar("Key", bound=Hashable)
Span = tuple[float, float]


Arrival = tuple[int, bool]
"""A commit, and whether lines come around to it."""


@dataclass(slots=True)
class Slots:
    """The slot of each crossing and each line around, from 0.

    `out` is by commit, behind it, `into` by arrival, before the commit. `beside` is by edge, in a
    strip; a strip is called after the lane before it. `outs`, `ins` and `strips` say how many
    slots there are behind a step, before a step, and in a strip.
    """

    out: dict[int, int] = field(default_factory=dict)
    into: dict[Arrival, int] = field(default_factory=dict)
    beside: dict[Edge, int] = field(default_factory=dict)
    outs: dict[int, int] = field(default_factory=dict)
    ins: dict[int, int] = field(default_factory=dict)
    strips: dict[int, int] = field(default_factory=dict)


def strip_of(edge: Edge, steps: Steps) -> int:
    """The strip that an edge around runs in: beside the lane of its child, on the parent's side."""
    from_, to = steps.lane[edge.parent], steps.lane[edge.child]
    return to - 1 if from_ < to else to


def slots(steps: Steps) -> Slots:
    """Slots for all edges; lines out of one commit share one, and so do those into one.

    Lines that come around arrive in slots behind the others, which by then have left the lanes
    that they ran in.
    """
    out: dict[int, dict[int, Span]] = defaultdict(dict)
    into: dict[int, dict[Arrival, Span]] = defaultdict(dict)
    around: dict[int, dict[Arrival, Span]] = defaultdict(dict)
    beside: dict[int, dict[Edge, Span]] = defaultdict(dict)
    for edge in steps.edges:
        first, last = steps.step[edge.parent], steps.step[edge.child]
        from_, to = float(steps.lane[edge.parent]), float(steps.lane[edge.child])
        if edge.way == "around":
            strip = strip_of(edge, steps)
            _widen(out[first], edge.parent, from_, strip + 0.5)
            _widen(around[last], (edge.child, True), strip + 0.5, to)
            beside[strip][edge] = (first, last)
        elif edge.way == "out":
            _widen(out[first], edge.parent, from_, to)
        elif edge.way == "in":
            _widen(into[last], (edge.child, False), from_, to)
    found = Slots()
    for step, spans in out.items():
        found.outs[step] = _color(spans, found.out)
    for groups in (into, around):
        for step, arrivals in groups.items():
            found.ins[step] = _color(arrivals, found.into, found.ins.get(step, 0))
    for strip, held in beside.items():
        found.strips[strip] = _color(held, found.beside)
    return found


def _widen(spans: dict[Key, Span], key: Key, a: float, b: float) -> None:
    low, high = spans.get(key, (a, a))
    spans[key] = min(low, a, b), max(high, a, b)


def _color(spans: Mapping[Key, Span], chosen: dict[Key, int], first: int = 0) -> int:
    """The first free slot from `first` on for each span, in order of their starts, so that spans
    that touch differ; how many slots there are then."""
    ends: list[float] = []
    for key, (start, end) in sorted(spans.items(), key=lambda item: item[1]):
        slot = next((slot for slot, taken in enumerate(ends) if taken < start), len(ends))
        ends[slot : slot + 1] = [end]
        chosen[key] = first + slot
    return first + len(ends)
