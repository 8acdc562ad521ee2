"""Flowcharts and whatever else is boxes joined by lines: model -> Scene."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import NodeRole
from diagramkit.layout.graph.arrange import margin, place
from diagramkit.layout.graph.compose import Composer, moved
from diagramkit.layout.graph.page import Page, Spot
from diagramkit.layout.graph.roles import Roles, assign, stroke
from diagramkit.mermaid.kinds.flowchart.model import Flowchart
from diagramkit.scene import Scene
from diagramkit.theme.model import Theme

__all__ = ["Layout", "lay_out"]

ROUNDING = 1e-6


@dataclass(slots=True)
class Layout:
    """A placed flowchart: `scene` paints it in either mode, with the same geometry."""

    chart: Flowchart
    theme: Theme
    roles: Roles
    page: Page
    spots: dict[int, Spot]
    width: float
    height: float
    warnings: tuple[Diagnostic, ...]

    def scene(
        self,
        mode: Literal["light", "dark"],
        name: str,
        *,
        background: str = "canvas",
        source_colors: bool = False,
    ) -> Scene:
        """The drawing in a mode. `background` is `canvas`, `transparent` or `#rrggbb`."""
        look = self.theme.dark if mode == "dark" else self.theme.light
        ground = {"canvas": look.canvas, "transparent": "none"}.get(background, background)
        composer = Composer(
            self.chart,
            self.page,
            self.spots,
            self.roles,
            self.theme,
            mode,
            source_colors=source_colors,
        )
        return Scene(
            name,
            mode,
            self.width,
            self.height,
            ground,
            self.chart.title or _title(name),
            self.chart.description or describe(self.chart),
            composer.primitives(),
        )


def lay_out(
    chart: Flowchart,
    theme: Theme,
    *,
    classes: Mapping[str, str],
    default_role: NodeRole = "primary",
    path: str = "<string>",
) -> Layout:
    """Place a flowchart.

    Args:
        chart: what to draw.
        theme: its sizes and distances decide the geometry; its modes must not.
        classes: the role of each class name that is not itself a role.
        default_role: the role of nodes without a class.
        path: the source's name for warnings about the drawing as a whole.

    Raises:
        DiagramError: the chart is beyond the engine's limits.
    """
    accents = {theme.light.accent.lower(), theme.dark.accent.lower()}
    accents |= {stroke(style) for name, style in chart.class_styles.items() if name == "accent"}
    roles = assign(chart, classes, default_role, frozenset(accents - {""}))
    page, spots = place(chart, roles, theme)
    box = page.ink(spots)
    space = margin(page.variant, theme)
    # Boxes stay on the grid where words, which are not, reach out the furthest.
    grid = theme.page.grid_compact
    dx, dy = (math.ceil((space - low) / grid - ROUNDING) * grid for low in (box.x, box.y))
    spots = moved(page, spots, dx, dy)
    width, height = box.right + dx + space, box.bottom + dy + space
    warnings = (*roles.warnings, *_budget(chart, roles, theme, width, path))
    return Layout(chart, theme, roles, page, spots, width, height, warnings)


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Flowchart"


def describe(chart: Flowchart, opening: str = "") -> str:
    """A chart in words, for readers who cannot see it: its edges in source order.

    They follow an `opening` that says what it is, such as "Flowchart of 5 boxes".
    """
    names = {node.id: " ".join(node.text.split()) or node.id for node in chart.nodes}
    names.update({group.id: " ".join(group.title.split()) or group.id for group in chart.groups})
    steps = [
        f"{names.get(edge.source, edge.source)} to {names.get(edge.target, edge.target)}"
        for edge in chart.edges
        if edge.line != "invisible"
    ]
    shown = "; ".join(steps[:24]) or ", ".join(list(names.values())[:24])
    more = f"; and {len(steps) - 24} more" if len(steps) > 24 else ""
    return f"{opening or f'Flowchart of {len(chart.nodes)} boxes'}. {shown}{more}."


def _budget(
    chart: Flowchart, roles: Roles, theme: Theme, width: float, path: str
) -> list[Diagnostic]:
    """What the theme's budgets are exceeded by."""
    found: list[Diagnostic] = []
    first = chart.nodes[0].location if chart.nodes else None
    place = Location(path, first.line if first else 1)
    accent = sum(role == "accent" for role in roles.nodes.values())
    allowed = theme.budget.accent_share
    if accent > 1 and accent > allowed * len(roles.nodes):
        message = (
            f"{accent} of {len(roles.nodes)} boxes are accent, more than the {allowed:.0%} that "
            "still lets the critical path stand out"
        )
        found.append(Diagnostic("accent-budget", message, place, severity="warning"))
    if width > theme.page.max_width:
        message = (
            f"{width:.0f} wide, more than {theme.page.max_width:.0f}: split this figure, or "
            "shorten its longest row"
        )
        found.append(Diagnostic("too-wide", message, place, severity="warning"))
    return found
