"""A choice between transitions: a small flat diamond without words."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import diamond
from diagramkit.theme.model import Theme

WORDLESS = True


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """Half as high as a diamond of one line, and as flat."""
    height = theme.shape.diamond_height / 2
    return Size(height * diamond.FLATNESS, height)


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Four tips."""
    return diamond.tips(rect)
