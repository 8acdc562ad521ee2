"""A box."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from diagramkit.figure.connection import Line
from diagramkit.figure.container import Holder
from diagramkit.figure.part import Lines, Width, Words


class Box(Holder):
    """A step, a thing, a state: a frame with a title, small lines and lines of code.

    With a row, a column or a grid of parts in it, it is a frame around them.

        - {box: Input X, small: token embeddings, mono: n × d_model}
    """

    MAIN: ClassVar = "title"
    TITLE: ClassVar = "title"

    title: Words = ""
    """The first line."""
    small: Lines = ()
    """Further lines, in the second colour."""
    mono: Lines = ()
    """Lines of code, below the others."""
    shape: Literal[
        "box", "cylinder", "stadium", "diamond", "hexagon", "circle", "trapezoid", "inv-trapezoid"
    ] = "box"
    """Its outline; `cylinder` for what stores, `trapezoid` for what widens downwards (a layer of a
    pyramid, a decoder), `inv-trapezoid` for what narrows (a funnel). With parts in it, it is a
    plain `box`."""

    line: Line = "solid"
    """Its border, `solid` or `dashed`: a dashed box around parts is a region."""
    width: Width | None = None
    """How wide it is in user units, at which its words wrap; as wide as its words and parts need
    when left out, and never narrower than its parts."""

    @model_validator(mode="after")
    def _framed(self) -> Box:
        if self.body and self.shape != "box":
            raise ValueError(f"a box with parts in it is a plain frame: leave out {self.shape}")
        return self
