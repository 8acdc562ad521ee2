"""What a Sankey diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.titles import Chart

Alignment = Literal["left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True)
class Flow:
    """So much, 0 or more, from one node to another."""

    source: str
    target: str
    value: float
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Sankey(Chart):
    """A whole Sankey diagram, in source order; its flows lead in no circle.

    `prefix` and `suffix` stand around each value. `critical` holds the flows along the paths of
    `%% diagram: critical A --> B`, and `critical_nodes` the nodes that they name.
    """

    nodes: tuple[str, ...] = ()
    flows: tuple[Flow, ...] = ()
    alignment: Alignment = "justify"
    shows_values: bool = True
    prefix: str = ""
    suffix: str = ""
    critical: frozenset[tuple[str, str]] = frozenset()
    critical_nodes: frozenset[str] = frozenset()
