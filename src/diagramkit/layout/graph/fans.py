"""Full fans: where every block of one layer is joined to every block of the next by lines of one
look, all of them share one lane. Who feeds whom is then told by the picture as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from diagramkit.geometry import Point, simplified
from diagramkit.layout.graph.blocks import Arc, Level

MANY = 3
"""How many blocks there are on one side of a full fan at least; on the other there are two."""
NEAR = 12.0
"""Ends that differ by less face each other."""
CORNER = 8.0
"""How near to a corner a line may end, in user units."""

End = tuple[str, float | None]


def full_fans(arcs: Sequence[Arc], ranks: Mapping[str, int]) -> dict[int, int]:
    """The arcs of full fans by index, with the number of their fan.

    An arc belongs to one where all that leave its source, and all that enter its target, have
    its style and no words, lead from one layer to the next, and leave none of the pairs out.
    """
    order = {rank: place for place, rank in enumerate(sorted(set(ranks.values())))}
    shared: dict[frozenset[End], frozenset[End]] = {}
    leaving = _fans(arcs, _source, _target, ranks, order, shared)
    entering = _fans(arcs, _target, _source, ranks, order, shared)
    found: dict[int, int] = {}
    numbers: dict[tuple[frozenset[End], str], int] = {}
    full: dict[tuple[int, int], bool] = {}
    for arc in arcs:
        out, into = leaving[_source(arc)], entering[_target(arc)]
        behind, ahead = out.ends, into.ends
        if min(len(behind), len(ahead)) < 2 or max(len(behind), len(ahead)) < MANY:
            continue
        if out.style != arc.style or into.style != arc.style:
            continue
        key = id(behind), id(ahead)
        if key not in full:
            full[key] = all(leaving[end].is_exactly(behind) for end in ahead) and (
                all(entering[end].is_exactly(ahead) for end in behind)
            )
        if full[key]:
            found[arc.index] = numbers.setdefault((behind, arc.style), len(numbers))
    return found


class _Fan(NamedTuple):
    """The arcs at one end: how many, where they lead to (equal sets are one object), and their
    style where all of them look alike and lead on by one layer, without words."""

    size: int
    ends: frozenset[End]
    style: str | None

    def is_exactly(self, ends: frozenset[End]) -> bool:
        """Whether the arcs lead to all of some ends, once each."""
        return self.ends is ends and self.size == len(ends)


def _fans(
    arcs: Sequence[Arc],
    near: Callable[[Arc], End],
    far: Callable[[Arc], End],
    ranks: Mapping[str, int],
    order: Mapping[int, int],
    shared: dict[frozenset[End], frozenset[End]],
) -> dict[End, _Fan]:
    """The arcs by their near end; `shared` holds the sets of ends that are known."""
    at: dict[End, list[Arc]] = {}
    for arc in arcs:
        at.setdefault(near(arc), []).append(arc)
    fans: dict[End, _Fan] = {}
    for end, own in at.items():
        ends = frozenset(map(far, own))
        is_alike = all(_is_alike(own[0], other, ranks, order) for other in own)
        style = own[0].style if is_alike else None
        fans[end] = _Fan(len(own), shared.setdefault(ends, ends), style)
    return fans


def _source(arc: Arc) -> End:
    return arc.source, arc.source_port


def _target(arc: Arc) -> End:
    return arc.target, arc.target_port


def _is_alike(arc: Arc, other: Arc, ranks: Mapping[str, int], order: Mapping[int, int]) -> bool:
    """Whether another arc looks as one does and leads on by one layer, without words."""
    one, two = ranks.get(other.source), ranks.get(other.target)
    return (
        other.style == arc.style
        and arc.label is None
        and other.label is None
        and one is not None
        and two is not None
        and order[two] == order[one] + 1
    )


def gather_fans(level: Level, arcs: Sequence[Arc], fans: Mapping[int, int]) -> None:
    """Lead the lines of each full fan through one lane, from and to the middles of the sides.

    Pre: `fans` is as of `full_fans`; layers do not overlap along the flow.
    Post: a line whose ends face each other runs straight.
    """
    members: dict[int, list[Arc]] = {}
    for arc in arcs:
        if arc.index in fans:
            members.setdefault(fans[arc.index], []).append(arc)
    for own in members.values():
        low = max(level.rects[arc.source].right for arc in own)
        high = min(level.rects[arc.target].x for arc in own)
        starts = {_source(arc): _height(level, *_source(arc)) for arc in own}
        for arc in own:
            start = starts[_source(arc)]
            end = _facing(level, arc, starts)
            one, other = level.rects[arc.source], level.rects[arc.target]
            middle = (low + high) / 2
            way = [Point(one.right, start), Point(middle, start)]
            way += [Point(middle, end), Point(other.x, end)]
            level.routes[arc.index] = simplified(way)


def _height(level: Level, name: str, port: float | None) -> float:
    rect = level.rects[name]
    return rect.y + rect.height * (0.5 if port is None else port)


def _facing(level: Level, arc: Arc, starts: Mapping[End, float]) -> float:
    """Where a line ends: at the height of a start that is nearly the same."""
    rect, end = level.rects[arc.target], _height(level, *_target(arc))
    near = min(starts.values(), key=lambda start: (abs(start - end), start))
    inside = rect.y + CORNER <= near <= rect.bottom - CORNER
    return near if arc.target_port is None and inside and abs(near - end) < NEAR else end
