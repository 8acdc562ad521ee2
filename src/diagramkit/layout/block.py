"""Block diagrams: boxes in the columns and rows that their author gives them, frames for blocks
with others inside, lines led between them.

Block arrows are thin outlines; a block is as wide as the columns that it takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from diagramkit.diagnostics import counted
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.graph import described
from diagramkit.layout.graph import lay_out as lay_out_graph
from diagramkit.layout.graph.cells import place_in_cells
from diagramkit.mermaid.kinds.block.model import BlockDiagram
from diagramkit.theme.model import Theme


def lay_out(
    diagram: BlockDiagram,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a block diagram; arguments and errors as for `layout.lay_out`."""
    count = counted(len(diagram.nodes), "block", "blocks")
    return lay_out_graph(
        described(diagram, f"Block diagram of {count}"),
        theme,
        classes=classes,
        default_role=default_role,
        path=path,
        placing=partial(place_in_cells, diagram.grids),
    )
