"""One level of a chart in layers, by graphlay, in flow coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Any

from diagramkit.diagnostics import DiagramError
from diagramkit.geometry import Point, Rect, Size, simplified
from diagramkit.layout.graph.blocks import NO_ROOM, Arc, Block, Gaps, Level
from diagramkit.layout.graph.coordinates import set_coordinates
from diagramkit.layout.graph.effort import (
    MOST_PASSED,
    MOST_PLAIN,
    MOST_VERTICES,
    engine_effort,
    is_tangle,
    passed,
)
from diagramkit.layout.graph.flush import set_flush
from diagramkit.layout.graph.grid import Grid
from diagramkit.layout.graph.order import set_order

# graphlay keeps the heavier of two paths straight.
SPINE_WEIGHT = 8.0
PASSING = Block(Size(0.1, 0.1))
"""What stands for a line that passes a rank."""
SKETCH = {
    "coords": {"placement": "brandes_koepf"},
    "routing": {"merge_edges": "none", "centre_ports": "off"},
}
IN_ORDER = {"kick_rounds": 0, "seeds": 1, "sifting_rounds": 0, "sweeps": 0}
"""For what has its place already: the engine looks for no order."""
MAX_NODES = 20_000
MAX_LINES = 500
"""The most lines that may leave or enter one block: the engine's time goes with their square."""


@dataclass(slots=True)
class Layers:
    """Blocks and arcs that are being placed in layers, what is kept between them, and how far that
    has come: the `level`, and the `grid` that decides where blocks stand across the flow; None
    where the engine does."""

    blocks: Mapping[str, Block]
    arcs: Sequence[Arc]
    gaps: Gaps
    level: Level = field(default_factory=Level)
    grid: Grid | None = None
    is_final: bool = False
    """Whether the lines are as the engine leads them for good."""
    passing: int = field(init=False)
    """How many ranks the arcs pass together."""
    splits: set[tuple[str, int]] = field(init=False)
    """The ends that must not share a trunk."""

    def __post_init__(self) -> None:
        self.passing = passed(self.blocks, self.arcs)
        self.splits = _splits(self.arcs, self.gaps.fan)

    @property
    def is_tangle(self) -> bool:
        """Whether there are so many arcs over each other that none of them can be followed."""
        return is_tangle(self.blocks, self.arcs, self.passing)

    def check(self) -> None:
        """Raise what is beyond the engine's limits."""
        ends = (end for arc in self.arcs for end in ((arc.source, True), (arc.target, False)))
        if len(self.arcs) > MAX_LINES and max(Counter(ends).values()) > MAX_LINES:
            raise DiagramError.single("too-large", f"more than {MAX_LINES} lines at one box")
        if len(self.blocks) > MAX_NODES:
            raise DiagramError.single("too-large", f"more than {MAX_NODES} boxes on one level")
        layers = self.gaps.meter.passed
        layers[next(iter(self.blocks), "")] = self.passing
        if (count := sum(layers.values())) > MOST_PASSED:
            message = (
                f"its lines pass {count:,} layers of boxes together, and {MOST_PASSED:,} is the "
                "most: leave out lines, or draw parts of it as figures of their own"
            )
            raise DiagramError.single("too-large", message)

    def sketch(self) -> None:
        """Ranks, order and distances along the flow, by the engine. Places across the flow are its
        own only where no grid is made: for one, a sketch of ranks and order will do."""
        blocks, arcs = self.blocks, self.arcs
        # The engine keeps the room around such a block free only where it is part of it.
        apart = {*blocks} - {end for arc in arcs for end in (arc.source, arc.target)}
        # Where no line passes a rank the engine's own places are as good: one run of it will do.
        is_plain = len(blocks) > MOST_PLAIN and not self.passing
        self.is_final = bool(apart) or self.is_tangle or is_plain
        self.level = self._laid_out(apart, {} if self.is_final else SKETCH)
        is_told = any(block.turn for block in blocks.values())
        if not self.is_final or is_told:
            self.grid = Grid.of(self.level, blocks, arcs, self.gaps)
        if self.grid and len(self.grid.vertices) > MOST_VERTICES:
            self.grid, self.is_final = None, True

    def set_order(self) -> None:
        """Order the ranks of the grid."""
        if self.grid:
            set_order(self.grid)

    def set_places(self) -> None:
        """Give the blocks of the grid their places across the flow."""
        if self.grid:
            set_coordinates(self.grid)

    def set_flush(self) -> None:
        """Let the blocks of a rank begin together where they are to."""
        set_flush(self.level, self.arcs, everywhere=self.gaps.flush)

    def lead(self) -> None:
        """Lines, led by the engine between the places of the grid where there is one."""
        if self.grid:
            self.level = _led(self.grid, self)
        elif not self.is_final:
            self.level = self._laid_out(set(), {})

    def _laid_out(self, apart: set[str], more: Mapping[str, Any]) -> Level:
        nodes = [_node(block, name in apart) for name, block in self.blocks.items()]
        numbers = {name: index for index, name in enumerate(self.blocks)}
        edges = [_edge(arc, numbers, self.splits, self.gaps.beside) for arc in self.arcs]
        result = _engine(nodes, edges, {**self.options(), **more})
        return _level(result, self.blocks, self.arcs, apart)

    def options(self) -> dict[str, Any]:
        """The engine's options."""
        return _options(self.gaps, engine_effort(self.blocks, self.arcs, self.passing))


def _engine(
    nodes: Sequence[dict[str, Any]], edges: Sequence[dict[str, Any]], options: Mapping[str, Any]
) -> dict[str, Any]:
    """What the engine makes of a graph."""
    import graphlay

    try:
        graph = {"nodes": nodes, "edges": edges}
        result: dict[str, Any] = graphlay.layout(graph, options=options).to_dict()
    except graphlay.GraphlayError as error:
        raise DiagramError.single("layout", f"the layout engine refused: {error}") from error
    return result


def _led(grid: Grid, layers: Layers) -> Level:
    """The level with its blocks where the grid has them, and the lines led anew between them."""
    level, blocks, arcs, options = layers.level, layers.blocks, layers.arcs, layers.options()
    middles: dict[int, float] = {}
    for vertex in grid.vertices:
        if vertex.name:
            middles[vertex.rank] = level.rects[vertex.name].center.x
    nodes: list[dict[str, Any]] = []
    for vertex in grid.vertices:
        node = _node(blocks[vertex.name], False) if vertex.name else _node(PASSING, False)
        x = level.rects[vertex.name].center.x if vertex.name else middles[vertex.rank]
        node["rank"] = {"fixed": vertex.rank}
        node["position"] = {"x": x, "y": vertex.y}
        node["pinned"] = True
        nodes.append(node)
    edges: list[dict[str, Any]] = []
    numbers = {vertex.name: number for number, vertex in enumerate(grid.vertices) if vertex.name}
    for arc in arcs:
        whole = _edge(arc, numbers, layers.splits, grid.gaps.beside)
        chain = grid.chains.get(arc.index, [numbers[arc.source], numbers[arc.target]])
        for place, (one, other) in enumerate(pairwise(chain)):
            piece = {**whole, "source": one, "target": other}
            if place:
                piece.pop("source_port", None)
            if place < len(chain) - 2:
                piece.pop("target_port", None)
            if place != (0 if arc.host == "source" else len(chain) - 2):
                piece.pop("label_size", None)
            edges.append(piece)
    tuning = {**options["tuning"], "order": IN_ORDER}
    result = _engine(nodes, edges, {**options, "tuning": tuning})
    rects = dict(level.rects)
    for vertex, node in zip(grid.vertices, result["nodes"], strict=True):
        if vertex.name:
            center = Point(node["center"]["x"], node["center"]["y"])
            rects[vertex.name] = Rect.around(center, blocks[vertex.name].size)
    pieces = iter(result["edges"])
    routes: dict[int, list[Point]] = {}
    for arc in arcs:
        count = len(grid.chains.get(arc.index, [0, 0])) - 1
        points = [p for _ in range(count) for p in next(pieces)["points"]]
        routes[arc.index] = simplified([Point(p["x"], p["y"]) for p in points])
    return Level(rects, routes, level.ranks)


def _options(gaps: Gaps, effort: Mapping[str, Any]) -> dict[str, Any]:
    # Longer steps are flattened into boxes beside the line; ends are spread by `ends` and
    # overlaps mended by `channels` and `mesh`, which takes no time to speak of where the
    # engine takes that of all else together.
    routing = {"step_flatten": 12.0, "port_relax_rounds": 0, "overlap_repair_rounds": 0}
    return {
        "direction": "leftright",
        "spacing": {
            "layer_gap": gaps.rank,
            "node_gap": gaps.sibling,
            "dummy_gap": max(gaps.sibling, gaps.parallel),
            "port_gap": gaps.parallel,
            "port_stroke_clear": gaps.parallel / 2,
            "bundle_lane_gap": gaps.parallel,
            "edge_label_margin": gaps.label,
            "isolated_gap": gaps.sibling,
        },
        "routing": {
            "merge_edges": effort.get("merge_edges", "both"),
            "bundle_parallel": False,
            "centre_ports": effort.get("centre_ports", "all"),
            "port_sides": "facing_only",
            "lane_gap": gaps.parallel,
        },
        "labels": {"reservation": "always"},
        "self_loops": {"size": 24.0, "gap": gaps.parallel},
        "effort": effort["effort"],
        "coords": effort.get("coords", {"branch_style": "symmetric"}),
        "tuning": {"routing": routing, **effort.get("tuning", {})},
    }


def _node(block: Block, apart: bool) -> dict[str, Any]:
    size = block.room.around(block.size) if apart else block.size
    node: dict[str, Any] = {"size": {"width": size.width, "height": size.height}}
    if block.room != NO_ROOM and not apart:
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
    for end, blocks in (
        ("source", [arc.source for arc in arcs]),
        ("target", [arc.target for arc in arcs]),
    ):
        own: dict[str, dict[str, int]] = {}
        for block, arc in zip(blocks, arcs, strict=True):
            styles = own.setdefault(block, {})
            styles[arc.style] = styles.get(arc.style, 0) + 1
        usual = {block: max(styles.items(), key=itemgetter(1)) for block, styles in own.items()}
        for block, arc in zip(blocks, arcs, strict=True):
            common, count = usual[block]
            if arc.style != common or 1 < count < fan:
                split.add((end, arc.index))
    return split


def _level(
    result: dict[str, Any], blocks: Mapping[str, Block], arcs: Sequence[Arc], apart: set[str]
) -> Level:
    rects = {
        name: Rect.around(Point(node["center"]["x"], node["center"]["y"]), block.size)
        for (name, block), node in zip(blocks.items(), result["nodes"], strict=True)
    }
    for name in apart:
        room = blocks[name].room
        right, down = (room.before - room.after) / 2, (room.above - room.below) / 2
        rects[name] = rects[name].moved(right, down)
    routes = {
        arc.index: [Point(point["x"], point["y"]) for point in edge["points"]]
        for arc, edge in zip(arcs, result["edges"], strict=True)
    }
    # Blocks without arcs stand beside the layers and have no rank.
    ranks = {
        name: node["rank"]
        for name, node in zip(blocks, result["nodes"], strict=True)
        if node["rank"] is not None
    }
    return Level(rects, routes, ranks)
