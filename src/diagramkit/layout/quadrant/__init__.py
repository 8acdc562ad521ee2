"""Quadrant charts: four rooms over two axes, a dot for each point with its words beside it.

Where words have no free place
left, all of them stand in a list at the right with lines to their dots. Colours and sizes that the
source sets for points are not drawn: the role `accent`, as a class or by `%% diagram: critical`,
singles a point out.
"""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.layout import NodeRole
from diagramkit.layout.charts.chart import Chart, chart_kit, too_wide
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
) -> Chart:
    """Place a quadrant chart. A point whose class is `accent`, or stands for it in `classes`, is
    drawn as a critical one."""
    accent = frozenset(
        place
        for place, point in enumerate(model.points)
        if point.text in model.critical or _role(point, classes) == "accent"
    )
    plot = fitted(model, chart_kit(theme), accent)
    warnings = tuple(too_wide(theme, plot.size.width, path))
    description = model.description or describe(model)
    return Chart(theme, plot.paint, *plot.size, model.title, description, warnings)


def describe(model: Quadrant) -> str:
    """A chart in words: its axes, its quadrants, its points."""
    corners = ("top right", "top left", "bottom left", "bottom right")
    named = zip(corners, model.quadrants, strict=True)
    parts = [
        _axis("from left to right", model.x),
        _axis("from bottom to top", model.y),
        ", ".join(f"{corner}: {_flat(words)}" for corner, words in named if words),
        ", ".join(f"{_flat(one.text)} at {one.x:g}, {one.y:g}" for one in model.points[:24]),
    ]
    return ". ".join(["Quadrant chart", *(part for part in parts if part)]) + "."


def _role(point: Point, classes: Mapping[str, str]) -> str:
    return classes.get(point.class_name, point.class_name)


def _axis(way: str, ends: Ends) -> str:
    return f"{way} {' to '.join(_flat(words) for words in ends if words)}" if ends[0] else ""


def _flat(words: str) -> str:
    return " ".join(words.split())
