"""Axes: what they show, from where to where, and what is marked on them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from diagramkit.figure.expression import LARGEST
from diagramkit.figure.part import Model, Words

Value = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
"""A value on an axis, -1e15 to 1e15."""
Tick = Value | tuple[Value, Words]


LEAST_LOG = 1e-15
"""The least value of a log axis."""


class Axis(Model):
    """One axis."""

    label: Words = ""
    """What it shows; the words of the upright axis stand above it, not along it."""
    low: Value | None = None
    """Its least value; when left out 0, or a round number below what is shown."""
    high: Value | None = None
    """Its greatest value; when left out 1, or a round number above what is shown."""
    scale: Literal["linear", "log"] = "linear"
    """`log` for powers of ten at equal distances."""
    ticks: Literal["auto"] | Annotated[tuple[Tick, ...], Field(max_length=100)] = ()
    """Values to mark, each alone or with words: `[0.5, half]`; `auto` marks round values."""

    @model_validator(mode="after")
    def _ordered(self) -> Axis:
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"low is {self.low:g} and high {self.high:g}: low has to be less")
        if self.scale == "log" and any(
            end is not None and end < LEAST_LOG for end in (self.low, self.high)
        ):
            raise ValueError("a log axis has values above 0 alone")
        return self

    def holds(self, value: float) -> bool:
        """Whether a value lies on the axis, as far as its source says where that ends."""
        is_low = self.low is not None and value < self.low
        is_high = self.high is not None and value > self.high
        return not (is_low or is_high or (self.scale == "log" and value < LEAST_LOG))
