"""What a chart of bars and lines says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diagramkit.diagnostics import Location
from diagramkit.mermaid.titles import Chart

Form = Literal["bar", "line"]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: the names along it, or its range, or neither where the source leaves it open.

    `range` may run downwards.
    """

    title: str = ""
    names: tuple[str, ...] = ()
    range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Values in order along the first axis, with words for some of them."""

    form: Form
    name: str
    values: tuple[float, ...]
    words: tuple[str, ...]
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class XYChart(Chart):
    """A whole chart, in source order.

    `y` is the axis of values, which stands upright unless the chart `is_horizontal`.
    `shows_values` is the setting `showDataLabel`. `critical` holds the names of series and slots
    that `%% diagram: critical name` names.
    """

    x: Axis = Axis()
    y: Axis = Axis()
    series: tuple[Series, ...] = ()
    is_horizontal: bool = False
    shows_values: bool = False
    critical: frozenset[str] = frozenset()
