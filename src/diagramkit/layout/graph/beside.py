"""What state and class diagrams add to a graph: notes beside boxes, regions within groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.kinds.flowchart.model import Group, Node


@dataclass(frozen=True, slots=True)
class Beside(Node):
    """A box that stands beside another one of its level, its `host`, across the flow.

    One edge alone joins the two. `side` is meant for a flow that runs down; where it runs
    sideways, `left` is above.
    """

    host: str = ""
    side: Literal["left", "right"] = "right"


@dataclass(frozen=True, slots=True)
class Region(Group):
    """A group without title and frame: dashed lines part it from those beside it.

    A group that holds one holds regions alone.
    """
