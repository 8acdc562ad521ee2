"""Charts of records and relations, drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from diagramkit.geometry import Point, Rect
from diagramkit.layout.graph import lay_out
from diagramkit.layout.graph.record import Record, Relation, Row
from diagramkit.lint import check
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group, Node
from diagramkit.scene import Box, Connector, Mark, Scene, Text

from .pictures import THEME

TYPE_AND_NAME = (0,)
"""The columns of second rank of an entity without keys and comments."""


@dataclass(frozen=True)
class Sheet:
    """A drawing that can be asked where things are."""

    scene: Scene

    def rect(self, name: str) -> Rect:
        return self.box(name).rect

    def box(self, name: str) -> Box:
        return next(box for box in self.scene.boxes if box.key in (f"node:{name}", f"group:{name}"))

    def words(self, name: str) -> list[Text]:
        """The words in a box, in paint order."""
        return [text for text in self.scene.texts if text.owner == f"node:{name}"]

    def text(self, words: str) -> Text:
        """The one text of these words."""
        [found] = [text for text in self.scene.texts if text.text == words]
        return found

    def marks(self, role: Literal["rule", "underline"]) -> list[Mark]:
        items = self.scene.primitives
        return [item for item in items if isinstance(item, Mark) and item.role == role]

    def line(self, source: str, target: str, number: int = 0) -> Connector:
        key = f"edge:{source}->{target}:{number}"
        return next(line for line in self.scene.connectors if line.key == key)

    def heads(self, source: str, target: str) -> list[Rect]:
        """The room of each mark of a line, without its stroke."""
        heads = self.line(source, target).heads
        return [Rect.bounding(head.outline.flattened()) for head in heads]

    def tips(self, name: str) -> list[Point]:
        """Where lines meet a box."""
        key, found = f"node:{name}", []
        for line in self.scene.connectors:
            for end, at in ((line.source, line.points[0]), (line.target, line.points[-1])):
                if end == key:
                    tips = [head.tip for head in line.heads if head.tip.distance(at) < 30]
                    found.append(min(tips, key=at.distance) if tips else at)
        return found

    @cached_property
    def faults(self) -> list[str]:
        """What the rules find, warnings too."""
        return [f"{found.rule}: {found.message}" for found in check(self.scene, THEME)]


def record(name: str, *rows: Row | str, **options: object) -> Record:
    """A record of one compartment; a row of one cell may be given as its words."""
    found = tuple(row if isinstance(row, Row) else Row((row,)) for row in rows)
    compartments = (found,) if rows else ()
    return Record(name, name, compartments=compartments, **options)  # type: ignore[arg-type]


def draw(
    nodes: Iterable[Node],
    edges: Iterable[Relation] = (),
    direction: Literal["LR", "RL", "TB", "BT"] = "TB",
    groups: Iterable[Group] = (),
    mode: Literal["light", "dark"] = "light",
) -> Sheet:
    """Draw a chart."""
    chart = Flowchart(direction, tuple(nodes), tuple(edges), tuple(groups))
    return Sheet(lay_out(chart, THEME, classes={}).scene(mode, "chart"))
