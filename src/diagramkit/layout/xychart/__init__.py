"""Charts of bars and lines: bars from zero, straight lines, words at the ends of lines.

Bars begin at zero wherever zero is on the axis, and those of several series stand side by side;
Mermaid lets them begin at the end of the axis and paints them over each other. Lines run straight
from value to value. A chart whose names have no room below it goes from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diagramkit.diagnostics import Diagnostic, Location, counted
from diagramkit.layout import Layout
from diagramkit.layout.budget import too_wide
from diagramkit.layout.charts.chart import CURE, chart_kit, chart_layout
from diagramkit.layout.charts.numbers import said
from diagramkit.layout.description import MOST, tell
from diagramkit.layout.xychart.level import level
from diagramkit.layout.xychart.plan import Plan, plan_of
from diagramkit.layout.xychart.upright import Upright, upright
from diagramkit.mermaid.kinds.xychart.model import Series, XYChart
from diagramkit.theme.model import Theme

__all__ = ["lay_out_chart"]

NO_ROOM = 'they have no room beside so many bars; "xychart-beta horizontal" has'


def lay_out_chart(model: XYChart, theme: Theme, path: str) -> Layout:
    """Place a chart; it has no boxes, and so no classes."""
    plan = plan_of(model, chart_kit(theme))
    placed = (None if model.is_horizontal else _upright(plan)) or level(plan)
    plan = placed.plan
    wide = too_wide(theme, placed.size.width, Location(path), CURE)
    warnings = (*wide, *_cut_off(plan, path), *_left_out(plan, path))
    description = model.description or describe(model)
    return chart_layout(theme, placed.size, placed.paint, model, description, warnings)


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


def _upright(plan: Plan) -> Upright | None:
    """A chart that goes upwards, with its values in words where those have room. Names in an order
    of their own, or so short that each has its line below its slot, are never turned on their side
    for the words of values that the source wants."""
    placed = upright(plan)
    if placed or plan.values == "none":
        return placed
    bare = upright(replace(plan, values="none"))
    is_long = bare is None or any(len(name.lines) > 1 for name in bare.names)
    return None if plan.chart.shows_values and is_long and not plan.is_ordered else bare


def _left_out(plan: Plan, path: str) -> Iterator[Diagnostic]:
    """The warning about values in words that have no place."""
    if plan.chart.shows_values and plan.values == "none" and plan.bars:
        why = "lines run over the bars of several series" if plan.lines else NO_ROOM
        message = f"the values are not written out: {why}"
        yield Diagnostic("values-left-out", message, _first(plan, path), severity="warning")


def _cut_off(plan: Plan, path: str) -> Iterator[Diagnostic]:
    """The warning about bars whose lengths are not in proportion to their values."""
    if plan.bars and plan.is_cut_off:
        start = said([plan.across.start])[0]
        message = (
            f"bars begin at {start}, not at zero, so that their lengths are not in proportion: "
            "let the y-axis begin at 0, or draw a line"
        )
        yield Diagnostic("bars-cut-off", message, _first(plan, path), severity="warning")


def _first(plan: Plan, path: str) -> Location:
    """Where the first series of bars is written."""
    first = plan.bars[0].series.location
    return Location(path, first.line, first.column) if first else Location(path)
