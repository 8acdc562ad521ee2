"""A joint or a short state: a circle; a box with round ends where the words are long."""

from __future__ import annotations

import math

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import stadium
from diagramkit.theme.model import Theme

ALIASES = ("circ",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """The circle around the label where it is small enough, else a stadium."""
    diameter = math.hypot(label.width, label.height) + theme.box.padding_y
    largest = theme.shape.circle_max
    if diameter <= largest:
        return Size(max(diameter, theme.box.min_height), max(diameter, theme.box.min_height))
    return stadium.fit(label, theme, compact)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Half-round ends: a circle when the rectangle is square."""
    return stadium.outline(rect, label, theme)
