"""Connectors of a placed figure: which sides they take, which ports, which way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from diagramkit.figure.check import Link
from diagramkit.figure.names import SIDES, Side
from diagramkit.geometry import Point, Rect
from diagramkit.layout.figure.node import Node
from diagramkit.layout.figure.obstacles import Obstacles
from diagramkit.layout.route.field import Way
from diagramkit.layout.route.ways import STEP, Lanes, Port, detours, ways
from diagramkit.theme.model import Theme

WireRole = Literal["main", "side", "dashed", "accent"]
OPPOSITE: dict[Side, Side] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}
LEVEL = ("left", "right")
SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where between two boxes the middle stretch of a way is tried."""
ASIDE, MOST_ASIDE = 12.0, 6
"""How far from each other lanes beside both boxes are tried, and how many."""


@dataclass(eq=False)
class Wire:
    """A connector between two nodes: its look, the sides and ports it takes, its route."""

    key: str
    link: Link
    source: Node
    target: Node
    role: WireRole
    sides: tuple[Side, Side] = ("right", "left")
    ports: tuple[Point, Point] = (Point(0, 0), Point(0, 0))
    points: list[Point] = field(default_factory=list)
    trunk: str = ""
    """Wires with the same trunk share the stretch that they have in common."""

    @property
    def ends(self) -> tuple[Node, Node]:
        return (self.source, self.target)


def wires_of(links: Iterable[Link], nodes: dict[int, Node]) -> list[Wire]:
    """The connectors between nodes, in the order of the source."""
    counts: defaultdict[str, int] = defaultdict(int)
    made: list[Wire] = []
    for link in links:
        source, target = (_bearer(nodes[id(end.part)]) for end in (link.source, link.target))
        pair = f"{source.path}->{target.path}"
        wire = Wire(f"edge:{pair}:{counts[pair]}", link, source, target, _role(link, target))
        counts[pair] += 1
        made.append(wire)
    return made


def _bearer(node: Node) -> Node:
    """The node that a connector ends at: of a single cell the cell."""
    alone = not node.IS_FRAME and len(node.children) == 1 and node.children[0].IS_BOX
    return node.children[0] if alone else node


def _role(link: Link, target: Node) -> WireRole:
    if link.critical:
        return "accent"
    if link.written.line == "dashed":
        return "dashed"
    is_side = link.written.role in ("secondary", "note") or target.role == "note"
    return "side" if is_side else "main"


def route_all(wires: Sequence[Wire], obstacles: Obstacles, theme: Theme) -> None:
    """Give every wire its route: sides, then ports, then the ways, straight ones first."""
    for wire in wires:
        wire.sides = _sides(wire, obstacles, theme)
    _ports(wires, theme)
    for wire in sorted(wires, key=_difficulty):
        wire.points = _route(wire, wires, obstacles, theme)
        obstacles.field.add(wire.points, wire)


def _difficulty(wire: Wire) -> tuple[bool, float]:
    a, b = wire.ports
    straight = abs(a.x - b.x) < 0.5 or abs(a.y - b.y) < 0.5
    return (not straight, abs(a.x - b.x) + abs(a.y - b.y))


def _sides(wire: Wire, obstacles: Obstacles, theme: Theme) -> tuple[Side, Side]:
    """The sides that the simplest free way takes; those that the source names are kept."""
    named = wire.link.source.side, wire.link.target.side
    if named[0] and named[1]:
        return named[0], named[1]
    choices = [
        (one, two)
        for one in ((named[0],) if named[0] else SIDES)
        for two in ((named[1],) if named[1] else SIDES)
    ]
    a, b = wire.source.rect, wire.target.rect
    axis, facing = common_axis(wire.source, wire.target), _facing(a, b)
    ranked = sorted((_bias(wire, pair, axis, facing), pair) for pair in choices)
    if wire.link.written.route == "straight":
        return ranked[0][1]
    starts = {side: port(a, side, 0.5) for side in SIDES}
    stops = {side: port(b, side, 0.5) for side in SIDES}
    best, least = ranked[0][1], float("inf")
    for bias, pair in ranked:
        start, stop = starts[pair[0]], stops[pair[1]]
        # No way is shorter than this.
        if bias + abs(start.x - stop.x) + abs(start.y - stop.y) >= least:
            continue
        route = _best(wire, (start, stop), pair, (a, b), obstacles, theme)
        cost = bias + route.cost
        if cost < least:
            best, least = pair, cost
    return best


def _bias(wire: Wire, pair: tuple[Side, Side], axis: int | None, facing: set[Side]) -> float:
    """What speaks against a pair of sides before any route is looked at: sides that face away,
    a turn against the direction of the row or column that holds both ends."""
    if wire.link.written.route == "around":
        return {("bottom", "bottom"): 0.0, ("top", "top"): 200.0}.get(pair, 500.0)
    cost = 0.0
    for side, toward in ((pair[0], pair[0]), (pair[1], OPPOSITE[pair[1]])):
        cost += 0.0 if toward in facing else 120.0
        if axis is not None and (side in LEVEL) != (axis == 0):
            cost += 40.0
    return cost


def _facing(a: Rect, b: Rect) -> set[Side]:
    """The sides of `a` that look at `b`."""
    found: set[Side] = set()
    if b.x >= a.right:
        found.add("right")
    if b.right <= a.x:
        found.add("left")
    if b.y >= a.bottom:
        found.add("bottom")
    if b.bottom <= a.y:
        found.add("top")
    return found


def common_axis(a: Node, b: Node) -> int | None:
    """The axis of the innermost row (0) or column (1) that holds two nodes; None for a grid,
    unless they stand in one row or column of it."""
    around = [a, *a.above()]
    inner = next(node for node in (b, *b.above()) if node in around)
    axis = getattr(inner, "AXIS", None)
    if axis is None:
        overlap_y = min(a.rect.bottom, b.rect.bottom) - max(a.rect.y, b.rect.y)
        overlap_x = min(a.rect.right, b.rect.right) - max(a.rect.x, b.rect.x)
        if (overlap_y > 0) != (overlap_x > 0):
            return 0 if overlap_y > 0 else 1
        return None
    return int(axis)


def port(rect: Rect, side: Side, share: float) -> Point:
    """A point on a side; `share` runs from 0 at its left or top to 1."""
    if side in LEVEL:
        return Point(rect.x if side == "left" else rect.right, rect.y + share * rect.height)
    return Point(rect.x + share * rect.width, rect.y if side == "top" else rect.bottom)


def _ports(wires: Sequence[Wire], theme: Theme) -> None:
    """Spread the wires of each side over its middle; those that may share a trunk share a port."""
    groups: defaultdict[tuple[int, Side], list[tuple[Wire, int]]] = defaultdict(list)
    for wire in wires:
        for end in (0, 1):
            groups[id(wire.ends[end]), wire.sides[end]].append((wire, end))
    for (_, side), members in groups.items():
        bundles = _bundles(members)
        rect = members[0][0].ends[members[0][1]].rect
        shares = _shares(len(bundles), rect, side, theme)
        for share, bundle in zip(shares, bundles, strict=True):
            for wire, end in bundle:
                point = port(rect, side, share)
                ports = list(wire.ports)
                ports[end] = point
                wire.ports = (ports[0], ports[1])
                if len(bundle) > 1 and not wire.trunk:
                    wire.trunk = f"{end}:{wire.ends[end].path}:{side}:{share}"
    for wire in wires:
        _straighten(wire, groups)


def _bundles(members: list[tuple[Wire, int]]) -> list[list[tuple[Wire, int]]]:
    """Ends that share a port: all that leave there; those that arrive, by their look."""
    bundles: defaultdict[str, list[tuple[Wire, int]]] = defaultdict(list)
    for wire, end in members:
        heads = wire.link.written.heads
        arrives = (end == 1 and heads in ("end", "both")) or (end == 0 and heads == "start")
        label = wire.link.written.label if arrives else ""
        kind = f"in:{wire.role}:{label}" if arrives else "out"
        if not arrives and wire.link.written.label:
            kind = "out"
        bundles[kind].append((wire, end))

    def place(bundle: list[tuple[Wire, int]]) -> float:
        wire, end = bundle[0]
        level = wire.sides[end] in LEVEL
        others = [one.ends[1 - which].rect.center for one, which in bundle]
        return sum(point.y if level else point.x for point in others) / len(others)

    return sorted(bundles.values(), key=place)


def _shares(count: int, rect: Rect, side: Side, theme: Theme) -> list[float]:
    """Where ports stand on a side: spread over its middle part, at least the distance of
    parallel lines apart where it is long enough."""
    if count == 1:
        return [0.5]
    length = rect.height if side in LEVEL else rect.width
    spread = theme.edge.port_spread
    step = min(spread / (count - 1), max(0.25, theme.spacing.parallel / length))
    step = max(step, min(0.8 / (count - 1), theme.spacing.parallel / length))
    return [0.5 + (index - (count - 1) / 2) * step for index in range(count)]


def _straighten(wire: Wire, groups: dict[tuple[int, Side], list[tuple[Wire, int]]]) -> None:
    """Move the ports of a wire that is alone at one of its ends so that it runs straight."""
    a, b = wire.ports
    if wire.sides[1] != OPPOSITE[wire.sides[0]]:
        return
    axis = 1 if wire.sides[0] in LEVEL else 0
    if abs(a[axis] - b[axis]) < 0.01:
        return
    for end in (0, 1):
        node = wire.ends[end]
        if len(groups[id(node), wire.sides[end]]) > 1:
            continue
        start, length = node.rect[axis], node.rect[2 + axis]
        wanted = wire.ports[1 - end][axis]
        edge = min(12.0, length / 3)
        if start + edge <= wanted <= start + length - edge:
            moved = Point(a.x if axis else wanted, wanted if axis else a.y)
            if end == 1:
                moved = Point(b.x if axis else wanted, wanted if axis else b.y)
            wire.ports = (moved, b) if end == 0 else (a, moved)
            return


def _route(wire: Wire, wires: Sequence[Wire], obstacles: Obstacles, theme: Theme) -> list[Point]:
    a, b = wire.ports
    if wire.link.written.route == "straight":
        return [a, b]
    mates = [one for one in wires if one.trunk == wire.trunk and wire.trunk]
    source = _reach(wire.source.rect, [one.source.rect for one in mates], wire.sides[0])
    target = _reach(wire.target.rect, [one.target.rect for one in mates], wire.sides[1])
    return list(_best(wire, wire.ports, wire.sides, (source, target), obstacles, theme).points)


def _best(
    wire: Wire,
    places: tuple[Point, Point],
    sides: tuple[Side, Side],
    rects: tuple[Rect, Rect],
    obstacles: Obstacles,
    theme: Theme,
) -> Way:
    """The best way for a wire between two places on sides; where it takes the shortest way, it
    turns clear of `rects`."""
    lead = theme.edge.lead_corner + theme.edge.radius
    leads = lead, lead
    gap = _gap(sides, rects)
    if 0 < gap < 2 * lead:
        # Between boxes that are near, the head has the larger part of the room.
        leads = min(lead / 2, gap / 3), min(lead, gap * 2 / 3)
    lanes = _lanes(*rects, lead, obstacles)
    source, target = map(_port, places, sides, rects, leads)
    one, other = map(_port, places, sides, (end.rect for end in wire.ends), leads)
    tiers = (ways(source, target, lanes), detours(one, other, lanes))
    return obstacles.best(tiers, wire)


def _gap(sides: tuple[Side, Side], rects: tuple[Rect, Rect]) -> float:
    """From a side to the one that faces it; 0 for sides that do not face each other."""
    if sides[1] != OPPOSITE[sides[0]]:
        return 0.0
    dx, dy = STEP[sides[0]]
    near, far = port(rects[0], sides[0], 0.5), port(rects[1], sides[1], 0.5)
    return max(0.0, (far.x - near.x) * dx + (far.y - near.y) * dy)


def _port(at: Point, side: Side, rect: Rect, lead: float) -> Port:
    """A place on a side from which a line runs until it is `lead` away from a rectangle."""
    dx, dy = STEP[side]
    beyond = port(rect, side, 0.5)
    return Port(at, dx, dy, lead + (beyond.x - at.x) * dx + (beyond.y - at.y) * dy)


def _lanes(one: Rect, other: Rect, lead: float, obstacles: Obstacles) -> Lanes:
    """Where a line between two boxes may turn: between them, beside both, and beside others."""
    span = one.union(other)
    found: list[list[float]] = []
    for axis in (0, 1):
        first, last = sorted((one, other), key=lambda rect: rect[axis])
        near, far = first[axis] + first[2 + axis], last[axis]
        low, high = span[axis] - lead, span[axis] + span[2 + axis] + lead
        lanes = {*obstacles.channels(axis, span)}
        lanes.update(round(near + share * (far - near)) for share in SHARES if near < far)
        lanes.update(low - ASIDE * place for place in range(MOST_ASIDE))
        lanes.update(high + ASIDE * place for place in range(MOST_ASIDE))
        found.append(sorted(lanes))
    return Lanes(*found)


def _reach(rect: Rect, others: Sequence[Rect], side: Side) -> Rect:
    """A rectangle that reaches as far to a side as the farthest of others: where the trunk of a
    bundle has to be beyond."""
    for other in others:
        if side == "right":
            rect = Rect(rect.x, rect.y, max(rect.right, other.right) - rect.x, rect.height)
        elif side == "left":
            left = min(rect.x, other.x)
            rect = Rect(left, rect.y, rect.right - left, rect.height)
        elif side == "bottom":
            rect = Rect(rect.x, rect.y, rect.width, max(rect.bottom, other.bottom) - rect.y)
        else:
            top = min(rect.y, other.y)
            rect = Rect(rect.x, top, rect.width, rect.bottom - top)
    return rect
