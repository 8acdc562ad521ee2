"""What a flowchart says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from diagramkit.diagnostics import Location
from diagramkit.mermaid.hints import NO_HINTS, Hints
from diagramkit.mermaid.titles import Titled

Direction = Literal["LR", "RL", "TB", "BT"]
DIRECTIONS: dict[str, Direction] = {word: word for word in get_args(Direction)}
Line = Literal["solid", "dotted", "thick", "invisible"]
Head = Literal["none", "arrow", "circle", "cross"]
Style = tuple[tuple[str, str], ...]
"""CSS declarations in source order: `(("fill", "#eef6ff"), ("stroke-width", "2px"))`."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box with words.

    `text` is what the reader sees: line breaks are `\\n`, entities and tags are resolved, icons
    (`fa:fa-car`) and formulas keep their words. `shape` is Mermaid's own name for it as the
    Mermaid parser reports it (`square`, `round`, `diamond`, `cylinder`, …); None for a node
    that was only ever mentioned by id. `link` is an address of http, https or mail; others are
    dropped. No node has the id of a group.
    """

    id: str
    text: str
    shape: str | None = None
    classes: tuple[str, ...] = ()
    style: Style = ()
    link: str | None = None
    tooltip: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A connection between two nodes or groups, by their ids.

    `length` is the number of ranks it spans at least, 1 to 10 (`-->` 1, `--->` 2).
    """

    source: str
    target: str
    text: str = ""
    line: Line = "solid"
    tail: Head = "none"
    head: Head = "arrow"
    length: int = 1
    id: str | None = None
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A subgraph. `members` are ids of nodes and of groups directly inside it, in source order.

    Each is a member of one group at most, and none is inside itself.
    """

    id: str
    title: str
    members: tuple[str, ...] = ()
    direction: Direction | None = None
    classes: tuple[str, ...] = ()
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph(Titled):
    """A diagram of boxes and lines.

    `class_styles` holds the declarations of each `classDef`, `critical` the paths named by
    `%% diagram: critical A --> B --> C` as tuples of the ids of boxes.
    """

    direction: Direction = field(default="TB", kw_only=False)
    class_styles: dict[str, Style] = field(default_factory=dict)
    critical: tuple[tuple[str, ...], ...] = ()
    hints: Hints = NO_HINTS

    def as_flowchart(
        self,
        nodes: tuple[Node, ...],
        edges: tuple[Edge, ...],
        groups: tuple[Group, ...] = (),
        description: str = "",
    ) -> Flowchart:
        """The flowchart of these boxes and lines; `description` where the source has none."""
        return Flowchart(
            self.direction,
            nodes,
            edges,
            groups,
            class_styles=self.class_styles,
            critical=self.critical,
            hints=self.hints,
            title=self.title,
            description=self.description or description,
        )


@dataclass(frozen=True, slots=True)
class Flowchart(Graph):
    """A whole flowchart, in source order throughout."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
