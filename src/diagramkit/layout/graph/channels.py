"""Room for lines between the layers: every line that turns there gets a lane of its own.

The engine spaces the layers alike, however many lines turn between two of them, and where there
are many it lays them on top of each other. Here the lanes of each channel are counted, spread,
and the layers behind moved on where they need more room.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from diagramkit.geometry import Point, Rect, segments
from diagramkit.layout.graph.blocks import Arc, Block, Gaps, Lanes, Level

TINY = 0.01
PLACE = 0.1
SLACK = 0.5
COLLISION, TURNED_BACK = 3, 100
MOST_SIFTED = 60
"""Beyond this many tracks in a channel their order stays."""


@dataclass(slots=True)
class _Track:
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
    before: float = 0
    after: float = 0
    """What words need on the stretches from the layer before, and to the layer behind."""

    def meets(self, other: _Track, gap: float) -> bool:
        """Whether the two would run beside each other."""
        return self.low < other.high + gap and other.low < self.high + gap

    def joins(self, other: _Track) -> bool:
        """Whether the two are parts of one trunk."""
        if abs(self.x - other.x) > TINY or not self.meets(other, TINY):
            return False
        return any(
            a.style == b.style and (a.source == b.source or a.target == b.target)
            for a in self.arcs
            for b in other.arcs
        )

    def parts_with(self, other: _Track) -> bool:
        """Whether the two touch, and all their lines begin at one place, or end at one."""
        arcs = [*self.arcs, *other.arcs]
        if len({arc.style for arc in arcs}) > 1 or not self.meets(other, TINY):
            return False
        begin = len({arc.source for arc in arcs}) == 1 and _is_one(self.arrivals + other.arrivals)
        end = len({arc.target for arc in arcs}) == 1
        return begin or (end and _is_one(self.departures + other.departures))

    def with_(self, other: _Track) -> _Track:
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


def spread(level: Level, blocks: Mapping[str, Block], arcs: Sequence[Arc], gaps: Gaps) -> None:
    """Give every track a lane, and the channels the width that they need, and no more.

    Pre: `level` is as the engine made it: layers do not overlap along the flow.
    Post: tracks that pass each other are `lanes.parallel` apart at least, in the order that
    they had; blocks have moved along the flow only, whole layers together.
    """
    channels = _channels(level, blocks)
    if not channels:
        return
    lanes = gaps.lanes
    found = _tracks(level, arcs, channels)
    wordy = _reserve(found, arcs, level, gaps)
    moves: list[tuple[float, float]] = []
    places: dict[tuple[int, int], float] = {}
    shift = 0.0
    for number, (low, high) in enumerate(channels):
        tracks = found.get(number, [])
        least = max(gaps.rank, wordy.get(number, 0.0))
        more = min(0.0, low + least - high)
        if tracks and (more < -SLACK or not _is_roomy(tracks, low, high, lanes)):
            more += _assign(tracks, low, high + more, lanes)
        for track in tracks:
            places.update(dict.fromkeys(track.pieces, track.x + shift))
        shift += more
        if more:
            moves.append(((low + high) / 2, shift))
    _apply(level, moves, places)


def _channels(level: Level, blocks: Mapping[str, Block]) -> list[tuple[float, float]]:
    """The stretches along the flow between one layer, with what it keeps free, and the next."""
    columns: dict[int, tuple[float, float]] = {}
    for name, rank in level.ranks.items():
        rect = level.rects[name]
        start, end = rect.x - blocks[name].room.before, rect.right + blocks[name].room.after
        low, high = columns.get(rank, (start, end))
        columns[rank] = (min(low, start), max(high, end))
    order = [columns[rank] for rank in sorted(columns)]
    return [(a[1], b[0]) for a, b in pairwise(order)]


def _tracks(
    level: Level, arcs: Sequence[Arc], channels: Sequence[tuple[float, float]]
) -> dict[int, list[_Track]]:
    """The tracks in each channel, those of one trunk as one, even where the engine has put them
    in several lanes."""
    starts = [low - TINY for low, _ in channels]
    found: dict[tuple[int, int], list[_Track]] = {}
    for arc in arcs:
        route = level.routes[arc.index]
        for place, (a, b) in enumerate(segments(route)):
            if abs(a.x - b.x) > TINY or abs(a.y - b.y) <= TINY:
                continue
            number = bisect_right(starts, a.x) - 1
            if number < 0 or a.x > channels[number][1] + TINY:
                continue
            track = _Track(a.x, min(a.y, b.y), max(a.y, b.y), [arc], [(arc.index, place)])
            _connect(track, route, place)
            # Only tracks in one place can be one trunk.
            _merge(track, found.setdefault((number, round(a.x / PLACE)), []))
    tracks: dict[int, list[_Track]] = {}
    for (number, _), alike in found.items():
        tracks.setdefault(number, []).extend(alike)
    return {number: _united(own) for number, own in tracks.items()}


def _united(tracks: Sequence[_Track]) -> list[_Track]:
    """The tracks, those that part from one end, or meet at one, in one lane where they touch."""
    result: list[_Track] = []
    for track in tracks:
        one = track
        for other in [other for other in result if other.parts_with(track)]:
            if other.parts_with(one):
                result.remove(other)
                one = other.with_(one)
        result.append(one)
    return result


def _connect(track: _Track, route: Sequence[Point], place: int) -> None:
    for corner, beyond in ((place, place - 1), (place + 1, place + 2)):
        if 0 <= beyond < len(route):
            ahead = route[beyond].x > route[corner].x
            (track.departures if ahead else track.arrivals).append(route[corner].y)


def _merge(track: _Track, tracks: list[_Track]) -> None:
    """Add a track, joined with those of the same trunk."""
    for other in [other for other in tracks if other.joins(track)]:
        tracks.remove(other)
        track = track.with_(other)
    tracks.append(track)


def _reserve(
    found: dict[int, list[_Track]], arcs: Sequence[Arc], level: Level, gaps: Gaps
) -> dict[int, float]:
    """Note what words need beside the tracks that they stand next to; returns what they need of
    each channel.

    Words stand on the last stretch of their line or on the first. What bounds that stretch is
    every track of the trunk at that end.
    """
    lanes = gaps.lanes
    wordy: dict[int, float] = {}
    order = {rank: place for place, rank in enumerate(sorted(set(level.ranks.values())))}
    for arc in arcs:
        if arc.source_head and arc.source in level.ranks:
            for track in found.get(order[level.ranks[arc.source]], []):
                if any(other.index == arc.index for other in track.arcs):
                    track.before = max(track.before, lanes.landing)
        if arc.label is None or arc.host is None:
            continue
        need, last = arc.label.width, arc.host == "target"
        if arc.source_head and not last:
            need += lanes.landing - lanes.lead
        rank = level.ranks.get(arc.target if last else arc.source)
        if rank is None:
            continue
        number = order[rank] - last
        wordy[number] = max(wordy.get(number, 0.0), need + gaps.label)
        for track in found.get(number, []):
            if last and any(other.source == arc.source for other in track.arcs):
                track.after = max(track.after, need + lanes.words_landing)
            elif not last and any(other.target == arc.target for other in track.arcs):
                track.before = max(track.before, need + lanes.words_lead)
    return wordy


def _is_roomy(tracks: Sequence[_Track], low: float, high: float, lanes: Lanes) -> bool:
    """Whether the tracks are well apart as they are."""
    for place, track in enumerate(tracks):
        start, end = low + max(lanes.lead, track.before), high - max(lanes.landing, track.after)
        if not start - SLACK <= track.x <= end + SLACK:
            return False
        for other in tracks[place + 1 :]:
            if track.meets(other, 0) and abs(track.x - other.x) < lanes.parallel - SLACK:
                return False
            first, second = (track, other) if track.x <= other.x else (other, track)
            if _collide(first, second, lanes.parallel):
                return False
    return True


def _assign(tracks: list[_Track], low: float, high: float, lanes: Lanes) -> float:
    """New lanes from left to right; returns by how much the channel has to grow."""
    tracks[:] = _in_order(tracks, lanes.parallel)
    for place, track in enumerate(tracks):
        track.x = low + max(lanes.lead, track.before)
        for other in tracks[:place]:
            if track.meets(other, lanes.parallel):
                track.x = max(track.x, other.x + lanes.parallel)
    need = max(track.x + max(lanes.landing, track.after) for track in tracks) - high
    if need < 0:
        for track in tracks:
            track.x -= need / 2
    return max(0.0, need)


def _in_order(tracks: Sequence[_Track], parallel: float) -> list[_Track]:
    """The tracks as they follow each other along the flow: as they do, but for those that would
    do less harm elsewhere (sifting: each in turn goes where it does least)."""
    order = sorted(tracks, key=lambda track: (track.x, track.low, track.high))
    if len(order) > MOST_SIFTED:
        return order
    for track in list(order):
        place = order.index(track)
        change, best, best_place = 0, 0, place
        for other in range(place - 1, -1, -1):
            change += _harm(track, order[other], parallel) - _harm(order[other], track, parallel)
            if change < best:
                best, best_place = change, other
        change = 0
        for other in range(place + 1, len(order)):
            change += _harm(order[other], track, parallel) - _harm(track, order[other], parallel)
            if change < best:
                best, best_place = change, other
        order.insert(best_place, order.pop(place))
    return order


def _harm(first: _Track, second: _Track, parallel: float) -> int:
    """What it costs when `first` is nearer to the layer before: lines that cross, and, worse,
    lines that run on each other on their way out and in; worst, a line that turns back."""
    steps = dict(first.pieces)
    for index, place in second.pieces:
        if index in steps:
            return 0 if steps[index] < place else TURNED_BACK
    crossings = sum(second.low < y < second.high for y in first.departures)
    crossings += sum(first.low < y < first.high for y in second.arrivals)
    return crossings + (COLLISION if _collide(first, second, parallel) else 0)


def _collide(first: _Track, second: _Track, parallel: float) -> bool:
    """Whether a line out of `first` runs beside one into `second`."""
    if {index for index, _ in first.pieces} & {index for index, _ in second.pieces}:
        return False
    return any(
        abs(out - into) < parallel - 1 for out in first.departures for into in second.arrivals
    )


def _apply(
    level: Level, moves: Sequence[tuple[float, float]], places: dict[tuple[int, int], float]
) -> None:
    def moved(x: float) -> float:
        by = 0.0
        for start, shift in moves:
            if x > start:
                by = shift
        return x + by

    for name, rect in level.rects.items():
        level.rects[name] = Rect(moved(rect.x), *rect[1:])
    for index, route in level.routes.items():
        points = [Point(moved(point.x), point.y) for point in route]
        for place in range(len(points)):
            for piece in (place, place - 1):
                if (index, piece) in places:
                    points[place] = Point(places[index, piece], points[place].y)
        level.routes[index] = points
