"""A mind map as an outline, one topic below the other: what is too deep for a tree.

A deeper topic begins further to the right; the step shrinks with the depth, so that an outline of
any depth is no wider than the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.geometry import Point, Rect
from diagramkit.layout.mindmap.tidy import Placed
from diagramkit.layout.mindmap.topics import UNDER, WIDEST, Setting, Topic, measure_all
from diagramkit.theme.model import Theme

STEP = 24.0
"""How much further to the right a topic begins than its parent, in user units, at most."""
GAP = 8.0


def place(topics: Sequence[Topic], theme: Theme) -> Placed:
    """Measure and place topics."""
    measure_all(topics, theme, Setting(WIDEST * theme.box.wrap, compact=False, both=False))
    depth = max(topic.depth for topic in topics)
    room = theme.page.max_width - 2 * theme.page.margin
    step = min(STEP, (room - max(topic.size.width for topic in topics)) / max(1, depth))
    placed = Placed()
    y = 0.0
    for place_, topic in enumerate(topics):
        placed.rects[place_] = rect = Rect(topic.depth * step, y, *topic.size)
        y = rect.bottom + GAP
        parent = topic.node.parent
        if parent is not None:
            placed.routes[place_] = _route(placed.rects[parent], rect, topic, step)
    return placed


def _route(above: Rect, rect: Rect, topic: Topic, step: float) -> list[Point]:
    """Down from the parent, then across to the child."""
    trunk = above.x + min(step / 2, STEP / 2)
    level = rect.y + (topic.port if topic.is_box else topic.port - UNDER - STEP / 4)
    return [Point(trunk, above.bottom), Point(trunk, level), Point(rect.x, level)]
