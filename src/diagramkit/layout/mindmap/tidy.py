"""A mind map as a tree from the root to the side, or to both sides.

Every depth of a branch is a column, which begins where the widest of its parents ends. The block
of a topic holds all that hangs off it, so that blocks never interlock; a parent stands at the
middle between its first and its last child.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from diagramkit.geometry import Point, Rect, simplified
from diagramkit.layout.mindmap.topics import Topic, least_words
from diagramkit.theme.model import Theme

LEAF_GAP, WORD_GAP = 4.0, 12.0
"""Between two topics of words: where neither has children, and else."""

HALF = 0.5
TRUNK = 16.0
"""From the line that siblings share to the topics, in user units."""


@dataclass(slots=True)
class Placed:
    """Where topics stand, and the lines to them, by their places in the list."""

    rects: dict[int, Rect] = field(default_factory=dict)
    routes: dict[int, list[Point]] = field(default_factory=dict)

    @property
    def bounds(self) -> Rect:
        corners = [corner for rect in self.rects.values() for corner in rect.corners]
        return Rect.bounding(corners) if corners else Rect(0, 0, 0, 0)

    def moved(self, dx: float, dy: float) -> Placed:
        """All of it, `dx` to the right and `dy` down."""
        return Placed(
            {place: rect.moved(dx, dy) for place, rect in self.rects.items()},
            {
                place: [point.moved(dx, dy) for point in route]
                for place, route in self.routes.items()
            },
        )

    def crisp(self) -> Placed:
        """The same with its lines half a unit off, onto the middle of pixels: where lines lie on
        each other, they would otherwise look thicker than alone."""
        return Placed(self.rects, self.moved(HALF, HALF).routes)


def place(topics: Sequence[Topic], theme: Theme, *, both: bool) -> Placed:
    """Place topics that are measured; with `both`, half of the branches lead to the left."""
    first = topics[0].children
    split = _split(topics, first, theme) if both else len(first)
    right = _side(topics, first[:split], theme)
    left = _side(topics, first[split:], theme)
    middle = topics[0].size.width / 2
    for place_, rect in left.rects.items():
        right.rects[place_] = Rect(2 * middle - rect.right, rect.y, rect.width, rect.height)
    for place_, route in left.routes.items():
        right.routes[place_] = [Point(2 * middle - x, y) for x, y in route]
    return right


def least_width(topics: Sequence[Topic], theme: Theme) -> float:
    """No tree of these topics is less wide than this, in user units, however short its words."""
    steps = max(topic.depth for topic in topics) - 1
    return steps * (least_words(theme) + 2 * TRUNK)


def width(topics: Sequence[Topic], theme: Theme) -> float:
    """How wide the tree to one side is, of topics that are measured, in user units."""
    widest = topics[0].size.width
    for start, end in pairwise([*topics[0].children, len(topics)]):
        columns = _columns(topics, start, theme)
        widest = max(widest, *(columns[one.depth] + one.size.width for one in topics[start:end]))
    return widest


def _split(topics: Sequence[Topic], first: Sequence[int], theme: Theme) -> int:
    """How many branches stay on the right: as many as make up half of the height."""
    blocks = _blocks(topics, theme)
    heights = [blocks[child].height for child in first]
    total = sum(heights)
    return min(
        range(1, len(first)), key=lambda count: abs(total - 2 * sum(heights[:count])), default=1
    )


@dataclass(slots=True)
class _Block:
    """A topic with all that hangs off it: its height, the top of the topic itself in it, and the
    top of each child's block."""

    height: float
    top: float
    tops: list[float]


def _blocks(topics: Sequence[Topic], theme: Theme) -> dict[int, _Block]:
    """The blocks of all topics but the root, the deepest first."""
    blocks: dict[int, _Block] = {}
    for place_ in range(len(topics) - 1, 0, -1):
        topic = topics[place_]
        blocks[place_] = _block(topics, topic, topic.children, blocks, theme)
    return blocks


def _block(
    topics: Sequence[Topic],
    topic: Topic,
    children: Sequence[int],
    blocks: dict[int, _Block],
    theme: Theme,
) -> _Block:
    if not children:
        return _Block(topic.size.height, 0.0, [])
    tops, ports, y = [], [], 0.0
    for index, child in enumerate(children):
        if index:
            y += _gap(topics[children[index - 1]], topics[child], theme)
        tops.append(y)
        ports.append(y + blocks[child].top + topics[child].port)
        y += blocks[child].height
    top = _level(ports, theme.edge.jog) - topic.port
    down = max(0.0, -top)
    height = max(y + down, top + down + topic.size.height)
    return _Block(height, top + down, [one + down for one in tops])


def _gap(topic: Topic, after: Topic, theme: Theme) -> float:
    """Between the blocks of two siblings."""
    if topic.is_box:
        step = theme.spacing.sibling
        return 1.5 * step if topic.children or after.children else step
    return WORD_GAP if topic.children or after.children else LEAF_GAP


def _level(ports: Sequence[float], jog: float) -> float:
    """Where a parent's line leaves: in the middle, or straight to a child that is near it."""
    middle = float(round((ports[0] + ports[-1]) / 2))
    nearest = min(ports, key=lambda port: abs(port - middle))
    return nearest if abs(nearest - middle) < jog else middle


def _side(topics: Sequence[Topic], first: Sequence[int], theme: Theme) -> Placed:
    """The root with its top left at 0, and the branches that lead to the right."""
    blocks = _blocks(topics, theme)
    root = _block(topics, topics[0], first, blocks, theme)
    placed = Placed({0: Rect(0, 0, *topics[0].size)})
    waiting = [
        (0, child, top - root.top, _columns(topics, child, theme))
        for child, top in zip(first, root.tops, strict=True)
    ]
    while waiting:
        parent, child, y, columns = waiting.pop()
        own, topic = blocks[child], topics[child]
        placed.rects[child] = Rect(columns[topic.depth], y + own.top, *topic.size)
        placed.routes[child] = _route(topics, placed, parent, child)
        for below, top in zip(topic.children, own.tops, strict=True):
            waiting.append((child, below, y + top, columns))
    return placed


def _columns(topics: Sequence[Topic], branch: int, theme: Theme) -> list[float]:
    """The left side of each depth of a branch; depth 0 is the root."""
    columns = [0.0, topics[0].size.width + theme.spacing.rank]
    level = [branch]
    while level := [place_ for place_ in level if topics[place_].children]:
        width = max(topics[place_].size.width for place_ in level)
        columns.append(columns[-1] + width + 2 * TRUNK)
        level = [child for place_ in level for child in topics[place_].children]
    return columns


def _route(topics: Sequence[Topic], placed: Placed, parent: int, child: int) -> list[Point]:
    """Out of the parent, along the trunk that it has with its siblings, into the child."""
    from_, to = placed.rects[parent], placed.rects[child]
    start = Point(from_.right, from_.y + topics[parent].port)
    end = Point(to.x, to.y + topics[child].port)
    trunk = end.x - TRUNK
    return simplified([start, Point(trunk, start.y), Point(trunk, end.y), end])
