"""A row."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.container import Container, Parts
from diagramkit.figure.part import Part


class Row(Container):
    """Parts side by side, left to right, on one centre line.

    - row: [{box: Encode}, {box: Decode}]
      connect: ["encode -> decode"]
    """

    MAIN: ClassVar = "row"

    row: Parts
    """The parts."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.row
