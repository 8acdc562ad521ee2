"""The distances of a level, for a variant: from the theme, and from what ends need."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.layout.graph.blocks import Gaps, Lanes
from diagramkit.layout.graph.demands import CLEAR, ROOMY
from diagramkit.layout.graph.effort import Meter
from diagramkit.layout.graph.level import Measures
from diagramkit.layout.graph.sizes import Variant
from diagramkit.theme.model import Theme

MAX_RETURNS = 2
"""How many lines may run back between rows; beyond that, the flow runs down instead."""


@dataclass(frozen=True, slots=True)
class Distances:
    """What the distances of all levels of a chart follow from.

    `runs` are the longest straight runs that ends of relations need, upstream and downstream;
    None for a chart without relations. `flush`: boxes with rows begin together. `meter` counts
    what the levels cost.
    """

    theme: Theme
    variant: Variant
    runs: tuple[float, float] | None = None
    flush: bool = False
    meter: Meter = field(default_factory=Meter)

    def measures(self, room: float, *, vertical: bool, has_spine: bool) -> Measures:
        """The distances of a level that is `room` wide at most where the variant folds."""
        spacing, edge = self.theme.spacing, self.theme.edge
        bound = room if self.variant.fold else None
        return Measures(
            self._gaps(vertical=vertical, has_spine=has_spine),
            spacing.rank,
            self._head + edge.lead,
            spacing.gutter,
            None if vertical else bound,
            bound if vertical else None,
            self.theme.budget.rows,
            # Between classes and tables no line means "and so on".
            0 if self.runs else MAX_RETURNS,
        )

    @property
    def _head(self) -> float:
        return self.theme.edge.head.main[0] + self.theme.edge.tip_gap

    def _gaps(self, *, vertical: bool, has_spine: bool) -> Gaps:
        spacing, edge = self.theme.spacing, self.theme.edge
        first, last = self.runs or (0.0, 0.0)
        tight = spacing.spine_compact if self.variant.compact else spacing.spine
        rank = spacing.rank if vertical or not has_spine else tight
        lanes = self._lanes(first, last)
        return Gaps(
            max(rank, first + last + 2 * edge.lead if self.runs else 0),
            spacing.parallel if self.variant.fold else spacing.sibling,
            max(spacing.label_room, first + last + 2 * spacing.label_clear),
            spacing.parallel,
            edge.fan,
            lanes,
            beside=vertical,
            flush=self.flush,
            around=max(lanes.lead, lanes.landing, ROOMY) if self.runs else 0,
            meter=self.meter,
        )

    def _lanes(self, first: float, last: float) -> Lanes:
        spacing, edge = self.theme.spacing, self.theme.edge
        lead = edge.radius + max(edge.lead_corner / 3, first + CLEAR if first else 0)
        landing = edge.radius + max(edge.lead_corner, last + CLEAR if last else 0)
        clear = spacing.label_clear
        return Lanes(
            spacing.parallel,
            lead,
            landing,
            clear + max(clear, lead),
            clear + max(clear / 2 + self._head, landing),
        )
