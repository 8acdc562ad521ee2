"""Output or input: a parallelogram that leans to the left."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes._slanted import fit, quadrilateral
from diagramkit.theme.model import Theme

__all__ = ["ALIASES", "fit", "outline"]

ALIASES = ("lean-l", "out-in")


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Four corners."""
    return quadrilateral(rect, theme, (0, 1), (1, 0))
