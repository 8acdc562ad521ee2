"""Charts of bars and lines: bars from zero, straight lines, words at the ends of lines.

Bars begin at zero wherever zero is on the axis, and those of several series stand side by side;
Mermaid lets them begin at the end of the axis and paints them over each other. Lines run straight
from value to value. A chart whose names have no room below it goes from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diagramkit.diagnostics import Diagnostic, Location
from diagramkit.layout import NodeRole
from diagramkit.layout.charts.chart import Chart, chart_kit, too_wide
from diagramkit.layout.charts.numbers import said
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
) -> Chart:
    """Place a chart; it has no boxes, so that classes and roles of boxes say nothing."""
    plan = plan_of(model, chart_kit(theme))
    placed = (None if model.is_horizontal else upright(plan)) or level(plan)
    warnings = (*too_wide(theme, placed.size.width, path), *_left_out(plan, path))
    description = model.description or describe(model)
    return Chart(theme, placed.paint, *placed.size, model.title, description, warnings)


def describe(model: XYChart) -> str:
    """A chart in words: its axes, and from where to where each series goes."""
    axes = " over ".join(axis.title for axis in (model.y, model.x) if axis.title)
    names = f" for {', '.join(model.x.names[:24])}" if model.x.names else ""
    series = "; ".join(_described(one) for one in model.series)
    if not model.series:
        return "A chart without values."
    return " ".join(f"{axes or 'Chart'}{names}. {series}.".split())


def _described(one: Series) -> str:
    values = said(one.values)
    kind = f"{'Bars' if one.form == 'bar' else 'Line'}{f' “{one.name}”' if one.name else ''}"
    return f"{kind}: {', '.join(values[:24])}{' …' if len(values) > 24 else ''}"


def _left_out(plan: Plan, path: str) -> Iterator[Diagnostic]:
    """The warning about values in words that have no place."""
    if plan.chart.shows_values and plan.values == "none" and plan.bars:
        first = plan.bars[0].series.location
        place = Location(path, first.line, first.column) if first else Location(path)
        message = "the values are not written out: lines run over the bars of several series"
        yield Diagnostic("values-left-out", message, place, severity="warning")
