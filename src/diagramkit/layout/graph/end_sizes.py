"""Boxes as large as the lines that end on their sides need."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from diagramkit.geometry import Size
from diagramkit.layout.graph import loops
from diagramkit.layout.graph.arcs import words_room
from diagramkit.layout.graph.demands import Demands, loops_of
from diagramkit.layout.graph.flow import Flow
from diagramkit.layout.graph.plan import Link
from diagramkit.layout.graph.sizes import widen
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.theme.model import Theme


def for_relations(sizes: dict[str, Size], demands: Demands, flow: Flow, theme: Theme) -> None:
    """Make boxes large enough for the marks and words of relations on every side.

    Pre: `demands` are settled.
    """
    widen(sizes, demands.needs, 2 * theme.page.grid, vertical=flow.vertical)


def for_loops(
    sizes: dict[str, Size],
    links: Sequence[Link],
    demands: Demands,
    labels: Mapping[int, Label],
    flow: Flow,
    fixed: Container[str],
    theme: Theme,
) -> None:
    """Make boxes long enough for their loops one after the other, with what stands at their
    ends. The words of a single loop may reach beyond its box. Those in `fixed` stay as they are.
    """
    words = {index: words_room(label, flow, theme) for index, label in labels.items()}
    lengths = {
        name: loops.length(own)
        for name, own in loops_of(links, demands, words, theme).items()
        if name in sizes and name not in fixed and (demands or len(own) > 1)
    }
    widen(sizes, lengths, 2 * theme.page.grid, vertical=not flow.vertical)


def for_edges(
    sizes: dict[str, Size],
    chart: Flowchart,
    styles: Sequence[str],
    fixed: Container[str],
    theme: Theme,
) -> None:
    """Make boxes high enough for the lines that end apart on one side, where the flow is sideways;
    below each other they find room on any box. Those in `fixed` stay as they are."""
    sides: dict[tuple[str, bool], set[str]] = {}
    for edge, style in zip(chart.edges, styles, strict=True):
        sides.setdefault((edge.source, True), set()).add(style)
        sides.setdefault((edge.target, False), set()).add(style)
    for (name, _), found in sides.items():
        need = theme.spacing.parallel * (len(found) + 1)
        if name not in fixed:
            widen(sizes, {name: need}, 2 * theme.page.grid, vertical=False)
