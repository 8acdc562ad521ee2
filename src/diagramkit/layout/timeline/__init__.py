"""Timelines: a ruled axis with periods along it, and what happened under each (or beside it).

There are no coloured boxes: the axis is one line for each section, and breaks between sections.
From left to right, periods are columns of one width, in rows where they are too many for the
page; from above, they are rows on an upright axis.
"""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.diagnostics import Location, counted
from diagramkit.layout import Layout
from diagramkit.layout.budget import accent_overused, too_wide
from diagramkit.layout.description import tell
from diagramkit.layout.timeline import across, down
from diagramkit.layout.timeline.entries import entries
from diagramkit.mermaid.kinds.timeline.model import Period, Timeline
from diagramkit.theme.model import Theme

__all__ = ["lay_out_chart"]


def lay_out_chart(timeline: Timeline, theme: Theme, path: str) -> Layout:
    """Place a timeline. Nothing in it has a class."""
    place = down.place if timeline.direction == "TB" else across.place
    periods = [period for section in timeline.sections for period in section.periods]
    size, paint = place(entries(timeline), theme)
    whole, critical = Location(path), [it for it in periods if it.text in timeline.critical]
    warnings = (
        *accent_overused(theme, len(critical), len(periods), "periods", whole),
        *too_wide(theme, size.width, whole, "shorten the longest words"),
    )
    description = timeline.description or _describe(periods)
    return Layout(
        theme,
        warnings,
        timeline.title,
        description,
        size,
        paint,
        timeline.heading,
        is_chart=True,
    )


def _describe(periods: Sequence[Period]) -> str:
    """A timeline in words: its periods in source order, with their events."""
    return tell(
        f"Timeline of {counted(len(periods), 'period', 'periods')}",
        (": ".join(filter(None, (it.text, ", ".join(it.events)))) for it in periods),
    )
