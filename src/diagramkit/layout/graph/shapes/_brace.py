"""Braces beside words."""

from __future__ import annotations

from diagramkit.geometry import Command, Size
from diagramkit.layout.graph.shapes import square
from diagramkit.theme.model import Theme

WIDTH = 12.0
"""How wide a brace is, in user units."""


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """As high as a box; wider than the words, however short, by their padding and a brace on both
    sides, so that words stay in the middle."""
    padding = theme.box.padding_x_compact if compact else theme.box.padding_x
    height = square.fit(label, theme, compact).height
    return Size(label.width + 2 * (padding + WIDTH), height)


def brace(x: float, tip: float, start: float, end: float) -> tuple[Command, ...]:
    """A brace from the height `start` to `end`: its ends at `x`, its tip at `tip`."""
    middle, spine = (start + end) / 2, (x + tip) / 2
    bend = abs(x - tip) / 2 * (1 if end > start else -1)
    return (
        ("M", x, start),
        ("C", spine, start, spine, start, spine, start + bend),
        ("L", spine, middle - bend),
        ("C", spine, middle, spine, middle, tip, middle),
        ("C", spine, middle, spine, middle, spine, middle + bend),
        ("L", spine, end - bend),
        ("C", spine, end, spine, end, x, end),
    )
