"""A timeline."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from diagramkit.figure.axis import Axis, Value
from diagramkit.figure.connection import Line
from diagramkit.figure.part import Lines, Model, Part, Role, Words


class Span(Model):
    """A stretch of the shared axis."""

    start: Value = Field(alias="from")
    """Where it begins."""
    end: Value = Field(alias="to")
    """Where it ends."""
    title: Words = ""
    """Words in it; below it where they have no room."""
    line: Line = "solid"
    """Its border: `dashed` for what is idle, planned or waited for."""
    role: Role | None = None
    """`accent` singles it out, `primary` is strong, `note` and `secondary` are quiet."""

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.start >= self.end:
            raise ValueError(f"from is {self.start:g} and to {self.end:g}: from has to be less")
        return self


class Track(Model):
    """A row of spans."""

    label: Words = ""
    """Whose spans they are, at the left."""
    small: Lines = ()
    """Further lines below the label."""
    spans: Annotated[tuple[Span, ...], Field(max_length=200)] = ()
    """The spans; those that overlap stand below each other."""


class Moment(Model):
    """A moment: an upright line through all rows."""

    x: Value
    """Where it is on the axis."""
    label: Words = ""
    """Words above it."""
    line: Line = "dashed"
    """`solid` or `dashed`."""
    role: Role | None = None
    """`accent` singles it out."""


class Timeline(Part):
    """Spans on a shared axis, such as time: who does what from when to when.

    - timeline:
        - {label: GPU 0, spans: [{from: 0, to: 2, title: F1}, {from: 2, to: 4, title: F2}]}
        - {label: GPU 1, spans: [{from: 2, to: 4, title: F1}, {from: 4, to: 6, title: F2}]}
      x: {label: time, ticks: auto}
      moments: [{x: 4, label: GPU 0 is idle, role: accent}]
    """

    MAIN: ClassVar = "tracks"

    tracks: Annotated[tuple[Track, ...], Field(min_length=1, max_length=100)]
    """The rows, from the top."""
    x: Axis = Axis()
    """The axis that all share."""
    moments: Annotated[tuple[Moment, ...], Field(max_length=50)] = ()
    """Moments: lines through all rows."""
    width: Annotated[float, Field(ge=120, le=1600)] | None = None
    """How long the axis is in user units; as long as the theme says when left out."""

    @model_validator(mode="after")
    def _on_axis(self) -> Timeline:
        spans = [span for track in self.tracks for span in track.spans]
        values = [end for span in spans for end in (span.start, span.end)]
        for value in (*values, *(one.x for one in self.moments)):
            if not self.x.holds(value):
                raise ValueError(f"{value:g} is not on the axis x")
        return self
