"""A manual step: narrow at the bottom."""

from __future__ import annotations

from diagramkit.geometry import Path, Rect, Size
from diagramkit.layout.graph.shapes._slanted import fit, quadrilateral
from diagramkit.theme.model import Theme

__all__ = ["ALIASES", "fit", "outline"]

ALIASES = ("trap-t", "manual", "trapezoid-top", "inv-trapezoid")


def outline(rect: Rect, label: Size, theme: Theme) -> Path:
    """Four corners."""
    return quadrilateral(rect, theme, (0, 0), (1, 1))
