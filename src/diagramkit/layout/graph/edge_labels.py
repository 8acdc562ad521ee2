"""Where the words of an edge stand: beside their own line, on no other, over no box."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from diagramkit.geometry import Point, Rect, Size, crossing, segments
from diagramkit.layout.graph.arcs import is_pointed
from diagramkit.layout.graph.demands import end_of
from diagramkit.layout.graph.end_words import place_end_words
from diagramkit.layout.graph.label_room import TOO_NEAR, Room, cheapest
from diagramkit.layout.graph.marks import extent
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.record import Relation
from diagramkit.layout.graph.shapes import is_decision
from diagramkit.layout.words import Label
from diagramkit.mermaid.kinds.flowchart.model import Edge, Flowchart
from diagramkit.theme.measures import Spacing
from diagramkit.theme.model import Theme

# What a label avoids, by how much it hurts: too short a stretch (by the unit), distance from the
# middle, the side that is not the usual one.
SHORT, OFF_MIDDLE, OTHER_SIDE = 4.0, 20.0, 12.0
FAR = 40.0
"""What another stretch costs than the one where room is kept, or that begins at a decision."""
LONG = 120.0
"""From this length on, words stand near the end of a stretch where room is kept."""
PLACES = (0.5, 0.25, 0.75, 0.0, 1.0)
"""Where on a stretch words are tried, from flush with its start to flush with its end."""
MANY_PLACES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.0, 1.0)
"""The same for words between those at both ends, and the marks, and where the few are taken."""


def place_labels(page: Page, chart: Flowchart, theme: Theme, room: Room) -> dict[int, Spot]:
    """Find a place for the label of every routed edge.

    Words that the layout has placed as a block stay there. For the others, in source order:
    along a horizontal stretch the words are centred above the line, then below; along a vertical
    one they stand to its right, then to its left. The middle of a long stretch that no other
    edge shares is best; the labels of a decision keep near its tip.

    Pre: every edge has its route, which `room` knows of.
    Post: `room` knows of the words.
    """
    if not page.edge_labels and not page.end_labels:
        return {}
    place_end_words(page, chart, theme, room)
    spots = {index: room.reserved(index) for index in page.spots}
    for index, spot in spots.items():
        room.put(index, spot.rect)
    decisions = {node.id for node in chart.nodes if is_decision(node.shape)}
    for index, words in page.edge_labels.items():
        route = page.routes.get(index, [])
        if index in spots or len(route) < 2:
            continue
        near = chart.edges[index].source in decisions
        spots[index] = _place(page, chart.edges[index], index, words, theme, room, near)
        room.put(index, spots[index].rect)
    return spots


def _place(
    page: Page, edge: Edge, index: int, words: Label, theme: Theme, room: Room, near: bool
) -> Spot:
    """The best place for the words of an edge, of many where the few are taken; where those are
    taken too, between the frames that the edge passes."""
    route, ends, host = page.routes[index], _Ends.of(edge, theme), page.hosts.get(index)
    many = ends._replace(places=MANY_PLACES)
    tries = ((route, host, ends), (route, host, many), (_cut(route, room), None, many))
    for way, kept, tried in tries:
        candidates = list(_spots(way, words, theme, kept, near, tried))
        if edge.source == edge.target:
            middle = page.rects[edge.source].center
            outside = [spot for spot in candidates if _is_outside(spot, route, middle)]
            candidates = outside or candidates
        spot = cheapest(candidates, room, index, theme.spacing.label_rise)
        if spot.cost < TOO_NEAR:
            break
    return spot


def _cut(route: list[Point], room: Room) -> list[Point]:
    """A route with the places where it passes frames among its points."""
    points = route[:1]
    for start, end in segments(route):
        frames = room.frames.near(Rect.between(start, end))
        hits = [hit for _, a, b in frames if (hit := crossing(start, end, a, b))]
        points += sorted(hits, key=start.distance)
        points.append(end)
    return points


def spots_along(
    route: list[Point], edge: Edge, words: Label, theme: Theme, near: bool
) -> list[Spot]:
    """The places for the words of an edge along a route, with what they cost by themselves.
    `near`: they should stand near its start."""
    ends = _Ends.of(edge, theme)._replace(places=MANY_PLACES)
    return list(_spots(route, words, theme, None, near, ends))


def _is_outside(spot: Spot, loop: list[Point], middle: Point) -> bool:
    """Whether a place lies beyond a loop, seen from the middle of its box."""
    return not Rect.bounding(loop).grown(2).overlaps(spot.rect) and all(
        spot.rect.center.distance(middle) > point.distance(middle) for point in loop
    )


class _Ends(NamedTuple):
    """How long the marks at the tail and the head of an edge are, and from which length of a
    stretch on its words stand near an end; and where on a stretch they are tried."""

    foot: float
    head: float
    long: float
    places: tuple[float, ...] = PLACES

    @classmethod
    def of(cls, edge: Edge, theme: Theme) -> _Ends:
        """The ends of an edge. The words of a relation are about both of them alike."""
        if isinstance(edge, Relation):
            marks = (end_of(edge, tail=tail)[0] for tail in (True, False))
            foot, head = (extent(mark, theme)[0] for mark in marks)
            return cls(foot, head, math.inf, MANY_PLACES)
        head = theme.edge.head.main[0] + theme.edge.tip_gap
        return cls(head if is_pointed(edge, tail=True) else 0.0, head, LONG)


def _spots(
    route: list[Point],
    words: Label,
    theme: Theme,
    last_kept: bool | None,
    near: bool,
    ends: _Ends,
) -> Iterator[Spot]:
    size, spacing = words.size, theme.spacing
    for place, (start, end) in enumerate(segments(route)):
        foot, head = ends.foot * (place == 0), ends.head * (place == len(route) - 2)
        horizontal = abs(start.y - end.y) < 0.01
        need = size.width if horizontal else size.height
        span = abs(end.x - start.x) + abs(end.y - start.y) - foot - head
        # Words that are longer than their stretch still go there when nothing better is free.
        short = max(0.0, need + spacing.label_clear - span)
        for share in ends.places:
            at = _along(start, end, share, near, need, spacing.label_clear, foot, head)
            away = OFF_MIDDLE * abs(
                share - (0.5 if last_kept is None or span < ends.long else last_kept)
            )
            if last_kept is None:
                first = place * (FAR if near else 2.0)
            else:
                first = 0.0 if place == (len(route) - 2 if last_kept else 0) else FAR
            for side, penalty in ((1, 0.0), (-1, OTHER_SIDE)):
                cost = short * SHORT + away + penalty + first - min(span, 300) / 50
                yield _spot(at, size, side, horizontal, spacing, cost)


def _along(
    start: Point,
    end: Point,
    share: float,
    near: bool,
    need: float,
    clear: float,
    foot: float,
    head: float,
) -> Point:
    """The middle of the words on a stretch; beside its start for a decision.

    `share` 0 and 1 are flush with the ends, `clear` from the corner or from the marks there,
    which are `foot` and `head` long.
    """
    total = start.distance(end)
    if not total:
        return start
    low = foot + clear + need / 2
    high = total - (head + clear / 2 if head else clear) - need / 2
    part = low + (high - low) * share if low < high else (total + foot - head) / 2
    if near and share == 0.5:
        part = min(part, low)
    return Point(
        start.x + (end.x - start.x) * part / total, start.y + (end.y - start.y) * part / total
    )


def _spot(
    at: Point, size: Size, side: int, horizontal: bool, spacing: Spacing, cost: float
) -> Spot:
    rise, beside = spacing.label_rise, spacing.label_side
    (x, y), (width, height) = at, size
    if horizontal:
        # The baseline is `rise` over the line; the descenders take about a third of that.
        top = y - rise + 3 - height if side > 0 else y + rise - 3
        return Spot(Rect(x - width / 2, top, width, height), x, "middle", cost)
    left = x + beside if side > 0 else x - beside - width
    rect = Rect(left, y - height / 2, width, height)
    if side > 0:
        return Spot(rect, left, "start", cost)
    return Spot(rect, left + width, "end", cost)
