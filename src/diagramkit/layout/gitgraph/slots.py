"""Who crosses lanes where: crossings of one gap, and lines beside a lane, kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from diagramkit.layout.gitgraph.steps import Edge, Steps

Key = TypeVar("Key", bound=Hashable)
Span = tuple[float, float]


@dataclass(slots=True)
class Slots:
    """The slot of each crossing and each line around, from 0.

    `out` and `into` are by commit: behind it, and before it. `beside` is by edge, in a strip; a
    strip is called after the lane before it. `outs`, `ins` and `strips` say how many slots there
    are behind a step, before a step, and in a strip.
    """

    out: dict[int, int] = field(default_factory=dict)
    into: dict[int, int] = field(default_factory=dict)
    beside: dict[Edge, int] = field(default_factory=dict)
    outs: dict[int, int] = field(default_factory=dict)
    ins: dict[int, int] = field(default_factory=dict)
    strips: dict[int, int] = field(default_factory=dict)


def strip_of(edge: Edge, steps: Steps) -> int:
    """The strip that an edge around runs in: beside the lane of its child, on the parent's side."""
    from_, to = steps.lane[edge.parent], steps.lane[edge.child]
    return to - 1 if from_ < to else to


def slots(steps: Steps) -> Slots:
    """Slots for all edges; lines out of one commit share one, and so do those into one."""
    out: dict[int, dict[int, Span]] = defaultdict(dict)
    into: dict[int, dict[int, Span]] = defaultdict(dict)
    beside: dict[int, dict[Edge, Span]] = defaultdict(dict)
    for edge in steps.edges:
        from_, to = float(steps.lane[edge.parent]), float(steps.lane[edge.child])
        if edge.way == "around":
            strip = strip_of(edge, steps)
            _widen(out[steps.step[edge.parent]], edge.parent, from_, strip + 0.5)
            _widen(into[steps.step[edge.child]], edge.child, strip + 0.5, to)
            beside[strip][edge] = (steps.step[edge.parent], steps.step[edge.child])
        elif edge.way == "out":
            _widen(out[steps.step[edge.parent]], edge.parent, from_, to)
        elif edge.way == "in":
            _widen(into[steps.step[edge.child]], edge.child, from_, to)
    found = Slots()
    for groups, chosen, counts in ((out, found.out, found.outs), (into, found.into, found.ins)):
        for step, spans in groups.items():
            chosen.update(_colored(spans))
            counts[step] = 1 + max(chosen[commit] for commit in spans)
    for strip, held in beside.items():
        found.beside.update(_colored(held))
        found.strips[strip] = 1 + max(found.beside[edge] for edge in held)
    return found


def _widen(spans: dict[int, Span], commit: int, a: float, b: float) -> None:
    low, high = spans.get(commit, (a, a))
    spans[commit] = min(low, a, b), max(high, a, b)


def _colored(spans: Mapping[Key, Span]) -> dict[Key, int]:
    """The first free slot for each span, in order of their starts; spans that touch differ."""
    ends: list[float] = []
    chosen: dict[Key, int] = {}
    for key, (start, end) in sorted(spans.items(), key=lambda item: item[1]):
        slot = next((slot for slot, taken in enumerate(ends) if taken < start), len(ends))
        ends[slot : slot + 1] = [end]
        chosen[key] = slot
    return chosen
