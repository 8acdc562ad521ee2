"""Quadrant charts: four rooms over two axes, a dot for each point with its words beside it.

Words without a free place beside their dots stand near them, with a line; where there is none
either, all stand in a list at the right. The sizes that the source sets for points are drawn; each
colour becomes a category of the theme. The role `accent`, as a class or by `%% diagram: critical`,
singles a point out.
"""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.diagnostics import Location, counted
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, chart_kit, chart_layout
from diagramkit.layout.description import tell
from diagramkit.layout.quadrant.fit import fitted
from diagramkit.mermaid.kinds.quadrant.model import Ends, Point, Quadrant
from diagramkit.theme.model import Theme

__all__ = ["lay_out"]


def lay_out(
    model: Quadrant,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",  # noqa: ARG001
    path: str = "<string>",
) -> Layout:
    """Place a quadrant chart. A point whose class is `accent`, or stands for it in `classes`, is
    drawn as a critical one."""
    accent = frozenset(
        place
        for place, point in enumerate(model.points)
        if point.text in model.critical or _role(point, classes) == "accent"
    )
    plot = fitted(model, chart_kit(theme), accent)
    place = Location(path)
    warnings = (
        *accent_overused(theme, len(accent), len(model.points), "points", place),
        *too_wide(theme, plot.size.width, place, CURE),
    )
    description = model.description or describe(model)
    return chart_layout(theme, plot.size, plot.paint, model, description, warnings)


def describe(model: Quadrant) -> str:
    """A chart in words: its axes, its quadrants, its points."""
    corners = ("top right", "top left", "bottom left", "bottom right")
    named = zip(corners, model.quadrants, strict=True)
    told = [
        _axis("from left to right", model.x),
        _axis("from bottom to top", model.y),
        *(f"{corner}: {words}" for corner, words in named if words),
        *(f"{point.text} at {point.x:g}, {point.y:g}" for point in model.points),
    ]
    return tell(f"Quadrant chart of {counted(len(model.points), 'point', 'points')}", told)


def _role(point: Point, classes: Mapping[str, str]) -> str:
    return classes.get(point.class_name, point.class_name)


def _axis(way: str, ends: Ends) -> str:
    words = [one for one in ends if one]
    return f"{way}: {' to '.join(words)}" if words else ""
