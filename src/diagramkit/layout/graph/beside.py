"""What some kinds add to a graph: notes beside boxes, regions within groups, lanes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from diagramkit.layout.graph.plan import Link
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


@dataclass(frozen=True, slots=True)
class Lane(Group):
    """A group across the whole drawing, which lines between others may run through."""


def hanging(
    boxes: Iterable[Beside], children: Sequence[str], links: Sequence[Link], marks: Container[str]
) -> list[Beside]:
    """The boxes of a level that can hang from their hosts.

    None hangs from one of `marks`, which are too small for it, nor from a box that is joined to
    itself alone: the engine keeps no room free there.
    """
    inside = set(children)
    own = [box for box in boxes if {box.id, box.host} <= inside and box.host not in marks]
    names = {box.id for box in own}
    others = [link for link in links if not names & {link.source, link.target}]
    tied = {
        end for link in others if link.source != link.target for end in (link.source, link.target)
    }
    alone = {link.source for link in others if link.source == link.target} - tied
    return [box for box in own if box.host not in alone]
