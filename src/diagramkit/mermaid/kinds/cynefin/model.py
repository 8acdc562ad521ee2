"""What a Cynefin framework says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Domain = Literal["complex", "complicated", "clear", "chaotic", "confusion"]


@dataclass(frozen=True, slots=True)
class Transition:
    """A way from one domain to another."""

    source: Domain
    target: Domain
    label: str = ""


@dataclass(frozen=True, slots=True)
class Cynefin:
    """A whole framework: what stands in each domain, in source order, and ways between them.

    `critical` holds the words that `%% diagram: critical A` names. `heading` is the title that the
    source writes, which stands above the chart; `title` is its name for readers who cannot see it.
    """

    items: tuple[tuple[Domain, str], ...] = ()
    transitions: tuple[Transition, ...] = ()
    critical: frozenset[str] = frozenset()
    title: str = ""
    description: str = ""
    heading: str = ""

    def of(self, domain: Domain) -> list[str]:
        """What stands in a domain."""
        return [words for place, words in self.items if place == domain]
