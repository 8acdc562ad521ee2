"""What a block diagram says, before anything is placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from diagramkit.mermaid.kinds.flowchart.model import Flowchart


class Cell(NamedTuple):
    """A node or a group, by its id, and how many columns it takes; without an id, empty room."""

    id: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells row by row; `columns` is how many columns a row has, None for as many as it needs."""

    columns: int | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockDiagram(Flowchart):
    """A whole block diagram: boxes, lines and groups as a flowchart has them, in grids.

    `grids` holds that of each group by its id, and that of the page by the empty id. The shape of
    a block arrow is `arrow-` and the directions that it points in: `arrow-right`, `arrow-up-down`.
    """

    grids: Mapping[str, Grid] = field(default_factory=dict)
