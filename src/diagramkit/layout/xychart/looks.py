"""How the series of a chart are told apart: few tones and dots, red for the critical alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diagramkit.geometry import Path, Point, Rect, circle
from diagramkit.layout.charts.bar import Fill, bar
from diagramkit.layout.figure.brush import BODY, TOP, Brush, Painted
from diagramkit.mermaid.kinds.xychart.model import Series, XYChart
from diagramkit.scene import NO_COLOR, Paint

_BARS: tuple[tuple[Fill, Fill], ...] = (
    ("line", "line"),
    ("panel", "line"),
    ("muted", "muted"),
    ("border", "muted"),
)
"""Fill and edge of one series of bars after the other."""
_BARS_BELOW_LINES: tuple[tuple[Fill, Fill], ...] = (
    ("panel", "muted"),
    ("border", "muted"),
    ("muted", "muted"),
)
"""The same where lines run over the bars, so that they stand out."""
_LINES: tuple[tuple[Fill, bool], ...] = (
    ("line", False),
    ("muted", False),
    ("line", True),
    ("muted", True),
)
"""Ink of one line after the other, and whether its dots are hollow."""
DOT = 3.0
"""Radius of the dot at a value."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one series."""

    series: Series
    fill: Fill
    edge: Fill
    is_hollow: bool = False

    @property
    def accented(self) -> Look:
        """The same, singled out."""
        return replace(self, fill="accent", edge="accent")

    @property
    def is_critical(self) -> bool:
        return self.fill == "accent"

    def bar(self, brush: Brush, key: str, rect: Rect) -> Painted:
        """One bar."""
        return bar(brush, key, rect, self.fill, self.edge)

    def line(self, brush: Brush, key: str, points: Sequence[Point]) -> Painted:
        """The line, straight from value to value."""
        edges = brush.mode.edges
        width = edges.accent.stroke_width if self.is_critical else edges.main.stroke_width
        paint = Paint(NO_COLOR, brush.ink(self.fill), width)
        return brush.mark(key, f"series-{self.fill}", Path.polyline(points), paint, BODY)

    def dot(self, brush: Brush, key: str, at: Point) -> Painted:
        """The mark of one value, with a rim that parts it from what it lies on."""
        ink, canvas = brush.ink(self.fill), brush.ink("canvas")
        paint = Paint(canvas, ink, 1.4) if self.is_hollow else Paint(ink, canvas, 1.0)
        role = f"dot-{self.fill}-hollow" if self.is_hollow else f"dot-{self.fill}"
        return brush.mark(key, role, circle(at, DOT), paint, TOP)


def looks_of(chart: XYChart) -> list[Look]:
    """The look of each series, in source order."""
    has_lines = any(one.form == "line" for one in chart.series)
    bars = _BARS_BELOW_LINES if has_lines else _BARS
    counts = {"bar": 0, "line": 0}
    found: list[Look] = []
    for one in chart.series:
        place = counts[one.form]
        counts[one.form] += 1
        fill, edge = bars[place % len(bars)]
        is_hollow = False
        if one.form == "line":
            fill, is_hollow = _LINES[place % len(_LINES)]
            edge = fill
        look = Look(one, fill, edge, is_hollow)
        found.append(look.accented if one.name in chart.critical else look)
    return found
