"""A number line."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from diagramkit.figure.axis import Axis, Value
from diagramkit.figure.kinds.timeline import Span
from diagramkit.figure.part import Model, Part, Role, Words


class Number(Model):
    """A point on a number line, written as a mapping, as `[x, label]` or as the number alone."""

    x: Value
    """Where it is."""
    label: Words = ""
    """Words above it."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it hollow."""


def _number(item: Any) -> Any:
    if isinstance(item, (list, tuple)) and 1 <= len(item) <= 2:
        return dict(zip(("x", "label"), item, strict=False))
    return {"x": item} if isinstance(item, (int, float)) else item


def _numbers(value: object) -> object:
    return tuple(map(_number, value)) if isinstance(value, (list, tuple)) else value


class Numberline(Part):
    """Points and stretches on one level axis.

    - numberline: [[0.5, half precision], {x: 2, label: here, role: accent}, [7.5, edge]]
      x: {label: bits a weight, low: 0, high: 8, ticks: auto}
      spans: [{from: 1.5, to: 4, title: quantized}]
    """

    MAIN: ClassVar = "points"

    points: Annotated[
        tuple[Number, ...],
        BeforeValidator(_numbers, json_schema_input_type=list[Number | float | list[float | str]]),
        Field(min_length=1, max_length=100),
    ]
    """The points."""
    x: Axis = Axis(ticks="auto")
    """The axis; round values are marked unless its `ticks` say otherwise."""
    spans: Annotated[tuple[Span, ...], Field(max_length=50)] = ()
    """Stretches of the axis, drawn below it."""
    width: Annotated[float, Field(ge=120, le=1600)] | None = None
    """How long the axis is in user units; as long as the theme says when left out."""

    @model_validator(mode="after")
    def _on_axis(self) -> Numberline:
        ends = [end for span in self.spans for end in (span.start, span.end)]
        for value in (*(one.x for one in self.points), *ends):
            if not self.x.holds(value):
                raise ValueError(f"{value:g} is not on the axis x")
        return self
