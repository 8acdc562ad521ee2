"""Room for lines between the layers: every line that turns there gets a lane of its own.

The engine spaces the layers alike, however many lines turn between two of them, and where there
are many it lays them on top of each other. Here the lanes of each channel are counted, spread,
and the layers behind moved on where they need more room.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph.blocks import NO_ROOM, Arc, Block, Gaps, Lanes, Level, Room
from diagramkit.layout.graph.fans import full_fans
from diagramkit.layout.graph.mesh import part_ends
from diagramkit.layout.graph.sidestep import step_aside
from diagramkit.layout.graph.tracks import Track, collide, in_order, tracks_in

SLACK = 0.5


def spread(level: Level, blocks: Mapping[str, Block], arcs: Sequence[Arc], gaps: Gaps) -> None:
    """Give every track a lane, and the channels the width that they need, and no more.

    Pre: `level` is as the engine made it: layers do not overlap along the flow.
    Post: tracks that pass each other are `lanes.parallel` apart at least, in the order that
    they had; blocks have moved along the flow only, whole layers together.
    """
    channels = _channels(level, {name: block.room for name, block in blocks.items()})
    if not channels:
        return
    lanes = gaps.lanes
    # The engine keeps no line out of the room beside a block.
    bare = _channels(level, {})
    fans = full_fans(arcs, level.ranks)
    found = tracks_in(level, arcs, bare, fans)
    for mend in (part_ends, step_aside):
        if mend(level, arcs, found, lanes.parallel):
            found = tracks_in(level, arcs, bare, fans)
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


def _channels(level: Level, rooms: Mapping[str, Room]) -> list[tuple[float, float]]:
    """The stretches along the flow between one layer, with what it keeps free, and the next."""
    columns: dict[int, tuple[float, float]] = {}
    for name, rank in level.ranks.items():
        rect, room = level.rects[name], rooms.get(name, NO_ROOM)
        start, end = rect.x - room.before, rect.right + room.after
        low, high = columns.get(rank, (start, end))
        columns[rank] = (min(low, start), max(high, end))
    order = [columns[rank] for rank in sorted(columns)]
    return [(a[1], b[0]) for a, b in pairwise(order)]


def _reserve(
    found: dict[int, list[Track]], arcs: Sequence[Arc], level: Level, gaps: Gaps
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
        strip = _strip(level.routes[arc.index][-1 if last else 0].y, arc.label.height, gaps)
        for track in found.get(number, []):
            if last and (_is_of(track, arc, last) or _meets(track, strip)):
                track.after = max(track.after, need + lanes.words_landing)
            elif not last and (_is_of(track, arc, last) or _meets(track, strip)):
                track.before = max(track.before, need + lanes.words_lead)
    return wordy


def _strip(y: float, height: float, gaps: Gaps) -> tuple[float, float]:
    """What words beside a line at height `y` take across the flow, their own line left out."""
    return (y + SLACK, y + height) if gaps.beside else (y - height, y - SLACK)


def _is_of(track: Track, arc: Arc, last: bool) -> bool:
    """Whether a track belongs to the lines that begin where an arc does, or end there."""
    return any(
        other.source == arc.source if last else other.target == arc.target for other in track.arcs
    )


def _meets(track: Track, strip: tuple[float, float]) -> bool:
    """Whether a track runs through a strip along the flow."""
    return track.low < strip[1] and strip[0] < track.high


def _is_roomy(tracks: Sequence[Track], low: float, high: float, lanes: Lanes) -> bool:
    """Whether the tracks are well apart as they are."""
    for place, track in enumerate(tracks):
        start, end = low + max(lanes.lead, track.before), high - max(lanes.landing, track.after)
        if not start - SLACK <= track.x <= end + SLACK:
            return False
        for other in tracks[place + 1 :]:
            if track.meets(other, 0) and abs(track.x - other.x) < lanes.parallel - SLACK:
                return False
            first, second = (track, other) if track.x <= other.x else (other, track)
            if collide(first, second, lanes.parallel):
                return False
    return True


def _assign(tracks: list[Track], low: float, high: float, lanes: Lanes) -> float:
    """New lanes from left to right; returns by how much the channel has to grow."""
    tracks[:] = in_order(tracks, lanes.parallel)
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


def _apply(
    level: Level, moves: Sequence[tuple[float, float]], places: dict[tuple[int, int], float]
) -> None:
    starts = [start for start, _ in moves]
    shifts = [0.0, *(shift for _, shift in moves)]

    def moved(x: float) -> float:
        return x + shifts[bisect_left(starts, x)]

    for name, rect in level.rects.items():
        level.rects[name] = Rect(moved(rect.x), *rect[1:])
    for index, route in level.routes.items():
        points = [Point(moved(point.x), point.y) for point in route]
        for place in range(len(points)):
            for piece in (place, place - 1):
                if (index, piece) in places:
                    points[place] = Point(places[index, piece], points[place].y)
        level.routes[index] = points
