"""What a radar chart says, before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from diagramkit.mermaid.titles import Chart


@dataclass(frozen=True, slots=True)
class Axis:
    """A spoke; `label` is what stands at its end."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A line around the chart with one value for each axis, in their order."""

    name: str
    label: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Radar(Chart):
    """A whole radar chart, in source order.

    The centre stands for `least`, the rim for `most`, and there are so many rings. `critical` holds
    the names of curves that `%% diagram: critical A` names, or their labels.
    """

    axes: tuple[Axis, ...] = ()
    curves: tuple[Curve, ...] = ()
    least: float = 0.0
    most: float = 1.0
    rings: int = 5
    is_round: bool = True
    critical: frozenset[str] = frozenset()
