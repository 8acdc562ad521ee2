"""Rows."""

from __future__ import annotations

from diagramkit.layout.figure.kinds._line import LineNode


class RowNode(LineNode):
    """Children side by side on one centre line."""

    AXIS = 0
