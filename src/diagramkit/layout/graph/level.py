"""One level of a chart: what is to be placed, and what of it stands in the layers. All in flow
coordinates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph import loops
from diagramkit.layout.graph.bars import draw_out
from diagramkit.layout.graph.blocks import (
    NO_ROOM,
    NOTHING,
    Arc,
    Aside,
    Block,
    Door,
    Gaps,
    Level,
    Room,
)
from diagramkit.layout.graph.hints import Ranked, Told, ranked
from diagramkit.layout.graph.label_blocks import lettered
from diagramkit.layout.graph.loose import shelve
from diagramkit.layout.graph.returns import Rows
from diagramkit.layout.graph.spine import Spine

MOST_IN_ROW = 8
"""How many blocks that lines reach from outside alone stand in one row, at most."""
UNUSED = -(1 << 30)
"""What the indices of doorways without a line are below."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The distances that a level needs, in user units, and the room it has.

    `hang` is the gap between a spine node and its leaf, `clear` the least distance of a line
    from a box. `along` and `across` bound the level's extent (None: unbounded), `rows` the number
    of rows it may break into, `returns` the number of lines that may run from one to another.
    """

    gaps: Gaps
    hang: float
    clear: float
    gutter: float
    along: float | None
    across: float | None
    rows: int
    returns: int


@dataclass(frozen=True, slots=True)
class Doorway:
    """Where edges that share an end inside meet the frame: arc `index` joins it to `block`.

    `upstream`: on the side where the flow begins. `head`: a head points at the block. `aside`
    is as for the end of an arc. `label` is the room for the words of an edge that ends at the
    frame, in flow coordinates. `turn` is its place in an order of doorways that is to be kept.
    """

    index: int
    block: str
    upstream: bool
    style: str = ""
    port: float | None = None
    head: bool = False
    aside: Aside = NOTHING
    label: Size | None = None
    turn: tuple[int, int] | None = None

    @property
    def name(self) -> Door:
        """What the point on the frame is called among the blocks of the level."""
        return Door(f"\0{self.index}")

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
class Work:
    """A level that is being placed, and how far that has come.

    `leaves` hang from their parents, `loose` is what nothing joins to anything, `blocks` and
    `arcs` are what stands in layers, `joined` the arcs of the task between blocks that are not
    loose. `returns` are the arcs that run from one of `rows` to a later one. `is_tangled`: it
    would have to be broken into rows with more lines between them than may be.
    """

    task: Task
    measures: Measures
    layered: Callable[[Mapping[str, Block], Sequence[Arc]], Level]
    """Places blocks in layers and routes the arcs between them."""
    leaves: dict[str, str] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    blocks: dict[str, Block] = field(default_factory=dict)
    arcs: list[Arc] = field(default_factory=list)
    joined: list[Arc] = field(default_factory=list)
    told: Ranked = field(default_factory=lambda: Ranked({}, [], [], []))
    level: Level = field(default_factory=Level)
    rows: Rows | None = None
    returns: set[int] = field(default_factory=set)
    is_tangled: bool = False

    @property
    def gaps(self) -> Gaps:
        return self.measures.gaps

    @property
    def waiting(self) -> dict[str, str]:
        """The leaves of loose blocks, which are hung when those have their places."""
        return {leaf: parent for leaf, parent in self.leaves.items() if parent in self.loose}

    @property
    def through(self) -> list[Arc]:
        """The arcs between ranks and those to the frame."""
        return [*self.joined, *(door.arc for door in self.task.doorways)]

    @property
    def loops(self) -> list[loops.Loop]:
        """The loops of what stands in the layers or hangs from that."""
        return [loop for loop in self.task.loops if loop.block not in self.loose]

    @property
    def around(self) -> float:
        """From a block to a line that runs around it."""
        return max(self.gaps.parallel, self.gaps.around)

    def lay_out(self) -> None:
        """Place the blocks in layers."""
        self.level = self.layered(self.blocks, self.arcs)

    def take_doors(self) -> None:
        """Take away what stood for the doorways."""
        for door in self.task.doorways:
            self.level.rects.pop(door.name, None)

    def draw_bars(self) -> None:
        """Draw bars out over what they fork into."""
        in_rank = [arc for arc in self.joined if arc.index not in self.returns]
        bars = [bar for bar in self.task.bars if bar not in self.loose]
        draw_out(self.level, in_rank, bars, self.gaps.parallel)


def set_out(work: Work) -> None:
    """Tell what stands in layers from what hangs from it and from what is loose, and give words
    and hints their blocks."""
    work.leaves = dict(work.task.spine.leaves or {})
    task = work.task = _in_one_row(work.task, work.leaves)
    work.loose = _loose(task, work.leaves)
    apart = {*work.waiting, *work.loose}
    work.joined = [arc for arc in task.arcs if not apart & {arc.source, arc.target}]
    blocks = _blocks(task, work.leaves, work.loose, work.measures)
    arcs = [
        arc
        for arc in task.arcs
        if arc.source in blocks and arc.target in blocks and arc.source != arc.target
    ]
    arcs += [door.arc for door in task.doorways]
    blocks, arcs = lettered(blocks, arcs, task.backward, task.told.weak, beside=work.gaps.beside)
    work.told = ranked(blocks, arcs, task.told, work.gaps.rank - work.gaps.sibling)
    work.blocks, work.arcs = work.told.blocks, work.told.between


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
    rooms = _rooms(task, measures)
    for name, room in task.rooms.items():
        rooms[name] = room.widest(rooms.get(name, NO_ROOM))
    blocks = {
        name: Block(size, rooms.get(name, NO_ROOM))
        for name, size in task.sizes.items()
        if name not in leaves and name not in loose
    }
    for door in task.doorways:
        rank = "first" if door.upstream else "last"
        blocks[door.name] = Block(Size(0.1, 0.1), rank=rank, turn=door.turn)
    return blocks


def _rooms(task: Task, measures: Measures) -> dict[str, Room]:
    """The space that each hung leaf, its arc and the arc's label take beside the parent."""
    labels = {frozenset((arc.source, arc.target)): arc.label for arc in task.arcs}
    rooms: dict[str, Room] = {}
    for leaf, parent in (task.spine.leaves or {}).items():
        size, host = task.sizes[leaf], task.sizes[parent]
        label = labels[frozenset((leaf, parent))]
        overhang = max(0.0, (size.width - host.width) / 2)
        beside = label.width + measures.clear - host.width / 2 if label else 0.0
        drop = _hang_gap(label, measures) + size.height + measures.gaps.sibling
        above, below = (drop, 0.0) if leaf in task.spine.above else (0.0, drop)
        room = Room(overhang, max(overhang, beside), above, below)
        rooms[parent] = room.widest(rooms.get(parent, NO_ROOM))
    return rooms


def _hang_gap(label: Size | None, measures: Measures) -> float:
    """The distance between a spine node and its leaf: across, with room for the label."""
    return max(measures.hang, label.height + measures.gaps.label if label else 0.0)


def hang_leaves(work: Work, arcs: Sequence[Arc], leaves: Mapping[str, str]) -> None:
    """Put every leaf that one of the arcs leads to beside its parent, with a straight arc.

    Pre: the layers kept the rooms free.
    """
    level, task = work.level, work.task
    for arc in arcs:
        leaf, parent = _leaf_and_parent(arc, leaves)
        if leaf is None or parent is None:
            continue
        host, size = level.rects[parent], task.sizes[leaf]
        gap, x = _hang_gap(arc.label, work.measures), host.center.x
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


def keep_rooms(work: Work) -> None:
    """Note what is kept free for words: where they were placed, and beside blocks."""
    level = work.level
    beside = [
        Rect(rect.x, rect.y - room.above, rect.width, room.above + rect.height + room.below)
        for name, rect in level.rects.items()
        if (room := work.task.rooms.get(name))
    ]
    level.kept = [*level.spots.values(), *beside]


def put_loose(work: Work) -> None:
    """Put loose blocks, with room for what hangs from them, beside the rest."""
    if not work.loose:
        return
    task, measures, level = work.task, work.measures, work.level
    loose = [name for name in task.sizes if name in work.loose]
    work.gaps.meter.count((), loose)
    rooms = {**task.rooms, **_rooms(task, measures)}
    sizes = {name: rooms.get(name, NO_ROOM).around(task.sizes[name]) for name in loose}
    doors = {door.upstream for door in task.doorways}
    bounds = measures.along, measures.across
    ahead = set(takewhile(work.loose.__contains__, task.sizes))
    shelve(level, sizes, work.gaps.sibling, *bounds, doors, ahead=ahead, flush=work.gaps.flush)
    for name in loose:
        if room := rooms.get(name):
            x, y = level.rects[name][:2]
            level.rects[name] = Rect(x + room.before, y + room.above, *task.sizes[name])
    hang_leaves(work, task.arcs, work.waiting)
    own = [loop for loop in task.loops if loop.block in work.loose]
    loops.draw(level, own, beside=work.gaps.beside)
    level.kept.extend(level.spots[loop.index] for loop in own if loop.words)
