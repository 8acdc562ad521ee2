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
for aggregation and composition, a half circle for a provided interface, and four crow's feet."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a compartment: its cells stand in columns below those of the other rows.

    A `static` row is underlined.
    """

    cells: tuple[str, ...]
    is_static: bool = False


@dataclass(frozen=True, slots=True)
class Record(Node):
    """A box whose title (`text`) is followed by compartments, each below a thin rule.

    `kicker` is a line above the title, muted: the annotation of a class, without its guillemets.
    An empty compartment is still ruled off, at least half a line high.
    """

    kicker: str = ""
    compartments: tuple[tuple[Row, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation(Edge):
    """A line between two boxes with a mark and words at each end; its `tail` and `head` are not
    used."""

    tail_mark: Mark = "none"
    head_mark: Mark = "none"
    tail_text: str = ""
    head_text: str = ""
