"""Swimlane diagrams: a frame across the whole drawing for each lane, steps in the columns that all
lanes share, lines led from lane to lane.

Where lanes below each other are too wide, they stand side by side with shared rows instead. Steps
that no lane holds have one without a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import zip_longest

from diagramkit.diagnostics import counted
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.graph import described
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.layout.graph.beside import Lane
from diagramkit.layout.graph.cells import place_in_cells
from diagramkit.layout.graph.sizes import ranks
from diagramkit.layout.graph.spine import feedback
from diagramkit.layout.graph.tree import ROOT, Tree
from diagramkit.mermaid.kinds.block.model import Cell, Grid
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Group
from diagramkit.mermaid.kinds.swimlane.model import Swimlanes
from diagramkit.theme.model import Theme

UNOWNED = " "
"""The id of the lane of the steps that no other holds; no name in a source is white."""


def lay_out(
    diagram: Swimlanes,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a swimlane diagram; arguments and errors as for `layout.lay_out`."""
    chart = _with_lanes(diagram)
    runs_across = chart.direction in ("LR", "RL")
    across, down = grids_of(chart, runs_across=True), grids_of(chart, runs_across=False)
    placing = partial(
        place_in_cells,
        across if runs_across else down,
        flush=True,
        lanes="rows" if runs_across else "columns",
        turned=down if runs_across else across,
    )
    count = counted(len(Tree.of(chart).children.get(ROOT, ())), "lane", "lanes")
    return lay_out_graph(
        described(chart, f"Swimlanes: {count}"),
        theme,
        classes=classes,
        default_role=default_role,
        path=path,
        placing=placing,
    )


def _with_lanes(diagram: Swimlanes) -> Flowchart:
    """The diagram without lanes that hold nothing, its other steps in a lane of their own."""
    tied = {end for edge in diagram.edges for end in (edge.source, edge.target)}
    groups = tuple(group for group in diagram.groups if group.members or group.id in tied)
    tree = Tree.of(replace(diagram, groups=groups))
    lanes = {group.id for group in groups if group.members}
    loose = tuple(name for name in tree.children.get(ROOT, ()) if name not in lanes)
    if loose:
        groups = (*groups, Group(UNOWNED, "", loose))
    own = {*tree.children.get(ROOT, ()), UNOWNED} - set(loose)
    return replace(diagram, groups=tuple(_as_lane(one) if one.id in own else one for one in groups))


def _as_lane(group: Group) -> Lane:
    return Lane(**{each.name: getattr(group, each.name) for each in fields(Group)})


def grids_of(chart: Flowchart, *, runs_across: bool) -> dict[str, Grid]:
    """The grid of every lane, and of every group in one: ranks along the flow, what shares a rank
    beside each other across it. All lanes have the same ranks."""
    tree = Tree.of(chart)
    lanes = tree.children.get(ROOT, [])
    steps = [name for lane in lanes for name in tree.children.get(lane, ())]
    back = chart.direction in ("RL", "BT")
    whole = _ranked(chart, tree, steps, 2, back=back)
    grids = {lane: _grid(tree.children.get(lane, ()), whole, runs_across) for lane in lanes}
    for name in tree.groups:
        if name not in lanes and (inner := tree.children.get(name)):
            own = _ranked(chart, tree, inner, len(tree.path(name)), back=back)
            grids[name] = _grid(inner, own, runs_across)
    cells = tuple(map(Cell, lanes))
    return {**grids, ROOT: Grid(1 if runs_across else None, cells)}


def _ranked(
    chart: Flowchart, tree: Tree, names: Sequence[str], depth: int, *, back: bool
) -> list[list[str]]:
    """Blocks by rank. `depth` is how many groups are around each of them, the page with them."""
    ends = list(_joined(chart, tree, set(names), depth))
    against = feedback(names, ends)
    arcs = [arc for index, arc in enumerate(ends) if index not in against]
    found = ranks(names, arcs)
    return found[::-1] if back else found


def _joined(chart: Flowchart, tree: Tree, names: set[str], depth: int) -> Iterator[tuple[str, str]]:
    """The pairs of blocks that lines join, each line once."""
    for edge in chart.edges:
        paths = tree.path(edge.source), tree.path(edge.target)
        if all(len(path) > depth and path[depth] in names for path in paths):
            source, target = (path[depth] for path in paths)
            if source != target:
                yield source, target


def _grid(names: Sequence[str], ranked: Sequence[Sequence[str]], runs_across: bool) -> Grid:
    """The blocks among `names` at their ranks."""
    own = set(names)
    lines = [[name for name in rank if name in own] for rank in ranked]
    if runs_across:
        rows = list(zip_longest(*lines, fillvalue="")) or [("",) * len(lines)]
        return Grid(len(lines), tuple(Cell(name) for row in rows for name in row))
    most = max(map(len, lines), default=1) or 1
    padded = [[*line, *[""] * (most - len(line))] for line in lines]
    return Grid(most, tuple(Cell(name) for row in padded for name in row))
