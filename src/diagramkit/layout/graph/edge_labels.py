"""Where the words of an edge stand: beside their own line, on no other, over no box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size, segments
from diagramkit.layout.graph.label import Label
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.sizes import DECISIONS
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.scene import Anchor
from diagramkit.theme.model import Theme

# What a label avoids, by how much it hurts: boxes and other labels, foreign lines, distance.
HIT_BOX, HIT_LABEL, HIT_LINE, SHARED = 1000.0, 1000.0, 400.0, 150.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label: its room, and where its lines are anchored."""

    rect: Rect
    x: float
    anchor: Anchor
    cost: float = 0.0


def place_labels(page: Page, chart: Flowchart, theme: Theme) -> dict[int, Spot]:
    """Find a place for the label of every routed edge, in source order.

    Along a horizontal stretch the words are centred above the line, then below; along a
    vertical one they stand to its right, then to its left. The middle of a long stretch that
    no other edge shares is best; the labels of a decision keep near its tip.

    Pre: every edge has its final route.
    """
    spots: dict[int, Spot] = {}
    groups = {group.id for group in chart.groups}
    boxes = [rect for name, rect in page.rects.items() if name not in groups]
    shapes = {node.id: node.shape for node in chart.nodes}
    for index, words in page.edge_labels.items():
        route = page.routes.get(index)
        if route is None or chart.edges[index].line == "invisible":
            continue
        near = shapes.get(chart.edges[index].source) in DECISIONS
        others = {key: value for key, value in page.routes.items() if key != index}
        taken = [spot.rect for spot in spots.values()]
        spots[index] = min(
            _spots(route, words, theme, near),
            key=lambda spot: _cost(spot, boxes, others, taken, theme, route),
        )
    return spots


def _spots(route: list[Point], words: Label, theme: Theme, near: bool) -> Iterator[Spot]:
    size, spacing = words.size, theme.spacing
    head = theme.edge.head.main[0] + theme.edge.tip_gap
    for place, (start, end) in enumerate(segments(route)):
        last = place == len(route) - 2
        horizontal = abs(start.y - end.y) < 0.01
        need = size.width if horizontal else size.height
        span = abs(end.x - start.x) + abs(end.y - start.y) - (head if last else 0)
        # Words that are longer than their stretch still go there when nothing better is free.
        short = max(0.0, need + spacing.label_clear - span)
        for share in (0.5, 0.25, 0.75):
            at = _along(start, end, share, near, need, spacing.label_clear, head if last else 0)
            away = 0.0 if share == 0.5 else 6.0
            first = place * (40.0 if near else 2.0)
            for side, penalty in ((1, 0.0), (-1, 12.0)):
                cost = short * 4 + away + penalty + first - min(span, 300) / 50
                yield _spot(at, size, side, horizontal, spacing, cost)


def _along(
    start: Point, end: Point, share: float, near: bool, need: float, clear: float, head: float
) -> Point:
    """The middle of the words on a stretch; beside its start for a decision."""
    total = start.distance(end)
    if not total:
        return start
    usable = max(0.0, total - head)
    part = usable * share
    if near and share == 0.5:
        part = min(part, clear + need / 2)
    return Point(
        start.x + (end.x - start.x) * part / total, start.y + (end.y - start.y) * part / total
    )


def _spot(
    at: Point, size: Size, side: int, horizontal: bool, spacing: object, cost: float
) -> Spot:
    rise, beside = getattr(spacing, "label_rise"), getattr(spacing, "label_side")
    if horizontal:
        # The baseline is `rise` over the line; the descenders take about a third of that.
        top = at.y - rise + 3 - size.height if side > 0 else at.y + rise - 3
        return Spot(Rect(at.x - size.width / 2, top, *size), at.x, "middle", cost)
    left = at.x + beside if side > 0 else at.x - beside - size.width
    x = left if side > 0 else left + size.width
    rect = Rect(left, at.y - size.height / 2, *size)
    return Spot(rect, x, "start" if side > 0 else "end", cost)


def _cost(
    spot: Spot,
    boxes: list[Rect],
    others: Mapping[int, list[Point]],
    taken: list[Rect],
    theme: Theme,
    route: list[Point],
) -> float:
    near = spot.rect.grown(theme.spacing.label_clear / 2)
    cost = spot.cost
    cost += sum(HIT_BOX for box in boxes if box.overlaps(near))
    cost += sum(HIT_LABEL for rect in taken if rect.overlaps(near))
    close = spot.rect.grown(2)
    cost += sum(HIT_LINE for a, b in segments(route) if close.crossed_by(a, b))
    for other in others.values():
        for a, b in segments(other):
            if close.crossed_by(a, b):
                cost += HIT_LINE
            elif near.grown(theme.spacing.label_rise).crossed_by(a, b):
                cost += SHARED
    return cost


__all__ = ["Spot", "outline", "place_labels"]
