"""A plot."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from diagramkit.figure.axis import Axis, Value
from diagramkit.figure.connection import Line
from diagramkit.figure.expression import Expression, compiled
from diagramkit.figure.part import Lines, Model, Part, Role, Words


class Curve(Model):
    """One curve, by points or by a formula in x."""

    label: Words = ""
    """Words at its end."""
    formula: Expression = ""
    """y of x, such as `1 - exp(-4*x)`."""
    points: tuple[tuple[Value, Value], ...] = ()
    """Points that the line runs through, from left to right: `[[0, 1], [2, 4]]`."""
    shape: Literal["smooth", "straight", "steps"] = "smooth"
    """How it runs from point to point; `straight` for measured values and for formulas with a
    corner, `steps` for values that hold until the next."""
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


class Dot(Model):
    """A point of a scatter plot, written as a mapping or as `[x, y, label]`."""

    x: Value
    """Where on the x axis."""
    y: Value
    """Where on the y axis."""
    label: Words = ""
    """Words beside it."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it hollow."""


def dots_of(value: object) -> object:
    """Points from lists of two or three."""
    if not isinstance(value, (list, tuple)):
        return value
    return tuple(map(_dot, value))


def _dot(item: Any) -> Any:
    is_short = isinstance(item, (list, tuple)) and len(item) in (2, 3)
    return dict(zip(("x", "y", "label"), item, strict=False)) if is_short else item


class Callout(Model):
    """A box of words that points at a curve, or at any place of a plot."""

    x: Value
    """Where on the x axis."""
    y: Value | None = None
    """Where on the y axis; on the curve when left out."""
    curve: Annotated[int, Field(ge=1, le=1000)] | Words = 1
    """At which curve: its words, or its number, counted from 1."""
    title: Words = ""
    """Its first line."""
    small: Lines = ()
    """Further lines."""
    role: Role | None = None
    """Its look."""


class Plot(Part):
    """Curves and points over two axes, with bands, boundaries and call-outs.

    - plot:
        - {label: quality, formula: "1 - exp(-4*x)"}
        - {label: cost, formula: 0.8*x, line: dashed}
      x: {label: tokens}
      y: {label: quality or cost}
      boundaries: [{x: 0.6, label: budget, role: accent}]
      callouts: [{x: 0.2, curve: quality, title: Worth it, small: much for little}]
      points: [[0.35, 0.5, measured], {x: 0.8, y: 0.3, role: secondary}]
    """

    MAIN: ClassVar = "curves"

    curves: Annotated[tuple[Curve, ...], Field(max_length=100)] = ()
    """The curves."""
    points: Annotated[
        tuple[Dot, ...],
        BeforeValidator(dots_of, json_schema_input_type=list[Dot | list[float | str]]),
        Field(max_length=500),
    ] = ()
    """Single points, as in a scatter plot."""
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

    @model_validator(mode="after")
    def _shown(self) -> Plot:
        if not (self.curves or self.points):
            raise ValueError("a plot has curves or points, and here are none")
        marked: tuple[Dot | Callout, ...] = (*self.points, *self.callouts)
        for one in marked:
            for name, axis, value in (("x", self.x, one.x), ("y", self.y, one.y)):
                if value is not None and not axis.holds(value):
                    raise ValueError(f"{name} {value:g} is not on the {name} axis")
        for callout in self.callouts:
            self.curve_of(callout)
        return self

    def curve_of(self, callout: Callout) -> int:
        """The place of the curve that a call-out points at. Raises ValueError without one."""
        if callout.y is not None:
            return 0
        names = [curve.label for curve in self.curves]
        if isinstance(callout.curve, str):
            if callout.curve not in names:
                known = ", ".join(f'"{name}"' for name in names if name)
                raise ValueError(f'there is no curve "{callout.curve}"; there are {known}')
            return names.index(callout.curve)
        if callout.curve > len(names):
            raise ValueError(f"there is no curve {callout.curve} to point at: give x and y")
        return callout.curve - 1
