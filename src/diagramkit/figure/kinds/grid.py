"""A grid."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from diagramkit.figure.container import Container, Parts
from diagramkit.figure.part import Part


class Grid(Container):
    """Parts in rows and columns that line up; `space` leaves a place free.

    - grid: [{box: Cast}, {box: Forward}, {box: Update}, {box: Backward}]
      columns: 2
      connect: ["cast -> forward -> backward -> update"]
    """

    MAIN: ClassVar = "grid"

    grid: Parts
    """The parts, row by row."""
    columns: Annotated[int, Field(ge=1, le=24)] = 2
    """How many columns there are."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.grid
