"""Flowcharts, and whatever else is boxes joined by lines: boxes in layers along their main path."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from diagramkit.diagnostics import Diagnostic, Location, counted
from diagramkit.geometry import Size
from diagramkit.layout import ClassLook, Layout, NodeRole
from diagramkit.layout.budget import SPLIT, too_wide
from diagramkit.layout.description import flat, tell
from diagramkit.layout.graph.arrange import arrangements, margin
from diagramkit.layout.graph.budgets import chart_budgets, check_depth
from diagramkit.layout.graph.compose import Composer, box_paint, moved, styled
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.roles import Roles, assign
from diagramkit.mermaid.kinds.flowchart.model import Flowchart, Node
from diagramkit.scene import Paint, Primitive
from diagramkit.theme.model import Mode, Theme
from diagramkit.theme.paints import known_paints

__all__ = ["described", "lay_out"]

ROUNDING = 1e-6


Placing = Callable[[Flowchart, Roles, Theme], Iterator[tuple[Page, dict[int, Spot]]]]
"""Ways to place a chart and the words of its edges, as `arrange.arrangements` gives them."""


def lay_out(
    chart: Flowchart,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
    placing: Placing = arrangements,
) -> Layout:
    """Place a flowchart.

    Args:
        chart: what to draw.
        theme: its sizes and distances decide the geometry; its modes must not.
        classes: the role of each class name that is not itself a role, and of colours.
        default_role: the role of nodes without a class.
        path: the source's name for warnings about the drawing as a whole.
        placing: what decides where everything stands.

    Raises:
        DiagramError: the chart is beyond the engine's limits.
    """
    chart = _without_empty_groups(chart)
    check_depth(chart)
    paints = known_paints(theme) if _is_painted(chart) else {}
    roles = assign(chart, classes, default_role, paints)
    layouts = (
        _laid_out(chart, page, spots, roles, theme, path)
        for page, spots in placing(chart, roles, theme)
    )
    return replace(next(layouts), others=layouts)


def _laid_out(
    chart: Flowchart, page: Page, spots: dict[int, Spot], roles: Roles, theme: Theme, path: str
) -> Layout:
    """A placed chart with its margin around it."""
    box = page.ink(spots)
    space = margin(page.variant, theme)
    # Boxes stay on the grid where words, which are not, reach out the furthest.
    grid = theme.page.grid_compact
    dx, dy = (math.ceil((space - low) / grid - ROUNDING) * grid for low in (box.x, box.y))
    spots = moved(page, spots, dx, dy)
    size = Size(box.right + dx + space, box.bottom + dy + space)
    warnings = (*roles.warnings, *_budget(chart, roles, theme, size.width, path))

    def paint(theme: Theme, mode: Mode, source_colors: bool) -> Iterable[Primitive]:
        return Composer(chart, page, spots, roles, theme, mode, source_colors).primitives()

    description = chart.description or describe(chart)
    looks = tuple(_class_look(chart, name, role) for name, role in roles.classes.items())
    return Layout(theme, warnings, chart.title, description, size, paint, classes=looks)


def _without_empty_groups(chart: Flowchart) -> Flowchart:
    """The chart with a box for each group that holds nothing."""
    empty = [group for group in chart.groups if not group.members]
    if not empty:
        return chart
    boxes = [
        Node(
            each.id,
            each.title or each.id,
            "square",
            each.classes,
            each.style,
            location=each.location,
        )
        for each in empty
    ]
    groups = tuple(group for group in chart.groups if group.members)
    return replace(chart, nodes=(*chart.nodes, *boxes), groups=groups)


def _class_look(chart: Flowchart, name: str, role: NodeRole) -> ClassLook:
    def paint(theme: Theme, mode: Mode, source_colors: bool) -> Paint:
        style = chart.class_styles.get(name, ())
        return styled(box_paint(role, mode, source_colors), style, theme, mode, source_colors)

    return ClassLook(name, paint)


def described(chart: Flowchart, opening: str) -> Flowchart:
    """The chart with a description that begins with an `opening`, where it has none."""
    if chart.description:
        return chart
    return replace(chart, description=describe(chart, opening))


def describe(chart: Flowchart, opening: str = "") -> str:
    """A chart in words, for readers who cannot see it: its edges in source order.

    They follow an `opening` that says what it is, such as "Flowchart of 5 boxes".
    """
    names = {node.id: flat(node.text) or node.id for node in chart.nodes}
    names.update({group.id: flat(group.title) or group.id for group in chart.groups})
    steps = [
        f"{names.get(edge.source, edge.source)} to {names.get(edge.target, edge.target)}"
        for edge in chart.edges
        if edge.line != "invisible"
    ]
    boxes = f"Flowchart of {counted(len(chart.nodes), 'box', 'boxes')}"
    return tell(opening or boxes, steps, names.values())


def _is_painted(chart: Flowchart) -> bool:
    """Whether a chart says anything of colour."""
    boxes = (*(node.style for node in chart.nodes), *(group.style for group in chart.groups))
    return bool(chart.class_styles) or any(boxes) or any(edge.style for edge in chart.edges)


def _budget(
    chart: Flowchart, roles: Roles, theme: Theme, width: float, path: str
) -> Iterator[Diagnostic]:
    """What the theme's budgets are exceeded by."""
    first = chart.nodes[0].location if chart.nodes else None
    place = Location(path, first.line if first else 1)
    yield from chart_budgets(chart, roles, theme, place)
    yield from too_wide(theme, width, place, SPLIT)
