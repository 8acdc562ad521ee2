"""What a timeline is painted with: axes, dots, rules, words."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Path, Point, Rect, rounded_rect
from diagramkit.layout.lines import write
from diagramkit.layout.timeline.entries import Entry
from diagramkit.layout.words import Label
from diagramkit.scene import NO_COLOR, Anchor, Mark, Paint, Text
from diagramkit.theme.model import Mode, Theme

DOT = 8.0
"""Diameter of the dot of a period, in user units."""


class Pen:
    """Makes primitives in the colours of a mode."""

    def __init__(self, theme: Theme, mode: Mode) -> None:
        self.theme, self.mode = theme, mode

    def axis(self, key: str, start: Point, end: Point) -> Mark:
        """The line of a section, in the width of a main edge."""
        look = self.mode.edges.main
        paint = Paint(NO_COLOR, look.stroke, look.stroke_width)
        return Mark(f"axis:{key}", "axis", Path.polyline([start, end]), paint)

    def rule(self, key: str, start: Point, end: Point) -> Mark:
        """A hairline between two events."""
        paint = Paint(NO_COLOR, self.mode.border, self.mode.group.stroke_width)
        return Mark(f"rule:{key}", "hairline", Path.polyline([start, end]), paint)

    def dot(self, entry: Entry, center: Point) -> Mark:
        """Where a period stands on the axis; larger and accent where it is critical."""
        edges = self.mode.edges
        look, role = (edges.accent, "accent-dot") if entry.is_critical else (edges.main, "dot")
        size = DOT / 2 + (2 if entry.is_critical else 0)
        path = rounded_rect(Rect(*center, 0, 0).grown(size), size)
        return Mark(f"dot:{entry.key}", role, path, Paint(look.stroke))

    def section(self, key: str, label: Label, at: Point) -> Iterator[Text | Mark]:
        """The title of a section."""
        return write(f"section:{key}", "group-title", label, at, self.mode.group.text)

    def period(
        self, key: str, label: Label, at: Point, anchor: Anchor = "start"
    ) -> Iterator[Text | Mark]:
        """The words of a period."""
        return write(f"period:{key}", "title", label, at, self.mode.text, anchor=anchor)

    def event(self, key: str, label: Label, at: Point) -> Iterator[Text | Mark]:
        """The words of an event."""
        return write(f"event:{key}", "body", label, at, self.mode.muted)
