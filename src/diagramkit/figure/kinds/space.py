"""A free place."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from diagramkit.figure.part import Part


class Space(Part):
    """Nothing: a free place in a grid, or several.

    - grid: [{space: 1}, {box: Reference}, {box: Policy}, {box: Update}]
      columns: 2
    """

    MAIN: ClassVar = "space"

    space: Annotated[int, Field(ge=1, le=24)] = 1
    """How many columns of the grid stay free."""

    @property
    def columns_taken(self) -> int:
        return self.space
