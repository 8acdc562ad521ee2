"""A mind map as an outline, one topic below the other: what is too deep or too tall for a tree.

A deeper topic begins further to the right; the step shrinks with the depth, so that an outline of
any depth is no wider than the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diagramkit.geometry import Point, Rect, Size, simplified
from diagramkit.layout.mindmap.tidy import Placed
from diagramkit.layout.mindmap.topics import UNDER, WIDEST, Setting, Topic, measure_all, needed
from diagramkit.layout.words import CAP_HEIGHT
from diagramkit.theme.model import Theme

STEP = 24.0
"""How much further to the right a topic begins than its parent, in user units, at most."""
GAP, INSET = 8.0, 4.0
"""Between topics, and from the end of a line to the words that it leads to."""


def place(topics: Sequence[Topic], theme: Theme) -> Placed:
    """Measure and place topics."""
    _measure(topics, theme, WIDEST * theme.box.wrap)
    depth = max(topic.depth for topic in topics)
    room = theme.page.max_width - 2 * theme.page.margin
    step = min(STEP, (room - max(topic.size.width for topic in topics)) / max(1, depth))
    placed = Placed()
    _place(topics, range(len(topics)), Point(0.0, 0.0), step, placed)
    return placed


def in_columns(topics: Sequence[Topic], theme: Theme, count: int) -> Placed | None:
    """Measure and place topics as outlines of the branches in `count` columns below the root; None
    where the words have no room in them.

    Branches keep their order, down one column after the other; each column ends as near as can be
    to its share of the whole height.
    """
    room = theme.page.max_width - 2 * theme.page.margin
    width = (room - (count - 1) * theme.figure.panel_gap) / count
    deepest = max(topic.depth for topic in topics)
    wrap = width - deepest * STEP - INSET
    if wrap < needed(topics, theme, compact=False):
        return None
    _measure(topics, theme, min(wrap, WIDEST * theme.box.wrap))
    root = topics[0]
    top = root.size.height + 2 * theme.spacing.sibling
    placed = Placed({0: Rect((room - root.size.width) / 2, 0.0, *root.size)})
    for column, branches in enumerate(_columns(topics, count)):
        at = Point(column * (width + theme.figure.panel_gap) - STEP, top)
        _place(topics, branches, at, STEP, placed)
    _join(topics, placed, top - theme.spacing.sibling)
    return placed


def _measure(topics: Sequence[Topic], theme: Theme, wrap: float) -> None:
    measure_all(topics, theme, Setting(wrap, compact=False, both=False))
    for topic in topics:
        if not topic.is_box:
            topic.size = Size(topic.size.width + INSET, topic.size.height)


def _place(
    topics: Sequence[Topic], places: Sequence[int], corner: Point, step: float, placed: Placed
) -> None:
    """Topics below each other, those of depth 0 at the left of `corner`."""
    y = corner.y
    for place_ in places:
        topic = topics[place_]
        y += GAP if topic.depth == 1 and y > corner.y else 0.0
        rect = Rect(corner.x + topic.depth * step, y, *topic.size)
        placed.rects[place_] = rect
        y = rect.bottom + (GAP if topic.is_box else GAP / 2)
        if topic.node.parent in placed.rects:
            above = placed.rects[topic.node.parent]
            placed.routes[place_] = _route(topics[topic.node.parent], above, rect, topic, step)


def _columns(topics: Sequence[Topic], count: int) -> Iterator[range]:
    """The places of the topics of each column: whole branches."""
    starts = [*topics[0].children, len(topics)]
    heights = [
        sum(topic.size.height + GAP / 2 for topic in topics[start:end])
        for start, end in pairwise(starts)
    ]
    share, filled, first = sum(heights) / count, 0.0, 0
    for place_, height in enumerate(heights):
        over = filled + height / 2 > share
        if place_ > first and over and count > 1:
            yield range(starts[first], starts[place_])
            filled, first, count = 0.0, place_, count - 1
        filled += height
    yield range(starts[first], starts[-1])


def _join(topics: Sequence[Topic], placed: Placed, level: float) -> None:
    """Lines from the root: down to a level, across to the columns, down their left sides."""
    root = placed.rects[0]
    for child in topics[0].children:
        rect = placed.rects[child]
        trunk = rect.x - STEP / 2
        placed.routes[child] = simplified(
            [
                Point(root.center.x, root.bottom),
                Point(root.center.x, level),
                Point(trunk, level),
                Point(trunk, rect.center.y),
                Point(rect.x, rect.center.y),
            ]
        )


def _route(parent: Topic, above: Rect, rect: Rect, topic: Topic, step: float) -> list[Point]:
    """Down from the parent, then across to the child. A line begins inside of a box, which hides
    that part: the border may be slanted."""
    trunk = above.x + step / 2
    level = rect.center.y if topic.is_box else _first_line(topic, rect)
    start = above.center.y if parent.is_box else above.bottom
    return [Point(trunk, start), Point(trunk, level), Point(rect.x, level)]


def _first_line(topic: Topic, rect: Rect) -> float:
    """The height of the middle of the first line's capitals, in whole units."""
    if not topic.label.lines:
        return rect.center.y
    capitals = topic.label.lines[0].style.size * CAP_HEIGHT
    return float(round(rect.bottom - UNDER - topic.label.ink_height + capitals / 2))
