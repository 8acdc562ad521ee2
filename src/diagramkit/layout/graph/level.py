"""One level of a chart: layers, folded where too long or too wide, then leaves hung off the
spine, returns between rows, and loose blocks. All in flow coordinates; each step is a pass with
a pre- and a post-condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph import loops, ranks, rows
from diagramkit.layout.graph.around import lead_around
from diagramkit.layout.graph.bars import draw_out
from diagramkit.layout.graph.blocks import (
    NO_ROOM,
    NOTHING,
    Arc,
    Aside,
    Block,
    Gaps,
    Level,
    Room,
)
from diagramkit.layout.graph.hints import Told, draw_within, ranked
from diagramkit.layout.graph.label_blocks import gathered, lettered, whole
from diagramkit.layout.graph.layers import layered
from diagramkit.layout.graph.loose import shelve
from diagramkit.layout.graph.neighbours import roomy
from diagramkit.layout.graph.returns import (
    Rows,
    lanes_needed,
    route_returns,
    tallest_words,
    with_ways,
)
from diagramkit.layout.graph.source_order import in_source_order
from diagramkit.layout.graph.spine import Spine
from diagramkit.layout.graph.stacks import stacked, unstacked
from diagramkit.layout.graph.tips import leave_by_tips

MOST_IN_ROW = 8
"""How many blocks that lines reach from outside alone stand in one row, at most."""
UNUSED = -(1 << 30)
"""What the indices of doorways without a line are below."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The distances that a level needs, in user units, and the room it has.

    `hang` is the gap between a spine node and its leaf, `clear` the least distance of a line
    from a box, `spread` the share of a side that ports use. `along` and `across` bound the
    level's extent (None: unbounded), `rows` the number of rows it may break into, `returns` the
    number of lines that may run from one row to another.
    """

    gaps: Gaps
    hang: float
    clear: float
    gutter: float
    spread: float
    along: float | None
    across: float | None
    rows: int
    returns: int


@dataclass(frozen=True, slots=True)
class Doorway:
    """Where edges that share an end inside meet the frame: arc `index` joins it to `block`.

    `upstream`: on the side where the flow begins. `head`: a head points at the block. `aside`
    is as for the end of an arc. `label` is the room for the words of an edge that ends at the
    frame, in flow coordinates.
    """

    index: int
    block: str
    upstream: bool
    style: str = ""
    port: float | None = None
    head: bool = False
    aside: Aside = NOTHING
    label: Size | None = None

    @property
    def name(self) -> str:
        """What the point on the frame is called among the blocks of the level."""
        return f"\0{self.index}"

    @property
    def arc(self) -> Arc:
        """The way between the frame and the block."""
        if self.upstream:
            arc = Arc(self.index, self.name, self.block, self.style, label=self.label)
            return replace(arc, target_port=self.port, target_aside=self.aside)
        arc = Arc(self.index, self.block, self.name, self.style, label=self.label)
        arc = replace(arc, source_port=self.port, source_aside=self.aside)
        return replace(arc, source_head=self.head)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be placed: blocks by size with the room their labels need, arcs, which of them
    run backward, doorways, the spine, which blocks are decisions and which are bars, the arcs that
    are loops, and what hints say."""

    sizes: Mapping[str, Size]
    rooms: Mapping[str, Room]
    arcs: Sequence[Arc]
    backward: frozenset[int]
    doorways: Sequence[Doorway]
    spine: Spine
    decisions: frozenset[str] = frozenset()
    bars: Sequence[str] = ()
    loops: Sequence[loops.Loop] = ()
    told: Told = field(default_factory=Told)


@dataclass(slots=True)
class Placed:
    """A finished level; `returns` are the arcs that run from one of its `rows` to a later one.
    `is_tangled`: it would have to be broken into rows with more lines between them than may be.
    """

    level: Level
    returns: set[int] = field(default_factory=set)
    rows: Rows | None = None
    is_tangled: bool = False


def arrange(task: Task, measures: Measures) -> Placed:
    """Run the passes.

    Post: no two blocks overlap; every arc and doorway has a route, upstream end first.
    """
    leaves = dict(task.spine.leaves or {})
    task = _in_one_row(task, leaves)
    loose = _loose(task, leaves)
    waiting = {leaf: parent for leaf, parent in leaves.items() if parent in loose}
    apart = {*waiting, *loose}
    joined = [arc for arc in task.arcs if not apart & {arc.source, arc.target}]
    blocks = _blocks(task, leaves, loose, measures)
    arcs = [
        arc
        for arc in task.arcs
        if arc.source in blocks and arc.target in blocks and arc.source != arc.target
    ]
    arcs += [door.arc for door in task.doorways]
    weak, beside = task.told.weak, measures.gaps.beside
    blocks, arcs = lettered(blocks, arcs, task.backward, weak, beside=beside)
    told = ranked(blocks, arcs, task.told, measures.gaps.rank - measures.gaps.sibling)
    blocks, arcs = told.blocks, told.between
    placed = Placed(roomy(blocks, arcs, measures.gaps))
    if measures.along is not None and _extent(placed.level, blocks) > measures.along:
        placed = _in_rows(blocks, arcs, placed.level, measures)
    if measures.across is not None and _breadth(placed.level, blocks) > measures.across:
        placed = Placed(_narrowed(blocks, arcs, placed.level, measures))
    if not placed.rows:
        in_source_order(placed.level, blocks, arcs)
    for door in task.doorways:
        placed.level.rects.pop(door.name, None)
    _hang(placed.level, joined, task, leaves, measures)
    draw_within(placed.level, told, measures.gaps.parallel)
    if placed.rows:
        for leaf, parent in leaves.items():
            if leaf in waiting:
                continue
            placed.rows.members[placed.rows.row(parent)].append(leaf)
        missing = [arc for arc in arcs if arc.index in placed.returns]
        route_returns(placed.level, missing, placed.rows, measures.clear, measures.gaps.parallel)
    gathered(placed.level, [*joined, *(door.arc for door in task.doorways)])
    tied = [loop for loop in task.loops if loop.block not in loose]
    loops.draw(placed.level, tied, beside=measures.gaps.beside)
    placed.level.kept = [*placed.level.spots.values(), *_kept(placed.level, task.rooms)]
    leave_by_tips(placed.level, joined, task.decisions, measures.gaps.parallel)
    in_rank = [arc for arc in joined if arc.index not in placed.returns]
    bars = [bar for bar in task.bars if bar not in loose]
    draw_out(placed.level, in_rank, bars, measures.gaps.parallel)
    around = max(measures.gaps.parallel, measures.gaps.around)
    lead_around(placed.level, joined, task.backward, around)
    if loose:
        _shelve(placed.level, [name for name in task.sizes if name in loose], task, measures)
        _hang(placed.level, task.arcs, task, waiting, measures)
        own = [loop for loop in task.loops if loop.block in loose]
        loops.draw(placed.level, own, beside=measures.gaps.beside)
        placed.level.kept.extend(placed.level.spots[loop.index] for loop in own if loop.words)
    return placed


def _in_one_row(task: Task, leaves: Mapping[str, str]) -> Task:
    """A task whose blocks are joined to nothing here, some of them by lines from outside, with a
    doorway for each of the others: they stand in one row, in the order of the source."""
    loose = _loose(task, leaves)
    inside = any(arc.source != arc.target for arc in task.arcs)
    if inside or not loose or not task.doorways or len(task.sizes) > MOST_IN_ROW:
        return task
    reached = {door.block for door in task.doorways if door.upstream}
    missing = [name for name in task.sizes if name not in reached]
    doors = [Doorway(UNUSED - number, name, True) for number, name in enumerate(missing)]
    places = {name: place for place, name in enumerate(task.sizes)}
    doors = sorted([*task.doorways, *doors], key=lambda door: places[door.block])
    return replace(task, doorways=doors)


def _shelve(level: Level, loose: Sequence[str], task: Task, measures: Measures) -> None:
    """Put loose blocks, with room for what hangs from them, beside the rest."""
    rooms = {**task.rooms, **_rooms(task, task.spine.leaves or {}, measures)}
    sizes = {name: rooms.get(name, NO_ROOM).around(task.sizes[name]) for name in loose}
    doors = {door.upstream for door in task.doorways}
    gaps, bounds = measures.gaps, (measures.along, measures.across)
    shelve(level, sizes, gaps.sibling, *bounds, doors, flush=gaps.flush)
    for name in loose:
        if room := rooms.get(name):
            x, y = level.rects[name][:2]
            level.rects[name] = Rect(x + room.before, y + room.above, *task.sizes[name])


def _loose(task: Task, leaves: Mapping[str, str]) -> set[str]:
    """The blocks that nothing joins to anything but what hangs from them, or to themselves, and
    that share a rank with nothing by a hint."""
    ties = ((arc.source, arc.target) for arc in task.arcs if arc.source != arc.target)
    tied = {end for ends in ties if not leaves.keys() & set(ends) for end in ends}
    tied |= {door.block for door in task.doorways} | set(leaves) | task.told.first.keys()
    return {name for name in task.sizes if name not in tied}


def _blocks(
    task: Task, leaves: Mapping[str, str], loose: set[str], measures: Measures
) -> dict[str, Block]:
    rooms = _rooms(task, leaves, measures)
    for name, room in task.rooms.items():
        rooms[name] = room.widest(rooms.get(name, NO_ROOM))
    blocks = {
        name: Block(size, rooms.get(name, NO_ROOM))
        for name, size in task.sizes.items()
        if name not in leaves and name not in loose
    }
    for door in task.doorways:
        rank = "first" if door.upstream else "last"
        blocks[door.name] = Block(Size(0.1, 0.1), rank=rank)
    return blocks


def _rooms(task: Task, leaves: Mapping[str, str], measures: Measures) -> dict[str, Room]:
    """The space that each hung leaf, its arc and the arc's label take beside the parent."""
    labels = {frozenset((arc.source, arc.target)): arc.label for arc in task.arcs}
    rooms: dict[str, Room] = {}
    for leaf, parent in leaves.items():
        size, host = task.sizes[leaf], task.sizes[parent]
        label = labels[frozenset((leaf, parent))]
        overhang = max(0.0, (size.width - host.width) / 2)
        beside = label.width + measures.clear - host.width / 2 if label else 0.0
        drop = hang_gap(label, measures) + size.height + measures.gaps.sibling
        above, below = (drop, 0.0) if leaf in task.spine.above else (0.0, drop)
        room = Room(overhang, max(overhang, beside), above, below)
        rooms[parent] = room.widest(rooms.get(parent, NO_ROOM))
    return rooms


def hang_gap(label: Size | None, measures: Measures) -> float:
    """The distance between a spine node and its leaf: across, with room for the label."""
    return max(measures.hang, label.height + measures.gaps.label if label else 0.0)


def _extent(level: Level, blocks: Mapping[str, Block]) -> float:
    """How far the level's own blocks reach along the flow."""
    own = {name: rect for name, rect in level.rects.items() if name[0] != "\0"}
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


def _narrowed(
    blocks: Mapping[str, Block], arcs: Sequence[Arc], level: Level, measures: Measures
) -> Level:
    """Stack leaves; fold the ranks that are too wide even so. The narrower layout of the two."""
    assert measures.across is not None
    gaps = measures.gaps
    merged, kept, stacks = stacked(blocks, arcs, gaps)
    if stacks:
        level = layered(merged, kept, gaps)
    if _breadth(level, merged) > measures.across:
        level = ranks.narrowed(merged, kept, level, gaps, measures.across)
    unstacked(level, blocks, stacks, gaps)
    return level


def _in_rows(
    blocks: Mapping[str, Block], arcs: Sequence[Arc], level: Level, measures: Measures
) -> Placed:
    """Break the layers into rows that all run the same way, and lay each out by itself.

    Post: arcs between rows have no route yet; blocks of different rows do not overlap. Where
    that would be a tangle, the level is as it was.
    """
    assert measures.along is not None
    rooms = {name: block.room for name, block in blocks.items()}
    own = Level({name: rect for name, rect in level.rects.items() if name[0] != "\0"})
    inner = [arc for arc in arcs if arc.index >= 0]
    parts = rows.split(own, inner, rooms, measures.along, measures.rows)
    placed = Placed(Level())
    row_of = {name: index for index, part in enumerate(parts) for name in part}
    for arc in arcs:
        for door, other in ((arc.source, arc.target), (arc.target, arc.source)):
            if door[0] == "\0":
                row_of[door] = row_of[other]
    returns = {arc.index for arc in inner if row_of[arc.target] != row_of[arc.source]}
    if len({whole(index) for index in returns}) > measures.returns:
        return Placed(level, is_tangled=True)
    members: list[list[str]] = []
    gutters: list[tuple[float, float]] = []
    top = 0.0
    for number in range(len(parts)):
        inside = {name: block for name, block in blocks.items() if row_of[name] == number}
        row_arcs = [arc for arc in arcs if row_of[arc.source] == row_of[arc.target] == number]
        row = roomy(inside, row_arcs, measures.gaps)
        down = [arc.source for arc in inner if arc.index in returns and arc.source in inside]
        up = [arc.target for arc in inner if arc.index in returns and arc.target in inside]
        wider = with_ways(inside, row, down, up, measures.clear, measures.gaps.parallel)
        if wider != inside:
            row = roomy(wider, row_arcs, measures.gaps)
        start = min(rect.x for name, rect in row.rects.items() if name[0] != "\0")
        box = _with_rooms(row, rooms)
        moved = row.moved(-start, top - box.y)
        placed.level.rects.update(moved.rects)
        placed.level.routes.update(moved.routes)
        lanes = lanes_needed(row_of, inner, number)
        # A lane runs in the middle, its words over it: both halves have room for them.
        words = tallest_words(row_of, inner, number)
        height = max(measures.gutter, measures.gaps.parallel * (lanes + 3), 2 * words)
        members.append([name for name in inside if name[0] != "\0"])
        gutters.append((top + box.height, height))
        top += box.height + height
    placed.returns = returns
    placed.rows = Rows(members, gutters)
    return placed


def _kept(level: Level, rooms: Mapping[str, Room]) -> list[Rect]:
    """What is kept free for words beside blocks."""
    return [
        Rect(rect.x, rect.y - room.above, rect.width, room.above + rect.height + room.below)
        for name, rect in level.rects.items()
        if (room := rooms.get(name))
    ]


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


def _hang(
    level: Level, arcs: Sequence[Arc], task: Task, leaves: Mapping[str, str], measures: Measures
) -> None:
    """Put every leaf that one of the arcs leads to beside its parent, with a straight arc.

    Pre: the layers kept the rooms free.
    """
    for arc in arcs:
        leaf, parent = _leaf_and_parent(arc, leaves)
        if leaf is None or parent is None:
            continue
        host, size = level.rects[parent], task.sizes[leaf]
        gap, x = hang_gap(arc.label, measures), host.center.x
        is_above = leaf in task.spine.above
        top = host.y - gap - size.height if is_above else host.bottom + gap
        rect = Rect(x - size.width / 2, top, size.width, size.height)
        level.rects[leaf] = rect
        facing = (host.y, rect.bottom) if is_above else (host.bottom, rect.y)
        ends = [Point(x, y) for y in facing]
        level.routes[arc.index] = ends if arc.target == leaf else ends[::-1]


def _leaf_and_parent(arc: Arc, leaves: Mapping[str, str]) -> tuple[str, str] | tuple[None, None]:
    for leaf, parent in ((arc.source, arc.target), (arc.target, arc.source)):
        if leaves.get(leaf) == parent:
            return leaf, parent
    return None, None
