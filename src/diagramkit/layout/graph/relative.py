"""Charts whose author says which box stands beside, above or below which: as ranks and orders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diagramkit.mermaid.kinds.flowchart.model import Direction, Edge, Flowchart

Way = tuple[int, int]
"""Where the target of a line stands as seen from its source: to the right (1) or left (-1), and
below (1) or above (-1); 0 where nothing is said."""

MOSTLY = 2
"""From how many level lines to one upright line on a chart runs across."""


def beside(
    chart: Flowchart,
    ways: Sequence[Way],
    more: Iterable[tuple[str, str, Way]] = (),
    direction: Direction | None = None,
) -> Flowchart:
    """The chart with its lines turned along the flow, and hints for those across it.

    Args:
        chart: boxes and lines.
        ways: one for each line; (0, 0) leaves it to the layout.
        more: boxes that stand so without a line between them.
        direction: how the chart runs, `TB` or `LR`; None for down, or for
            across where most lines run so.
    """
    level, upright = sum(not y for x, y in ways if x), sum(y != 0 for _, y in ways)
    flow = direction or ("LR" if level and level >= MOSTLY * upright else "TB")
    along = 0 if flow == "LR" else 1
    edges = [
        _turned(edge) if way[along] < 0 else edge
        for edge, way in zip(chart.edges, ways, strict=True)
    ]
    same, order = list(chart.hints.same_rank), list(chart.hints.order)
    joined = [(one.source, one.target, way) for one, way in zip(chart.edges, ways, strict=True)]
    for source, target, way in (*joined, *more):
        if not way[along] and way[1 - along] and source != target:
            same.append((source, target))
            order.append((source, target) if way[1 - along] > 0 else (target, source))
    for source, target, way in more:
        if way[along]:
            edges.append(Edge(source, target, line="invisible"))
    hints = replace(chart.hints, same_rank=tuple(same), order=tuple(order)).either_way()
    return replace(chart, direction=flow, edges=tuple(edges), hints=hints)


def _turned(edge: Edge) -> Edge:
    return replace(edge, source=edge.target, target=edge.source, tail=edge.head, head=edge.tail)
