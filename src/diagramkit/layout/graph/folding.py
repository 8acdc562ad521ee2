"""A level that is too long along its flow, or too wide across it, folded: layers broken into rows,
leaves stacked, wide ranks parted."""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.geometry import Rect
from diagramkit.layout.graph import ranks, rows
from diagramkit.layout.graph.blocks import Block, Door, Level, Room
from diagramkit.layout.graph.label_blocks import whole
from diagramkit.layout.graph.level import Work
from diagramkit.layout.graph.returns import (
    Rows,
    lanes_needed,
    route_returns,
    tallest_words,
)
from diagramkit.layout.graph.stacks import stacked, unstacked


def break_into_rows(work: Work) -> None:
    """Break layers that are too long into rows that all run the same way, and lay each out by
    itself.

    Post: arcs between rows have no route yet; blocks of different rows do not overlap. Where
    that would be a tangle, the level is as it was.
    """
    measures = work.measures
    if measures.along is None or _extent(work.level, work.blocks) <= measures.along:
        return
    blocks, arcs, gaps = work.blocks, work.arcs, work.gaps
    rooms = {name: block.room for name, block in blocks.items()}
    own = Level(
        {name: rect for name, rect in work.level.rects.items() if not isinstance(name, Door)}
    )
    inner = [arc for arc in arcs if arc.index >= 0]
    parts = rows.split(own, inner, rooms, measures.along, measures.rows)
    level = Level()
    row_of = {name: index for index, part in enumerate(parts) for name in part}
    for arc in arcs:
        for door, other in ((arc.source, arc.target), (arc.target, arc.source)):
            if isinstance(door, Door):
                row_of[door] = row_of[other]
    returns = {arc.index for arc in inner if row_of[arc.target] != row_of[arc.source]}
    if len({whole(index) for index in returns}) > measures.returns:
        work.is_tangled = True
        return
    members: list[list[str]] = []
    gutters: list[tuple[float, float]] = []
    top = 0.0
    for number in range(len(parts)):
        inside = {name: block for name, block in blocks.items() if row_of[name] == number}
        row_arcs = [arc for arc in arcs if row_of[arc.source] == row_of[arc.target] == number]
        row = work.layered(inside, row_arcs)
        start = min(rect.x for name, rect in row.rects.items() if not isinstance(name, Door))
        box = _with_rooms(row, rooms)
        moved = row.moved(-start, top - box.y)
        level.rects.update(moved.rects)
        level.routes.update(moved.routes)
        lanes = lanes_needed(row_of, inner, number)
        # A lane runs in the middle, its words over it: both halves have room for them.
        words = tallest_words(row_of, inner, number)
        height = max(measures.gutter, gaps.parallel * (lanes + 3), 2 * words)
        members.append([name for name in inside if not isinstance(name, Door)])
        gutters.append((top + box.height, height))
        top += box.height + height
    work.level, work.returns, work.rows = level, returns, Rows(members, gutters)


def _with_rooms(level: Level, rooms: Mapping[str, Room]) -> Rect:
    box = level.bounds
    for name, rect in level.rects.items():
        room = rooms[name]
        box = box.union(
            Rect(
                rect.x - room.before,
                rect.y - room.above,
                rect.width + room.before + room.after,
                rect.height + room.above + room.below,
            )
        )
    return box


def narrow(work: Work) -> None:
    """Stack leaves where the level is too wide; fold the ranks that are too wide even so."""
    across, gaps = work.measures.across, work.gaps
    if work.rows or across is None or _breadth(work.level, work.blocks) <= across:
        return
    merged, kept, stacks = stacked(work.blocks, work.arcs, gaps)
    if stacks:
        work.level = work.layered(merged, kept)
    if _breadth(work.level, merged) > across:
        work.level = ranks.narrowed(work.layered, merged, kept, work.level, gaps, across)
    unstacked(work.level, work.blocks, stacks, gaps)


def lead_between_rows(work: Work) -> None:
    """Route the arcs that run from one row to a later one."""
    if work.rows is None:
        return
    for leaf, parent in work.leaves.items():
        if leaf not in work.waiting:
            work.rows.members[work.rows.row(parent)].append(leaf)
    missing = [arc for arc in work.arcs if arc.index in work.returns]
    clear, parallel = work.measures.clear, work.gaps.parallel
    route_returns(work.level, missing, work.rows, clear, parallel)


def _extent(level: Level, blocks: Mapping[str, Block]) -> float:
    """How far the level's own blocks reach along the flow."""
    own = {name: rect for name, rect in level.rects.items() if not isinstance(name, Door)}
    if not own:
        return 0.0
    left = min(rect.x - blocks[name].room.before for name, rect in own.items())
    return max(rect.right + blocks[name].room.after for name, rect in own.items()) - left


def _breadth(level: Level, blocks: Mapping[str, Block]) -> float:
    """How far the level reaches across the flow, lines included."""
    if not level.rects:
        return 0.0
    low = min(rect.y - blocks[name].room.above for name, rect in level.rects.items())
    high = max(rect.bottom + blocks[name].room.below for name, rect in level.rects.items())
    ys = [point.y for route in level.routes.values() for point in route]
    return max([high, *ys]) - min([low, *ys])
