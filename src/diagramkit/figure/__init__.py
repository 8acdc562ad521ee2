"""Figures: a YAML language for drawings that are no charts of nodes and edges alone.

    >>> from diagramkit.figure import Box, Figure, Row
    >>> figure = Figure(Row(Box("A"), Box("B"), connect=["a -> b"]), title="Two", desc="Two boxes")

The kinds have the same names in Python and in a source; `read` turns a source into a figure.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diagramkit.figure.axis import Axis
    from diagramkit.figure.connection import Connection
    from diagramkit.figure.container import Container
    from diagramkit.figure.kinds.bars import Bar, Bars, Piece
    from diagramkit.figure.kinds.box import Box
    from diagramkit.figure.kinds.cells import Cell, Cells, Region
    from diagramkit.figure.kinds.chips import Chips
    from diagramkit.figure.kinds.column import Column
    from diagramkit.figure.kinds.grid import Grid
    from diagramkit.figure.kinds.key import Key
    from diagramkit.figure.kinds.lane import Lane
    from diagramkit.figure.kinds.matrix import Matrix, Tile
    from diagramkit.figure.kinds.meter import Meter
    from diagramkit.figure.kinds.numberline import Number, Numberline
    from diagramkit.figure.kinds.panel import Foot, Panel
    from diagramkit.figure.kinds.plot import Band, Boundary, Callout, Curve, Dot, Plot
    from diagramkit.figure.kinds.row import Row
    from diagramkit.figure.kinds.space import Space
    from diagramkit.figure.kinds.stage import Stage
    from diagramkit.figure.kinds.text import Text
    from diagramkit.figure.kinds.timeline import Moment, Span, Timeline, Track
    from diagramkit.figure.kinds.vectors import Turn, Vector, Vectors
    from diagramkit.figure.model import Figure
    from diagramkit.figure.part import Part
    from diagramkit.figure.reading import read
    from diagramkit.figure.source import is_figure

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
    "Dot",
    "Figure",
    "Foot",
    "Grid",
    "Key",
    "Lane",
    "Matrix",
    "Meter",
    "Moment",
    "Number",
    "Numberline",
    "Panel",
    "Part",
    "Piece",
    "Plot",
    "Region",
    "Row",
    "Space",
    "Span",
    "Stage",
    "Text",
    "Tile",
    "Timeline",
    "Track",
    "Turn",
    "Vector",
    "Vectors",
    "is_figure",
    "read",
]

_HOMES = {
    "Axis": "diagramkit.figure.axis",
    "Band": "diagramkit.figure.kinds.plot",
    "Bar": "diagramkit.figure.kinds.bars",
    "Bars": "diagramkit.figure.kinds.bars",
    "Boundary": "diagramkit.figure.kinds.plot",
    "Box": "diagramkit.figure.kinds.box",
    "Callout": "diagramkit.figure.kinds.plot",
    "Cell": "diagramkit.figure.kinds.cells",
    "Cells": "diagramkit.figure.kinds.cells",
    "Chips": "diagramkit.figure.kinds.chips",
    "Column": "diagramkit.figure.kinds.column",
    "Connection": "diagramkit.figure.connection",
    "Container": "diagramkit.figure.container",
    "Curve": "diagramkit.figure.kinds.plot",
    "Dot": "diagramkit.figure.kinds.plot",
    "Figure": "diagramkit.figure.model",
    "Foot": "diagramkit.figure.kinds.panel",
    "Grid": "diagramkit.figure.kinds.grid",
    "Key": "diagramkit.figure.kinds.key",
    "Lane": "diagramkit.figure.kinds.lane",
    "Matrix": "diagramkit.figure.kinds.matrix",
    "Meter": "diagramkit.figure.kinds.meter",
    "Moment": "diagramkit.figure.kinds.timeline",
    "Number": "diagramkit.figure.kinds.numberline",
    "Numberline": "diagramkit.figure.kinds.numberline",
    "Panel": "diagramkit.figure.kinds.panel",
    "Part": "diagramkit.figure.part",
    "Piece": "diagramkit.figure.kinds.bars",
    "Plot": "diagramkit.figure.kinds.plot",
    "Region": "diagramkit.figure.kinds.cells",
    "Row": "diagramkit.figure.kinds.row",
    "Space": "diagramkit.figure.kinds.space",
    "Span": "diagramkit.figure.kinds.timeline",
    "Stage": "diagramkit.figure.kinds.stage",
    "Text": "diagramkit.figure.kinds.text",
    "Tile": "diagramkit.figure.kinds.matrix",
    "Timeline": "diagramkit.figure.kinds.timeline",
    "Track": "diagramkit.figure.kinds.timeline",
    "Turn": "diagramkit.figure.kinds.vectors",
    "Vector": "diagramkit.figure.kinds.vectors",
    "Vectors": "diagramkit.figure.kinds.vectors",
    "is_figure": "diagramkit.figure.source",
    "read": "diagramkit.figure.reading",
}


def __getattr__(name: str) -> Any:
    # Whether a text is a figure is asked of every source; the models are loaded for figures only.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
