"""How the series of a chart are told apart: the theme's categories, red for the critical alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diagramkit.geometry import Path, Point, Rect, circle
from diagramkit.layout.charts.bar import bar
from diagramkit.layout.figure.brush import BODY, CATEGORIES, TOP, Brush, Ink, Painted
from diagramkit.mermaid.kinds.xychart.model import Series, XYChart
from diagramkit.scene import NO_COLOR, Paint

_BELOW_LINES: tuple[tuple[Ink, Ink], ...] = (
    ("panel", "muted"),
    ("border", "muted"),
    ("muted", "muted"),
)
"""Fill and edge of series of bars that lines run over, so that those stand out."""
DATA = 1.25
"""Widths of lines of data, in those of other lines: heavier than the grid, lighter than accent."""
DOT = 3.0
"""Radius of the dot at a value."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one series."""

    series: Series
    fill: Ink
    edge: Ink
    is_hollow: bool = False

    @property
    def accented(self) -> Look:
        """The same, singled out."""
        return replace(self, fill="accent", edge="accent")

    @property
    def outlined(self) -> Look:
        """The same in its own colour, singled out by its edge alone: which series a bar is of
        stays to be seen."""
        return replace(self, edge="accent")

    @property
    def is_critical(self) -> bool:
        return self.fill == "accent"

    def bar(self, brush: Brush, key: str, rect: Rect) -> Painted:
        """One bar."""
        return bar(brush, key, rect, self.fill, self.edge)

    def line(self, brush: Brush, key: str, points: Sequence[Point]) -> Painted:
        """The line, straight from value to value."""
        edges = brush.mode.edges
        width = edges.accent.stroke_width if self.is_critical else DATA * edges.main.stroke_width
        paint = Paint(NO_COLOR, brush.ink(self.fill), width)
        return brush.mark(key, f"series-{self.fill}", Path.polyline(points), paint, BODY)

    def dot(self, brush: Brush, key: str, at: Point) -> Painted:
        """The mark of one value, with a rim that parts it from what it lies on."""
        ink, canvas = brush.ink(self.fill), brush.ink("canvas")
        paint = Paint(canvas, ink, 1.4) if self.is_hollow else Paint(ink, canvas, 1.0)
        role = f"dot-{self.fill}-hollow" if self.is_hollow else f"dot-{self.fill}"
        return brush.mark(key, role, circle(at, DOT), paint, TOP)


def looks_of(chart: XYChart) -> list[Look]:
    """The look of each series, in source order: the theme's categories, where there are several
    of a form."""
    count = Counter(one.form for one in chart.series)
    places: Counter[str] = Counter()
    found: list[Look] = []
    for one in chart.series:
        place = places[one.form]
        places[one.form] += 1
        look = _look(one, place, is_alone=count[one.form] == 1, over=count["line"])
        found.append(look.accented if one.name in chart.critical else look)
    return found


def _look(series: Series, place: int, *, is_alone: bool, over: int) -> Look:
    """The look of the series at a place among those of its form; `over` so many lines."""
    if series.form == "bar" and over:
        return Look(series, *_BELOW_LINES[place % len(_BELOW_LINES)])
    ink: Ink = "line" if is_alone else CATEGORIES[place % len(CATEGORIES)]
    return Look(series, ink, ink, is_hollow=place % (2 * len(CATEGORIES)) >= len(CATEGORIES))
