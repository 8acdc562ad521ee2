"""Gantt charts: the words of tasks at the left, their bars over one axis of time at the right.

So no bar and no line of the grid meets words. Critical tasks are the accent; a task under way is filled,
one that is done is pale, a milestone is a diamond, a marker a dashed line through the chart. Today
is not marked: a drawing does not depend on the day on which it was made.
"""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.layout import NodeRole
from diagramkit.layout.charts.chart import Chart, accent_budget, chart_kit, too_wide
from diagramkit.layout.gantt.axis_words import said
from diagramkit.layout.gantt.plan import plan_of
from diagramkit.mermaid.kinds.gantt.model import DAY, Gantt, Section
from diagramkit.theme.model import Theme

__all__ = ["lay_out"]


def lay_out(
    model: Gantt,
    theme: Theme,
    *,
    classes: Mapping[str, str],  # noqa: ARG001
    default_role: NodeRole = "primary",  # noqa: ARG001
    path: str = "<string>",
) -> Chart:
    """Place a Gantt chart; its tasks have no classes."""
    plan = plan_of(model, chart_kit(theme))
    tasks = model.tasks
    critical = sum(task.is_critical for task in tasks)
    warnings = (
        *model.doubts,
        *accent_budget(theme, critical, len(tasks), "tasks", path),
        *too_wide(theme, plan.size.width, path),
    )
    description = model.description or describe(model)
    return Chart(theme, plan.paint, *plan.size, model.title, description, warnings)


def describe(model: Gantt) -> str:
    """A chart in words: its tasks by section, with their first and last day."""
    count = len(model.tasks)
    sections = " ".join(_described(section) for section in model.sections[:12] if section.tasks)
    return f"Gantt chart of {count} task{'s' * (count != 1)}. {sections}".strip()


def _described(section: Section) -> str:
    title = f"{' '.join(section.title.split())}: " if section.title else ""
    parts = []
    for task in section.tasks[:12]:
        pattern = "%Y-%m-%d" if task.end - task.start >= DAY else "%Y-%m-%d %H:%M"
        start, end = said(task.start, pattern), said(task.end, pattern)
        parts.append(
            f"{' '.join(task.text.split())} {start}" + (f" to {end}" if end != start else "")
        )
    return f"{title}{'; '.join(parts)}."
