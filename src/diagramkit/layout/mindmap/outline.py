"""A mind map as an outline, one topic below the other: what is too deep for a tree.

A deeper topic begins further to the right; the step shrinks with the depth, so that an outline of
any depth is no wider than the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.graph.label import CAP_HEIGHT
from diagramkit.layout.mindmap.tidy import Placed
from diagramkit.layout.mindmap.topics import UNDER, WIDEST, Setting, Topic, measure_all
from diagramkit.theme.model import Theme

STEP = 24.0
"""How much further to the right a topic begins than its parent, in user units, at most."""
GAP, INSET = 8.0, 4.0
"""Between topics, and from the end of a line to the words that it leads to."""


def place(topics: Sequence[Topic], theme: Theme) -> Placed:
    """Measure and place topics."""
    measure_all(topics, theme, Setting(WIDEST * theme.box.wrap, compact=False, both=False))
    for topic in topics:
        if not topic.is_box:
            topic.size = Size(topic.size.width + INSET, topic.size.height)
    depth = max(topic.depth for topic in topics)
    room = theme.page.max_width - 2 * theme.page.margin
    step = min(STEP, (room - max(topic.size.width for topic in topics)) / max(1, depth))
    placed = Placed()
    y = 0.0
    for place_, topic in enumerate(topics):
        placed.rects[place_] = rect = Rect(topic.depth * step, y, *topic.size)
        y = rect.bottom + GAP
        if topic.node.parent is not None:
            parent = topics[topic.node.parent]
            placed.routes[place_] = _route(
                parent, placed.rects[topic.node.parent], rect, topic, step
            )
    return placed


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
