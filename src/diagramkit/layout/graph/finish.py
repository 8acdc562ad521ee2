"""A chart whose levels are joined, and what is known of it while the last passes go over it."""

from __future__ import annotations

from dataclasses import dataclass, field

from diagramkit.layout.graph.edge_labels import place_labels
from diagramkit.layout.graph.effort import WORK
from diagramkit.layout.graph.first_ways import mend
from diagramkit.layout.graph.label_room import Room
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.streets import Streets
from diagramkit.layout.graph.tree import Tree
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme


@dataclass(slots=True)
class Finish:
    """A page, where the words of its lines stand, and, from then on, what is in the way where."""

    page: Page
    chart: Flowchart
    tree: Tree
    theme: Theme
    left: int = WORK
    """The work that the chart is still worth."""
    spots: dict[int, Spot] = field(default_factory=dict)
    streets: Streets = field(init=False)

    def place_words(self) -> None:
        """Mend lines that are askew, then find a place for the words of every line."""
        room = Room(self.page, self.chart, self.theme)
        mend(self.page, self.chart, self.tree, self.theme, room, self.left)
        self.spots = place_labels(self.page, self.chart, self.theme, room)
        self.streets = Streets(self.page, self.chart, self.theme, room)
