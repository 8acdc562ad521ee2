"""A meter."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from diagramkit.figure.part import Part, Words

Filled = Annotated[int, Field(ge=0, le=24)]
"""How many squares are filled, 0 to 24."""
Squares = Annotated[int, Field(ge=1, le=24)]
"""How many squares there are, 1 to 24."""


class Meter(Part):
    """How many of a few: filled squares and empty ones.

    - {meter: 2, of: 4, small: experts active}
    """

    MAIN: ClassVar = "filled"

    filled: Filled
    """How many squares are filled."""
    of: Squares = 4
    """How many there are."""
    small: Words = ""
    """Words beside them."""

    @model_validator(mode="after")
    def _fits(self) -> Meter:
        if self.filled > self.of:
            raise ValueError(f"{self.filled} of {self.of} squares cannot be filled")
        return self
