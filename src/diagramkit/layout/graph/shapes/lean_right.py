"""Input or output: a parallelogram that leans to the right."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes._slanted import fit, quadrilateral
from diagramkit.theme.model import Theme

__all__ = ["ALIASES", "fit", "outline"]

ALIASES = ("lean-r", "in-out")


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Four corners."""
    return quadrilateral(rect, theme, (1, 0), (0, 1))
