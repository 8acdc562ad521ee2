"""Figures: a YAML language for drawings that are no charts of nodes and edges alone.

    >>> from diagramkit.figure import Box, Figure, Row
    >>> figure = Figure(Row(Box("A"), Box("B"), connect=["a -> b"]), title="Two", desc="Two boxes")

The kinds have the same names in Python and in a source; `read` turns a source into a figure.
"""

from __future__ import annotations

from diagramkit.figure.connection import Connection
from diagramkit.figure.container import Container
from diagramkit.figure.kinds.bars import Bar, Bars
from diagramkit.figure.kinds.box import Box
from diagramkit.figure.kinds.cells import Cell, Cells
from diagramkit.figure.kinds.chips import Chips
from diagramkit.figure.kinds.column import Column
from diagramkit.figure.kinds.grid import Grid
from diagramkit.figure.kinds.key import Key
from diagramkit.figure.kinds.lane import Lane
from diagramkit.figure.kinds.matrix import Matrix
from diagramkit.figure.kinds.meter import Meter
from diagramkit.figure.kinds.panel import Foot, Panel
from diagramkit.figure.kinds.plot import Axis, Band, Boundary, Callout, Curve, Plot
from diagramkit.figure.kinds.row import Row
from diagramkit.figure.kinds.space import Space
from diagramkit.figure.kinds.stage import Stage
from diagramkit.figure.kinds.text import Text
from diagramkit.figure.kinds.vectors import Turn, Vector, Vectors
from diagramkit.figure.model import Figure
from diagramkit.figure.part import Part
from diagramkit.figure.reading import is_figure, read

__all__ = [
    "Axis",
    "Band",
    "Bar",
    "Bars",
    "Boundary",
    "Box",
    "Callout",
    "Cell",
    "Cells",
    "Chips",
    "Column",
    "Connection",
    "Container",
    "Curve",
    "Figure",
    "Foot",
    "Grid",
    "Key",
    "Lane",
    "Matrix",
    "Meter",
    "Panel",
    "Part",
    "Plot",
    "Row",
    "Space",
    "Stage",
    "Text",
    "Turn",
    "Vector",
    "Vectors",
    "is_figure",
    "read",
]
