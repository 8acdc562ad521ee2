"""What a Cynefin framework says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.mermaid.titles import Chart

Domain = Literal["complex", "complicated", "clear", "chaotic", "confusion"]


@dataclass(frozen=True, slots=True)
class Transition:
    """A way from one domain to another."""

    source: Domain
    target: Domain
    label: str = ""


@dataclass(frozen=True, slots=True)
class Cynefin(Chart):
    """A whole framework: what stands in each domain, in source order, and ways between them.

    `critical` holds the words that `%% diagram: critical A` names.
    """

    items: tuple[tuple[Domain, str], ...] = ()
    transitions: tuple[Transition, ...] = ()
    critical: frozenset[str] = frozenset()

    def of(self, domain: Domain) -> list[str]:
        """What stands in a domain."""
        return [words for place, words in self.items if place == domain]
