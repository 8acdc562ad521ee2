"""Where lines turn between two layers: pieces of lines across the flow, those of one trunk as one,
and the order along the flow in which they do least harm to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from diagramkit.geometry import Point, segments
from diagramkit.layout.graph.blocks import Arc, Level

TINY = 0.01
COLLISION, TURNED_BACK = 3, 100
MOST_SIFTED = 60
"""Beyond this many tracks in a channel their order stays."""


@dataclass(slots=True)
class Track:
    """Pieces of lines across the flow that share a lane: those of one trunk.

    `arrivals` and `departures` are the heights at which lines come in from the layer before
    and go out to the layer behind.
    """

    x: float
    low: float
    high: float
    arcs: list[Arc]
    pieces: list[tuple[int, int]]
    arrivals: list[float] = field(default_factory=list)
    departures: list[float] = field(default_factory=list)
    fan: int | None = None
    """The full fan that all its lines belong to."""
    before: float = 0
    after: float = 0
    """What words need on the stretches from the layer before, and to the layer behind."""

    def meets(self, other: Track, gap: float) -> bool:
        """Whether the two would run beside each other."""
        return self.low < other.high + gap and other.low < self.high + gap

    def parts_with(self, other: Track) -> bool:
        """Whether the two belong to one full fan, or touch, and all their lines begin at one
        place, or end at one."""
        if self.fan is not None or other.fan is not None:
            return self.fan == other.fan
        one, two = self.arcs[0], other.arcs[0]
        if not self.meets(other, TINY) or one.style != two.style:
            return False
        if one.source != two.source and one.target != two.target:
            return False
        arcs = [*self.arcs, *other.arcs]
        if len({arc.style for arc in arcs}) > 1:
            return False
        begin = len({arc.source for arc in arcs}) == 1 and _is_one(self.arrivals + other.arrivals)
        end = len({arc.target for arc in arcs}) == 1
        return begin or (end and _is_one(self.departures + other.departures))

    def with_(self, other: Track) -> Track:
        """The two as one, in the lane of the first."""
        return replace(
            self,
            low=min(self.low, other.low),
            high=max(self.high, other.high),
            arcs=self.arcs + other.arcs,
            pieces=self.pieces + other.pieces,
            arrivals=self.arrivals + other.arrivals,
            departures=self.departures + other.departures,
        )


def _is_one(heights: Sequence[float]) -> bool:
    """Whether heights are all the same."""
    return max(heights) - min(heights) <= TINY if heights else False


def tracks_in(
    level: Level,
    arcs: Sequence[Arc],
    channels: Sequence[tuple[float, float]],
    fans: Mapping[int, int],
) -> dict[int, list[Track]]:
    """The tracks in each channel, those of one trunk or of one full fan (`fans`, by arc) as one,
    even where the engine has put them in several lanes."""
    starts = [low - TINY for low, _ in channels]
    found: dict[int, list[Track]] = {}
    for arc in arcs:
        route = level.routes[arc.index]
        for place, (a, b) in enumerate(segments(route)):
            if abs(a.x - b.x) > TINY or abs(a.y - b.y) <= TINY:
                continue
            number = bisect_right(starts, a.x) - 1
            if number < 0 or a.x > channels[number][1] + TINY:
                continue
            track = Track(a.x, min(a.y, b.y), max(a.y, b.y), [arc], [(arc.index, place)])
            track.fan = fans.get(arc.index)
            _connect(track, route, place)
            found.setdefault(number, []).append(track)
    return {number: _united(own) for number, own in found.items()}


def _united(tracks: Sequence[Track]) -> list[Track]:
    """The tracks, those that part from one end, or meet at one, in one lane where they touch."""
    result: dict[int, Track] = {}
    numbers: dict[tuple[object, ...], list[int]] = {}
    for number, track in enumerate(tracks):
        one = track
        near = {other for end in _ends(track) for other in numbers.get(end, ()) if other in result}
        alike = [other for other in sorted(near) if result[other].parts_with(track)]
        for other in alike:
            if result[other].parts_with(one):
                one = result.pop(other).with_(one)
        result[number] = one
        for end in _ends(one):
            numbers.setdefault(end, []).append(number)
    return list(result.values())


def _ends(track: Track) -> list[tuple[object, ...]]:
    """What two tracks have one of in common where one may part with the other."""
    if track.fan is not None:
        return [(track.fan,)]
    arc = track.arcs[0]
    return [(arc.style, True, arc.source), (arc.style, False, arc.target)]


def _connect(track: Track, route: Sequence[Point], place: int) -> None:
    for corner, beyond in ((place, place - 1), (place + 1, place + 2)):
        if 0 <= beyond < len(route):
            ahead = route[beyond].x > route[corner].x
            (track.departures if ahead else track.arrivals).append(route[corner].y)


def in_order(tracks: Sequence[Track], parallel: float) -> list[Track]:
    """The tracks as they follow each other along the flow: as they do, but for those that would
    do less harm elsewhere (sifting: each in turn goes where it does least)."""
    order = sorted(tracks, key=lambda track: (track.x, track.low, track.high))
    if len(order) > MOST_SIFTED:
        return order
    more = _more_harm(order, parallel)
    numbers = list(range(len(order)))
    for number in range(len(order)):
        place = numbers.index(number)
        change, best, best_place = 0, 0, place
        for other in range(place - 1, -1, -1):
            change += more[number][numbers[other]]
            if change < best:
                best, best_place = change, other
        change = 0
        for other in range(place + 1, len(order)):
            change -= more[number][numbers[other]]
            if change < best:
                best, best_place = change, other
        numbers.insert(best_place, numbers.pop(place))
    return [order[number] for number in numbers]


def _more_harm(tracks: Sequence[Track], parallel: float) -> list[list[int]]:
    """By how much more harm is done when the one track of each two comes first, by their places."""
    more = [[0] * len(tracks) for _ in tracks]
    lines = Counter(index for track in tracks for index in {index for index, _ in track.pieces})
    turned = {index for index, count in lines.items() if count > 1}
    turning = [not turned.isdisjoint([index for index, _ in track.pieces]) for track in tracks]
    for one, first in enumerate(tracks):
        for other in range(one + 1, len(tracks)):
            second = tracks[other]
            if (turning[one] and turning[other]) or first.meets(second, parallel):
                harm = _harm(first, second, parallel) - _harm(second, first, parallel)
                more[one][other], more[other][one] = harm, -harm
    return more


def _harm(first: Track, second: Track, parallel: float) -> int:
    """What it costs when `first` is nearer to the layer before: lines that cross, and, worse,
    lines that run on each other on their way out and in; worst, a line that turns back."""
    steps = dict(first.pieces)
    for index, place in second.pieces:
        if index in steps:
            return 0 if steps[index] < place else TURNED_BACK
    harm = COLLISION if collide(first, second, parallel) else 0
    low, high = second.low, second.high
    for y in first.departures:
        if low < y < high:
            harm += 1
    low, high = first.low, first.high
    for y in second.arrivals:
        if low < y < high:
            harm += 1
    return harm


def clashes(tracks: Sequence[Track], parallel: float) -> Iterator[tuple[Track, Track]]:
    """Each two of the tracks, the first before the second, that `collide`, in their order."""
    arrivals = sorted((y, place) for place, track in enumerate(tracks) for y in track.arrivals)
    for place, first in enumerate(tracks):
        near: set[int] = set()
        for y in first.departures:
            low = bisect_left(arrivals, (y - parallel, 0))
            high = bisect_left(arrivals, (y + parallel, 0))
            near.update(other for _, other in arrivals[low:high] if other > place)
        for other in sorted(near):
            if collide(first, tracks[other], parallel):
                yield first, tracks[other]


def collide(first: Track, second: Track, parallel: float) -> bool:
    """Whether a line out of `first` runs beside one into `second`."""
    if not first.meets(second, parallel):
        return False
    beside = parallel - 1
    if not any(-beside < a - b < beside for a in first.departures for b in second.arrivals):
        return False
    own = {index for index, _ in first.pieces}
    return not any(index in own for index, _ in second.pieces)
