"""What a pie chart says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Location
from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the whole. `value` is 0 or more; no two slices have one label."""

    label: str
    value: float
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Pie(Chart):
    """A whole pie chart, in source order.

    `shows_values` is `showData`. `critical` holds the labels that `%% diagram: critical A` names.
    """

    slices: tuple[Slice, ...] = ()
    shows_values: bool = False
    critical: frozenset[str] = frozenset()

    @property
    def total(self) -> float:
        """The sum of all values."""
        return sum(part.value for part in self.slices)
