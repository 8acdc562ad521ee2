"""What a Venn diagram says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.kinds.flowchart.model import Style
from diagramkit.mermaid.titles import Chart

Members = tuple[str, ...]
"""The ids of sets, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a region, with their own id."""

    id: str
    text: str
    style: Style = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A set (one member), or what several sets share; `size` is what its area stands for."""

    members: Members
    label: str
    size: float
    words: tuple[Words, ...] = ()
    style: Style = ()


@dataclass(frozen=True, slots=True)
class Venn(Chart):
    """A whole Venn diagram, in source order; a region has sets that are regions too.

    `critical` holds the ids of sets and words, and labels, that `%% diagram: critical A` names.
    """

    regions: tuple[Region, ...] = ()
    critical: frozenset[str] = frozenset()

    @property
    def sets(self) -> tuple[Region, ...]:
        return tuple(region for region in self.regions if len(region.members) == 1)
