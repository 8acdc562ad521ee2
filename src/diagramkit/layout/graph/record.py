"""Boxes with ruled compartments, and lines whose ends say more than an arrow does: what class and
ER diagrams add to a graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.kinds.flowchart.model import Edge, Node

Mark = Literal[
    "none",
    "arrow",
    "triangle",
    "diamond",
    "filled-diamond",
    "lollipop",
    "one",
    "zero-or-one",
    "one-or-more",
    "zero-or-more",
]
"""The end of a line: `arrow` as in a flowchart, a hollow `triangle` for what is inherited, diamonds
for aggregation and composition, a ring for a provided interface, and four crow's feet."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a compartment: its cells stand in columns below those of the other rows.

    A `static` row is underlined. An empty cell takes no room in its row.
    """

    cells: tuple[str, ...]
    is_static: bool = False


@dataclass(frozen=True, slots=True)
class Record(Node):
    """A box whose title (`text`) is followed by compartments, each below a thin rule.

    `kicker` is a line above the title, muted: the annotation of a class, without its guillemets.
    An empty compartment is still ruled off, at least half a line high. `muted` are the columns,
    counted from 0, whose words are of second rank: the types of attributes, comments.
    """

    kicker: str = ""
    compartments: tuple[tuple[Row, ...], ...] = ()
    muted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Titled(Node):
    """A box whose title (`text`) is followed by a `kicker`, muted, and by what it says of itself,
    whatever those begin with."""

    kicker: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Relation(Edge):
    """A line between two boxes with a mark and words at each end; its `tail` and `head` are not
    used. A dashed line is one of `line="dotted"`."""

    tail_mark: Mark = "none"
    head_mark: Mark = "none"
    tail_text: str = ""
    head_text: str = ""
