"""Where the words of an edge stand: beside their own line, on no other, over no box."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size, segments
from diagramkit.layout.graph.label import Label
from diagramkit.layout.graph.page import Page
from diagramkit.layout.graph.shapes import is_decision
from diagramkit.layout.graph.tiles import Tiles
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.scene import Anchor
from diagramkit.theme.measures import Spacing
from diagramkit.theme.model import Theme

# What a label avoids, by how much it hurts: boxes, titles and other labels, foreign lines,
# nearness to a foreign line, too short a stretch (by the unit), distance from the middle.
HIT_BOX, HIT_LINE, NEAR, SHORT, OFF_MIDDLE, OTHER_SIDE = 1000.0, 400.0, 120.0, 4.0, 20.0, 12.0
FAR = 40.0
"""What another stretch costs than the one where room is kept, or that begins at a decision."""
LONG = 120.0
"""From this length on, words stand near the end of a stretch where room is kept."""
PLACES = (0.5, 0.25, 0.75, 0.0, 1.0)
"""Where on a stretch words are tried, from flush with its start to flush with its end."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label: its room, and where its lines are anchored."""

    rect: Rect
    x: float
    anchor: Anchor
    cost: float = 0.0


def place_labels(page: Page, chart: Flowchart, theme: Theme) -> dict[int, Spot]:
    """Find a place for the label of every routed edge.

    Words that the layout has placed as a block stay there. For the others, in source order:
    along a horizontal stretch the words are centred above the line, then below; along a vertical
    one they stand to its right, then to its left. The middle of a long stretch that no other
    edge shares is best; the labels of a decision keep near its tip.

    Pre: every edge has its final route.
    """
    if not page.edge_labels:
        return {}
    room = _Room(page, chart, theme)
    spots = {index: room.reserved(index) for index in page.spots}
    for spot in spots.values():
        room.take(spot)
    decisions = {node.id for node in chart.nodes if is_decision(node.shape)}
    for index, words in page.edge_labels.items():
        route = page.routes.get(index, [])
        if index in spots or len(route) < 2:
            continue
        near = chart.edges[index].source in decisions
        candidates = list(_spots(route, words, theme, page.hosts.get(index), near))
        if chart.edges[index].source == chart.edges[index].target:
            middle = page.rects[chart.edges[index].source].center
            outside = [spot for spot in candidates if _is_outside(spot, route, middle)]
            candidates = outside or candidates
        spots[index] = _best(candidates, room, index)
        room.take(spots[index])
    return spots


def _best(candidates: Iterable[Spot], room: _Room, index: int) -> Spot:
    """The cheapest place. What it would hit is only asked where that can still decide."""
    best: Spot | None = None
    least = math.inf
    for spot in sorted(candidates, key=lambda spot: spot.cost):
        if spot.cost >= least:
            break
        cost = room.cost(spot, index)
        if cost < least:
            best, least = spot, cost
    assert best is not None
    return best


class _Room:
    """What is on the page, ready to be asked what a label would hit."""

    def __init__(self, page: Page, chart: Flowchart, theme: Theme) -> None:
        self.page, self.spacing = page, theme.spacing
        groups = {group.id for group in chart.groups}
        self.boxes: Tiles[Rect] = Tiles()
        self.lines: Tiles[tuple[int, Point, Point]] = Tiles()
        for name, rect in page.rects.items():
            if name not in groups:
                self.boxes.add(rect, rect)
                continue
            title = page.title_room(name, theme)
            self.boxes.add(title, title)
            corners = rect.corners
            for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
                self._line(-1, start, end)
        for index, route in page.routes.items():
            for start, end in segments(route):
                self._line(index, start, end)

    def _line(self, owner: int, start: Point, end: Point) -> None:
        self.lines.add(Rect.bounding([start, end]), (owner, start, end))

    def take(self, spot: Spot) -> None:
        """Count a label among the boxes."""
        self.boxes.add(spot.rect, spot.rect)

    def reserved(self, index: int) -> Spot:
        """The spot of words that were placed as a block, at the side of their line."""
        block, words = self.page.spots[index], self.page.edge_labels[index].size
        route = self.page.routes[index]
        center = block.center
        if any(_runs_along(a, b, block) for a, b in segments(route)):
            rect = Rect(block.right - words.width, center.y - words.height / 2, *words)
            return Spot(rect, rect.x, "start")
        rect = Rect(center.x - words.width / 2, block.y, *words)
        return Spot(rect, center.x, "middle")

    def cost(self, spot: Spot, index: int) -> float:
        """What a place costs: what it hits, and what it is short of."""
        clear = self.spacing.label_clear / 2
        near = spot.rect.grown(clear)
        cost = spot.cost
        cost += sum(HIT_BOX for box in self.boxes.near(near) if box.overlaps(near))
        wide = spot.rect.grown(clear + self.spacing.label_rise)
        close = spot.rect.grown(2)
        for owner, start, end in self.lines.near(wide):
            if close.crossed_by(start, end):
                cost += HIT_LINE
            elif owner not in (index, -1) and wide.crossed_by(start, end):
                cost += NEAR
        return cost


def _runs_along(start: Point, end: Point, block: Rect) -> bool:
    """Whether a piece of line runs down the left side of a block of words."""
    return (
        start.x == end.x
        and abs(start.x - block.x) <= 6
        and min(start.y, end.y) <= block.center.y <= max(start.y, end.y)
    )


def _is_outside(spot: Spot, loop: list[Point], middle: Point) -> bool:
    """Whether a place lies beyond a loop, seen from the middle of its box."""
    return not Rect.bounding(loop).grown(2).overlaps(spot.rect) and all(
        spot.rect.center.distance(middle) > point.distance(middle) for point in loop
    )


def _spots(
    route: list[Point], words: Label, theme: Theme, last_kept: bool | None, near: bool
) -> Iterator[Spot]:
    size, spacing = words.size, theme.spacing
    head = theme.edge.head.main[0] + theme.edge.tip_gap
    for place, (start, end) in enumerate(segments(route)):
        last = place == len(route) - 2
        horizontal = abs(start.y - end.y) < 0.01
        need = size.width if horizontal else size.height
        span = abs(end.x - start.x) + abs(end.y - start.y) - (head if last else 0)
        # Words that are longer than their stretch still go there when nothing better is free.
        short = max(0.0, need + spacing.label_clear - span)
        for share in PLACES:
            at = _along(start, end, share, near, need, spacing.label_clear, head if last else 0)
            away = OFF_MIDDLE * abs(
                share - (0.5 if last_kept is None or span < LONG else last_kept)
            )
            if last_kept is None:
                first = place * (FAR if near else 2.0)
            else:
                first = 0.0 if place == (len(route) - 2 if last_kept else 0) else FAR
            for side, penalty in ((1, 0.0), (-1, OTHER_SIDE)):
                cost = short * SHORT + away + penalty + first - min(span, 300) / 50
                yield _spot(at, size, side, horizontal, spacing, cost)


def _along(
    start: Point, end: Point, share: float, near: bool, need: float, clear: float, head: float
) -> Point:
    """The middle of the words on a stretch; beside its start for a decision.

    `share` 0 and 1 are flush with the ends, `clear` from the corner or the head.
    """
    total = start.distance(end)
    if not total:
        return start
    low, high = clear + need / 2, total - head - clear / 2 - need / 2
    part = low + (high - low) * share if low < high else (total - head) / 2
    if near and share == 0.5:
        part = min(part, low)
    return Point(
        start.x + (end.x - start.x) * part / total, start.y + (end.y - start.y) * part / total
    )


def _spot(
    at: Point, size: Size, side: int, horizontal: bool, spacing: Spacing, cost: float
) -> Spot:
    rise, beside = spacing.label_rise, spacing.label_side
    if horizontal:
        # The baseline is `rise` over the line; the descenders take about a third of that.
        top = at.y - rise + 3 - size.height if side > 0 else at.y + rise - 3
        return Spot(Rect(at.x - size.width / 2, top, *size), at.x, "middle", cost)
    left = at.x + beside if side > 0 else at.x - beside - size.width
    x = left if side > 0 else left + size.width
    rect = Rect(left, at.y - size.height / 2, *size)
    return Spot(rect, x, "start" if side > 0 else "end", cost)
