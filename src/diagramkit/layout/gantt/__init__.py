"""Gantt charts: the words of tasks at the left, their bars over one axis of time at the right.

So no bar and no line of the grid meets words. Critical tasks are the accent; a task under way is
filled, one that is done is pale, a milestone is a diamond, a marker a dashed line through the
chart. Thin lines lead from the end of a task to those that come after it. Today is marked where
the source says when that is: a drawing does not depend on the day on which it was made.
"""

from __future__ import annotations

from diagramkit.diagnostics import Diagnostic, Location, counted
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.charts.chart import CURE, chart_kit, chart_layout
from diagramkit.layout.description import tell
from diagramkit.layout.gantt.axis_words import said
from diagramkit.layout.gantt.plan import Plan, plan_of
from diagramkit.mermaid.kinds.gantt.model import DAY, Gantt, Section, Task
from diagramkit.theme.model import Theme

__all__ = ["lay_out_chart"]


def lay_out_chart(model: Gantt, theme: Theme, path: str) -> Layout:
    """Place a Gantt chart; its tasks have no classes."""
    plan = plan_of(model, chart_kit(theme))
    tasks, place = model.tasks, Location(path)
    critical = sum(task.is_critical for task in tasks)
    warnings = (
        *model.doubts,
        *_unused_format(model, plan, place),
        *accent_overused(theme, critical, len(tasks), "tasks", place),
        *too_wide(theme, plan.size.width, place, CURE),
    )
    description = model.description or describe(model)
    return chart_layout(theme, plan.size, plan.paint, model, description, warnings)


def _unused_format(model: Gantt, plan: Plan, place: Location) -> list[Diagnostic]:
    """Whether the words of the axis are not in the format that the source asks for."""
    pattern = model.axis_format
    words = [(tick.words, tick.at) for tick in plan.ticks if tick.words]
    if not pattern or all(own == said(at, pattern) for own, at in words):
        return []
    message = f'in the format "{pattern}" the ticks of the axis repeat each other: it is left out'
    return [Diagnostic("gantt-axis-format", message, place, severity="warning")]


def describe(model: Gantt) -> str:
    """A chart in words: its tasks by section, from when to when they are."""
    opening = f"Gantt chart of {counted(len(model.tasks), 'task', 'tasks')}"
    told = [_told(section, task) for section in model.sections for task in section.tasks]
    return tell(opening, told)


def _told(section: Section, task: Task) -> str:
    pattern = "%Y-%m-%d" if task.end - task.start >= DAY else "%Y-%m-%d %H:%M"
    start, end = said(task.start, pattern), said(task.end, pattern)
    until = f" to {end}" if end != start else ""
    title = f"{section.title}: " if section.title else ""
    return f"{title}{task.text} {start}{until}"
