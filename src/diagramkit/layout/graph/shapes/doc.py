"""A document: a sheet whose lower side is a wave."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes import _paper, square
from diagramkit.theme.model import Theme

ALIASES = ("document",)


def fit(label: Size, theme: Theme, compact: bool) -> Size:
    """A box, higher by the wave."""
    box = square.fit(label, theme, compact)
    return Size(box.width, box.height + 2 * _paper.depth(theme))


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """The sheet."""
    return _paper.sheet(rect, theme)


def shift(theme: Theme) -> float:
    """The words stand above the wave."""
    return -_paper.depth(theme)
