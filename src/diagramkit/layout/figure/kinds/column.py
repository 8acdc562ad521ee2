"""Columns."""

from __future__ import annotations

from diagramkit.layout.figure.kinds._line import LineNode


class ColumnNode(LineNode):
    """Children below each other on one centre line."""

    AXIS = 1
