"""The topics of a mind map, set in words and measured."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.geometry import Size
from diagramkit.layout import NodeRole
from diagramkit.layout.graph import shapes
from diagramkit.layout.graph.label import label
from diagramkit.layout.graph.roles import named_role, unknown_classes
from diagramkit.layout.lines import distinct, longest_word, set_lines
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.mindmap.model import Mindmap, Node
from diagramkit.theme.model import Theme

BOXED = 2
"""Topics less deep than this are boxes; deeper ones are words over a line, unless the source gives
them a shape that says something."""
WIDEST = 1.5
"""How wide words may run that are no box, as a share of the theme's width for boxes."""
UNDER = 6.0
"""From the last baseline of words down to the line below them, in user units."""
NOTHING = Size(0, 0)
_SHAPES = {"circle": "circle", "cloud": "cloud", "hexagon": "hexagon", "bang": "bang"}


class Setting(NamedTuple):
    """One way to set a mind map: how wide words may run, in which size of type, and whether
    branches lead to both sides of the root."""

    wrap: float
    compact: bool
    both: bool


@dataclass(slots=True)
class Topic:
    """A topic in the making. `port` is how far below its top its lines arrive and leave."""

    key: str
    depth: int
    node: Node
    role: NodeRole
    label: Label = field(default_factory=lambda: Label(()))
    size: Size = NOTHING
    port: float = 0.0
    children: list[int] = field(default_factory=list)

    @property
    def is_box(self) -> bool:
        return self.depth < BOXED or self.shape is not None

    @property
    def shape(self) -> str | None:
        """The shape of its box, in the words of node shapes."""
        return _SHAPES.get(self.node.shape)


class Topics(NamedTuple):
    """All topics, and what is to be said of their classes."""

    topics: list[Topic]
    warnings: tuple[Diagnostic, ...]


def topics(chart: Mindmap, classes: Mapping[str, str], default: NodeRole) -> Topics:
    """All topics in source order, each after its parent; nothing is measured yet.

    The root without a class is of the role `default`, all others are secondary; what a
    `critical` comment names is accent.
    """
    found: list[Topic] = []
    unknown: dict[str, Location | None] = {}
    critical = {name for path in chart.critical for name in path}
    keys = distinct(node.id for node in chart.nodes)
    for place, (key, node) in enumerate(zip(keys, chart.nodes, strict=True)):
        depth = 0
        if node.parent is not None:
            depth = found[node.parent].depth + 1
            found[node.parent].children.append(place)
        own: NodeRole = "secondary" if depth else default
        role = named_role(node.classes, classes, own, unknown, node.location)
        found.append(Topic(key, depth, node, "accent" if node.id in critical else role))
    return Topics(found, unknown_classes(unknown, "secondary"))


def measure_all(found: Sequence[Topic], theme: Theme, setting: Setting) -> None:
    """Set the words of all topics; boxes of one depth share their width where they are alike."""
    for topic in found:
        if topic.is_box:
            _measure_box(topic, theme, setting)
        else:
            _measure_words(topic, theme, setting)
    first = [topic for topic in found if topic.depth == 1 and topic.shape is None]
    widths = [topic.size.width for topic in first]
    if widths and max(widths) <= theme.box.equal_ratio * min(widths):
        for topic in first:
            topic.size = Size(max(widths), topic.size.height)


def _measure_box(topic: Topic, theme: Theme, setting: Setting) -> None:
    topic.label = label(
        theme,
        topic.node.text,
        role=topic.role,
        compact=setting.compact,
        width=min(setting.wrap, theme.box.wrap),
    )
    grid = theme.page.grid
    size = shapes.fit(topic.shape, topic.label.size, theme, setting.compact)
    topic.size = Size(_up(size.width, grid), _up(size.height, 2 * grid))
    topic.port = topic.size.height / 2


def _measure_words(topic: Topic, theme: Theme, setting: Setting) -> None:
    topic.label = set_lines(
        theme,
        topic.node.text,
        "body",
        setting.wrap,
        compact=setting.compact,
        strong=topic.role == "accent",
    )
    words = topic.label.size
    least = least_words(theme)
    topic.size = Size(_up(max(words.width, least), 2), max(words.height, least) + UNDER)
    topic.port = topic.size.height


def least_words(theme: Theme) -> float:
    """The least width of words over a line, in user units."""
    return theme.page.grid * 4


def needed(found: Sequence[Topic], theme: Theme, compact: bool) -> float:
    """The width at which no word is broken that need not be."""
    return max(
        min(theme.box.wrap, longest_word(theme, topic.node.text, "title", compact=compact))
        if topic.is_box
        else min(
            WIDEST * theme.box.wrap, longest_word(theme, topic.node.text, "body", compact=compact)
        )
        for topic in found
    )


def _up(value: float, step: float) -> float:
    return math.ceil(value / step) * step
