"""Charts of bars and lines: bars from zero, straight lines, words at the ends of lines.

Bars begin at zero wherever zero is on the axis, and those of several series stand side by side;
Mermaid lets them begin at the end of the axis and paints them over each other. Lines run straight
from value to value. A chart whose names have no room below it goes from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import Layout, NodeRole
from diagramkit.layout.budget import too_wide
from diagramkit.layout.charts.chart import CURE, chart_kit, chart_layout
from diagramkit.layout.charts.numbers import said
from diagramkit.layout.description import MOST, counted, tell
from diagramkit.layout.xychart.level import level
from diagramkit.layout.xychart.plan import Plan, plan_of
from diagramkit.layout.xychart.upright import upright
from diagramkit.mermaid.kinds.xychart.model import Series, XYChart
from diagramkit.theme.model import Theme

__all__ = ["lay_out"]


def lay_out(
    model: XYChart,
    theme: Theme,
    *,
    classes: Mapping[str, str],  # noqa: ARG001
    default_role: NodeRole = "primary",  # noqa: ARG001
    path: str = "<string>",
) -> Layout:
    """Place a chart; it has no boxes, so that classes and roles of boxes say nothing."""
    plan = plan_of(model, chart_kit(theme))
    placed = (None if model.is_horizontal else upright(plan)) or level(plan)
    wide = too_wide(theme, placed.size.width, Location(path), CURE)
    warnings = (*wide, *_left_out(plan, path))
    description = model.description or describe(model)
    return chart_layout(theme, placed.size, placed.paint, model.title, description, warnings)


def describe(model: XYChart) -> str:
    """A chart in words: its axes, and the values of each series."""
    axes = " over ".join(axis.title for axis in (model.y, model.x) if axis.title)
    names = f"for {', '.join(model.x.names[:MOST])}" if model.x.names else ""
    count = counted(len(model.series), "series", "series")
    return tell(f"Chart of {count}", [axes, names, *map(_described, model.series)])


def _described(one: Series) -> str:
    values = said(one.values)
    kind = f"{'Bars' if one.form == 'bar' else 'Line'}{f' “{one.name}”' if one.name else ''}"
    return f"{kind}: {', '.join(values[:MOST])}{' …' if len(values) > MOST else ''}"


def _left_out(plan: Plan, path: str) -> Iterator[Diagnostic]:
    """The warning about values in words that have no place."""
    if plan.chart.shows_values and plan.values == "none" and plan.bars:
        first = plan.bars[0].series.location
        place = Location(path, first.line, first.column) if first else Location(path)
        message = "the values are not written out: lines run over the bars of several series"
        yield Diagnostic("values-left-out", message, place, severity="warning")
