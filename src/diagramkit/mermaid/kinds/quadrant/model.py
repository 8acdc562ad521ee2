"""What a quadrant chart says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.diagnostics import Location
from diagramkit.mermaid.titles import Chart

Ends = tuple[str, str]
"""The words at the low and at the high end of an axis. Words at the low end alone name the axis."""
Style = tuple[tuple[str, str], ...]
"""`radius`, `color`, `stroke-color` and `stroke-width` with their values, as written."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point; `x` and `y` go from 0 to 1, to the right and up. No two lines have one text
    unless the source repeats it."""

    text: str
    x: float
    y: float
    class_name: str = ""
    style: Style = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Quadrant(Chart):
    """A whole quadrant chart.

    `quadrants` holds the words of the four in Mermaid's order: top right, top left, bottom left,
    bottom right. `critical` holds the texts of points that `%% diagram: critical text` names.
    """

    x: Ends = ("", "")
    y: Ends = ("", "")
    quadrants: tuple[str, str, str, str] = ("", "", "", "")
    points: tuple[Point, ...] = ()
    class_styles: tuple[tuple[str, Style], ...] = ()
    critical: frozenset[str] = frozenset()
