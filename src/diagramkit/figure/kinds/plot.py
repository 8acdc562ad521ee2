"""A plot."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from diagramkit.figure.connection import Line
from diagramkit.figure.expression import Expression, compiled
from diagramkit.figure.part import Lines, Model, Part, Role, Words

Value = Annotated[float, Field(ge=-1e9, le=1e9)]
Tick = Value | tuple[Value, Words]


class Axis(Model):
    """One axis."""

    label: Words = ""
    """What it shows; the words of the upright axis stand above it, not along it."""
    low: Value = 0.0
    """Its least value."""
    high: Value = 1.0
    """Its greatest value."""
    ticks: tuple[Tick, ...] = ()
    """Values to mark, each alone or with words: `[0.5, half]`."""

    @model_validator(mode="after")
    def _ordered(self) -> Axis:
        if self.low >= self.high:
            raise ValueError("low has to be less than high")
        return self


class Curve(Model):
    """One curve, by points or by a formula in x."""

    label: Words = ""
    """Words at its end."""
    formula: Expression = ""
    """y of x, such as `1 - exp(-4*x)`."""
    points: tuple[tuple[Value, Value], ...] = ()
    """Points that a smooth line runs through, from left to right."""
    line: Line = "solid"
    """`solid` or `dashed`."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it thin."""

    @model_validator(mode="after")
    def _one(self) -> Curve:
        if bool(self.formula) == bool(self.points):
            raise ValueError("a curve has either a formula or points")
        if self.points and len(self.points) < 2:
            raise ValueError("a curve needs two points at least")
        if any(a[0] >= b[0] for a, b in zip(self.points, self.points[1:], strict=False)):
            raise ValueError("points go from left to right, each x greater than the one before")
        return self

    def value(self, x: float) -> float | None:
        """y at x of a curve with a formula; None where it has none."""
        return compiled(self.formula)(x)


class Band(Model):
    """A stretch of the x axis that is set off."""

    start: Value = Field(alias="from")
    """Where it begins, on the x axis."""
    end: Value = Field(alias="to")
    """Where it ends."""
    title: Words = ""
    """Words at its top."""
    small: Lines = ()
    """Smaller words below them."""


class Boundary(Model):
    """A line across the plot at a value."""

    x: Value | None = None
    """Where an upright line stands on the x axis."""
    y: Value | None = None
    """Where a level line stands on the y axis."""
    label: Words = ""
    """Words at its end."""
    line: Line = "solid"
    """`solid` or `dashed`."""
    role: Role | None = None
    """`accent` singles it out."""

    @model_validator(mode="after")
    def _one(self) -> Boundary:
        if (self.x is None) == (self.y is None):
            raise ValueError("a boundary stands at an x or at a y")
        return self


class Callout(Model):
    """A box of words that points at a curve."""

    x: Value
    """Where on the x axis."""
    curve: Annotated[int, Field(ge=1, le=1000)] = 1
    """At which curve, counted from 1."""
    title: Words = ""
    """Its first line."""
    small: Lines = ()
    """Further lines."""
    role: Role | None = None
    """Its look."""


class Plot(Part):
    """Curves over two axes, with bands, boundaries and call-outs.

    - plot:
        - {label: quality, formula: "1 - exp(-4*x)"}
        - {label: cost, formula: 0.8*x, line: dashed}
      x: {label: tokens}
      y: {label: quality or cost}
      boundaries: [{x: 0.6, label: budget, role: accent}]
    """

    MAIN: ClassVar = "curves"

    curves: Annotated[tuple[Curve, ...], Field(min_length=1)]
    """The curves."""
    x: Axis = Axis()
    """The level axis."""
    y: Axis = Axis()
    """The upright axis."""
    bands: tuple[Band, ...] = ()
    """Stretches of the x axis that are set off."""
    boundaries: tuple[Boundary, ...] = ()
    """Lines across the plot."""
    callouts: tuple[Callout, ...] = ()
    """Boxes of words that point at a curve."""
    size: (
        tuple[Annotated[float, Field(ge=120, le=900)], Annotated[float, Field(ge=80, le=900)]]
        | None
    ) = None
    """Width and height of the plot in user units; those of the theme when left out."""
