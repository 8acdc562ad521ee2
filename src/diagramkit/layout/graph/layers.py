"""One level of a chart in layers, by graphlay, in flow coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.geometry import Point, Rect, Size

# graphlay keeps the heavier of two paths straight.
SPINE_WEIGHT = 8.0
MAX_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Room:
    """Space kept free around a block, along and across the flow."""

    before: float = 0
    after: float = 0
    above: float = 0
    below: float = 0

    def widest(self, other: Room) -> Room:
        """On each side the larger of the two."""
        return Room(
            max(self.before, other.before),
            max(self.after, other.after),
            max(self.above, other.above),
            max(self.below, other.below),
        )


NO_ROOM = Room()


@dataclass(frozen=True, slots=True)
class Block:
    """What a level places: a node, a group, or the point where an edge meets the frame.

    `rank` is the layer, counted from 0; `first` and `last` keep to the ends.
    """

    size: Size
    room: Room = NO_ROOM
    rank: int | str | None = None


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge between two blocks of a level; `source` is upstream.

    `index` names it. `source_port` and `target_port` are where on the facing side it attaches,
    from 0 to 1 across the flow; None is up to the engine. `label` is the room for its words in
    flow coordinates. Arcs of the same `style` may share a trunk.
    """

    index: int
    source: str
    target: str
    style: str = ""
    heavy: bool = False
    label: Size | None = None
    source_port: float | None = None
    target_port: float | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Distances in user units: between ranks, between siblings, beside a label, between
    parallel lines; the smallest number of edges that share a trunk; and whether words stand
    beside their line, across the flow, rather than along it."""

    rank: float
    sibling: float
    label: float
    parallel: float
    fan: int
    beside: bool = False


@dataclass(slots=True)
class Level:
    """Placed blocks, routed arcs (by index), the layer of each block, and the rooms of labels
    that were placed like blocks (by index), in flow coordinates."""

    rects: dict[str, Rect] = field(default_factory=dict)
    routes: dict[int, list[Point]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    spots: dict[int, Rect] = field(default_factory=dict)

    @property
    def bounds(self) -> Rect:
        """The rectangle around blocks and routes."""
        corners = [corner for rect in self.rects.values() for corner in rect.corners]
        return Rect.bounding([*corners, *(p for route in self.routes.values() for p in route)])

    def moved(self, dx: float, dy: float) -> Level:
        """The level, `dx` along and `dy` across."""
        return Level(
            {key: rect.moved(dx, dy) for key, rect in self.rects.items()},
            {key: [p.moved(dx, dy) for p in route] for key, route in self.routes.items()},
            self.ranks,
            {key: spot.moved(dx, dy) for key, spot in self.spots.items()},
        )


def layered(blocks: Mapping[str, Block], arcs: Sequence[Arc], gaps: Gaps) -> Level:
    """Place blocks in layers and route the arcs between them.

    Post: no two blocks overlap; every route runs orthogonally from the border of its source to
    the border of its target; heavy arcs are straight wherever the engine can keep them so;
    arcs of one style that leave or enter a block together share a trunk.

    Raises:
        DiagramError: the chart is beyond the engine's limits.
    """
    import graphlay

    if not blocks:
        return Level()
    numbers = {name: index for index, name in enumerate(blocks)}
    splits = _splits(arcs, gaps.fan)
    graph = {
        "nodes": [_node(block) for block in blocks.values()],
        "edges": [_edge(arc, numbers, splits, gaps.beside) for arc in arcs],
    }
    if len(blocks) > MAX_NODES:
        raise DiagramError.single("too-large", f"more than {MAX_NODES} boxes on one level")
    try:
        result = graphlay.layout(graph, options=_options(gaps)).to_dict()
    except graphlay.GraphlayError as error:
        raise DiagramError.single("layout", f"the layout engine refused: {error}") from error
    return _level(result, blocks, arcs)


def _options(gaps: Gaps) -> dict[str, Any]:
    return {
        "direction": "leftright",
        "spacing": {
            "layer_gap": gaps.rank,
            "node_gap": gaps.sibling,
            "dummy_gap": max(gaps.sibling, gaps.parallel),
            "port_gap": gaps.parallel,
            "bundle_lane_gap": gaps.parallel,
            "edge_label_margin": gaps.label,
            "isolated_gap": gaps.sibling,
        },
        "routing": {
            "merge_edges": "both",
            "bundle_parallel": False,
            "centre_ports": "all",
            "lane_gap": gaps.parallel,
        },
        "labels": {"reservation": "always"},
    }


def _node(block: Block) -> dict[str, Any]:
    node: dict[str, Any] = {"size": {"width": block.size.width, "height": block.size.height}}
    if block.room != NO_ROOM:
        node["margin"] = {
            "along_neg": block.room.before,
            "along_pos": block.room.after,
            "cross_neg": block.room.above,
            "cross_pos": block.room.below,
        }
    if block.rank is not None:
        node["rank"] = {"fixed": block.rank} if isinstance(block.rank, int) else block.rank
    return node


def _edge(
    arc: Arc, numbers: Mapping[str, int], splits: set[tuple[str, int]], beside: bool
) -> dict[str, Any]:
    edge: dict[str, Any] = {
        "source": numbers[arc.source],
        "target": numbers[arc.target],
        "weight": SPINE_WEIGHT if arc.heavy else 1.0,
    }
    if arc.label:
        # Room beside a line is kept free at a block: the engine would centre it on the line.
        across = 1.0 if beside else arc.label.height
        edge["label_size"] = {"width": arc.label.width, "height": across}
    for end, side, share in (
        ("source", "right", arc.source_port),
        ("target", "left", arc.target_port),
    ):
        if share is not None:
            # The engine counts from -1 to 1.
            edge[f"{end}_port"] = {"offset": {"side": side, "t": 2 * share - 1}}
        elif (end, arc.index) in splits:
            # A hinted end is left out of the engine's merging.
            edge[f"{end}_port"] = {"side": side}
    return edge


def _splits(arcs: Sequence[Arc], fan: int) -> set[tuple[str, int]]:
    """The ends that must not share a trunk: another style than most at that block's side, or
    fewer than `fan` of them."""
    split: set[tuple[str, int]] = set()
    for end in ("source", "target"):
        counts: dict[str, Counter[str]] = {}
        for arc in arcs:
            counts.setdefault(getattr(arc, end), Counter())[arc.style] += 1
        for arc in arcs:
            styles = counts[getattr(arc, end)]
            common, count = styles.most_common(1)[0]
            if arc.style != common or 1 < count < fan:
                split.add((end, arc.index))
    return split


def _level(result: dict[str, Any], blocks: Mapping[str, Block], arcs: Sequence[Arc]) -> Level:
    rects = {
        name: Rect.around(Point(node["center"]["x"], node["center"]["y"]), block.size)
        for (name, block), node in zip(blocks.items(), result["nodes"], strict=True)
    }
    routes = {
        arc.index: [Point(point["x"], point["y"]) for point in edge["points"]]
        for arc, edge in zip(arcs, result["edges"], strict=True)
    }
    ranks = {name: node["rank"] for name, node in zip(blocks, result["nodes"], strict=True)}
    return Level(rects, routes, ranks)
