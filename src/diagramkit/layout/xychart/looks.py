"""How the series of a chart are told apart: few tones and dashes, red for the critical alone."""

from __future__ import annotations

from collections.abc import Sequence

from diagramkit.dataclass import dataclass
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
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 4), (2, 3), (10, 4, 2, 4))
_INKS: tuple[Fill, ...] = ("line", "muted")
DOT = 3.0
"""Radius of the dot at a value."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one series."""

    series: Series
    fill: Fill
    edge: Fill
    dash: tuple[float, ...]

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
        paint = Paint(NO_COLOR, brush.ink(self.fill), width, self.dash)
        return brush.mark(key, f"series-{self.fill}", Path.polyline(points), paint, BODY)

    def dot(self, brush: Brush, key: str, at: Point) -> Painted:
        """The mark of one value, with a rim that parts it from what it lies on."""
        paint = Paint(brush.ink(self.fill), brush.ink("canvas"), 1.0)
        return brush.mark(key, f"dot-{self.fill}", circle(at, DOT), paint, TOP)


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
        dash: tuple[float, ...] = ()
        if one.form == "line":
            dash = _DASHES[place % len(_DASHES)]
            fill = edge = _INKS[place // len(_DASHES) % len(_INKS)]
        if one.name in chart.critical:
            fill = edge = "accent"
            dash = ()
        found.append(Look(one, fill, edge, dash))
    return found
