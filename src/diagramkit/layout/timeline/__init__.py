"""Timelines: a ruled axis with periods along it, and what happened under each (or beside it).

There are no coloured boxes: the axis is one line for each section, and breaks between sections.
From left to right, periods are columns of one width, in rows where they are too many for the
page; from above, they are rows on an upright axis.
"""

from __future__ import annotations

from collections.abc import Mapping

from diagramkit.layout import NodeRole
from diagramkit.layout.drawn import Drawn, counted, told, too_wide
from diagramkit.layout.timeline import across, down
from diagramkit.layout.timeline.entries import entries
from diagramkit.mermaid.kinds.timeline.model import Timeline
from diagramkit.theme.model import Theme

__all__ = ["lay_out"]


def lay_out(
    timeline: Timeline,
    theme: Theme,
    *,
    classes: Mapping[str, str],  # noqa: ARG001
    default_role: NodeRole = "primary",  # noqa: ARG001
    path: str = "<string>",
) -> Drawn:
    """Place a timeline. Nothing in it has a class, so `classes` and `default_role` say nothing."""
    place = down.place if timeline.direction == "TB" else across.place
    size, paint = place(entries(timeline), theme)
    warnings = too_wide(size.width, theme, path, "shorten the longest words")
    return Drawn(theme, warnings, timeline.title, describe(timeline), size, paint)


def describe(timeline: Timeline) -> str:
    """A timeline in words: its periods in source order, with their events."""
    if timeline.description:
        return timeline.description
    periods = [period for section in timeline.sections for period in section.periods]
    return told(
        f"Timeline of {counted(len(periods), 'period', 'periods')}",
        (": ".join(filter(None, (it.text, ", ".join(it.events)))) for it in periods),
    )
