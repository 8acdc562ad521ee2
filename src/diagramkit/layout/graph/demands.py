"""What the ends of relations need: a straight run for mark and words, and room beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diagramkit.geometry import Size
from diagramkit.layout.graph.label import Label, edge_label
from diagramkit.layout.graph.marks import extent
from diagramkit.layout.graph.plan import Link
from diagramkit.layout.graph.record import Mark, Relation
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart
from diagramkit.theme.model import Theme

CLEAR = 4.0
"""From a mark to the words beside it, and from words to the border and to the next line."""

BESIDE = 6.0
"""From a line that runs up or down to the words beside its end."""
LEAST = 16.0
"""What an end without mark and words takes of its side."""

End = tuple[int, bool]
"""An edge by its place in the chart, and whether its tail is meant."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What one end of a line needs: a straight `run` to the border, and the width `beside` it
    that no other end may take."""

    run: float = 0
    beside: float = 0


@dataclass(frozen=True, slots=True)
class Demands:
    """The demands of a chart's ends, and the words of those that have any.

    Charts without relations have none, and are laid out as ever.
    """

    words: dict[End, Label] = field(default_factory=dict)
    ends: dict[End, Demand] = field(default_factory=dict)

    @classmethod
    def of(cls, chart: Flowchart, theme: Theme, *, compact: bool, vertical: bool) -> Demands:
        """`vertical`: lines run down, so that words stand right of them; else above."""
        found = cls()
        for index, edge in enumerate(chart.edges):
            for tail in (True, False) if isinstance(edge, Relation) else ():
                mark, text = end_of(edge, tail=tail)
                if text.strip():
                    label = edge_label(theme, text, accent=False, compact=compact)
                    found.words[index, tail] = label
                size = found.words[index, tail].size if text.strip() else Size(0, 0)
                found.ends[index, tail] = _demand(mark, size, theme, vertical)
        return found

    def __bool__(self) -> bool:
        return bool(self.ends)

    @property
    def widest(self) -> float:
        """The widest of the ends without words."""
        bare = (demand.beside for end, demand in self.ends.items() if end not in self.words)
        return max(bare, default=0.0)

    def beside(self, index: int, *, tail: bool) -> float:
        """The width that an end takes on its side; 0 where the theme's distance will do."""
        demand = self.ends.get((index, tail))
        return demand.beside if demand else 0.0

    def runs(self, links: Iterable[Link]) -> tuple[float, float]:
        """The longest runs at the upstream ends of links, and at the downstream ones."""
        first = last = 0.0
        for link in links:
            for tail in (True, False):
                run = self.ends.get((link.index, tail), Demand()).run
                if tail != link.backward:
                    first = max(first, run)
                else:
                    last = max(last, run)
        return first, last


def end_of(edge: Edge, *, tail: bool) -> tuple[Mark, str]:
    """The mark and the words at an end of a relation."""
    assert isinstance(edge, Relation)
    return (edge.tail_mark, edge.tail_text) if tail else (edge.head_mark, edge.head_text)


def offset(mark: Mark, theme: Theme, *, vertical: bool) -> float:
    """From a line to the words beside its end."""
    aside = extent(mark, theme)[1] / 2 + CLEAR
    return max(BESIDE, aside) if vertical else aside


def _demand(mark: Mark, words: Size, theme: Theme, vertical: bool) -> Demand:
    length, width = extent(mark, theme)
    along, across = (words.height, words.width) if vertical else words
    if not across:
        return Demand(length, max(theme.spacing.parallel, width + CLEAR) if width else 0.0)
    # No further from their own line than from the next one.
    beside = 2 * offset(mark, theme, vertical=vertical) + across
    return Demand(max(length, along + CLEAR), max(theme.spacing.parallel, beside))


def is_shared(edge: Edge) -> bool:
    """Whether a relation may share a trunk with its like: one end has a plain mark, the other
    none, and neither has words. Everything else would say of all what is said of one."""
    if not isinstance(edge, Relation):
        return True
    marks = {edge.tail_mark, edge.head_mark} - {"none"}
    plain = marks <= {"triangle", "arrow", "diamond", "filled-diamond"} and len(marks) == 1
    one_sided = "none" in (edge.tail_mark, edge.head_mark)
    return plain and one_sided and not (edge.tail_text.strip() or edge.head_text.strip())


def room_for_ends(
    chart: Flowchart, links: Iterable[Link], styles: Sequence[str], demands: Demands
) -> dict[str, float]:
    """How long the sides of each box have to be for the ends on them; those that share a trunk
    count once."""
    sides: dict[tuple[str, bool], dict[str, float]] = {}
    for link in links:
        edge = chart.edges[link.index]
        for tail, name in ((True, edge.source), (False, edge.target)):
            side = sides.setdefault((name, tail != link.backward), {})
            beside = demands.beside(link.index, tail=tail) or LEAST
            side[styles[link.index]] = max(beside, side.get(styles[link.index], 0.0))
    needs: dict[str, float] = {}
    for (name, _), side in sides.items():
        needs[name] = max(needs.get(name, 0.0), max(side.values()) * (len(side) + 0.5))
    return needs
