"""What an agentflow diagram says, before anything is placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diagramkit.mermaid.kinds.flowchart.model import Flowchart

ALIASES = {
    "task": "rounded",
    "tool": "subroutine",
    "input": "lean-right",
    "refdoc": "lin-doc",
    "action": "hexagon",
    "round": "rounded",
}
"""What steps are called, and their shapes; `decision` is one of Mermaid's own names."""


@dataclass(frozen=True, slots=True)
class Agentflow(Flowchart):
    """A whole agentflow diagram: a flowchart whose groups are its flows.

    `details` are what `@{ … }` says of nodes and flows, by their ids and then by key, in the order
    of the source. `connectors` are the nodes that stand for systems outside, `collapsed` the flows
    of which only a box is drawn.
    """

    details: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    connectors: tuple[str, ...] = ()
    collapsed: tuple[str, ...] = ()
