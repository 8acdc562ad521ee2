"""A column."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.container import Container, Parts
from diagramkit.figure.part import Part


class Column(Container):
    """Parts below each other, top to bottom, on one centre line.

    - column: [{box: Query}, {box: Key}, {box: Value}]
    """

    MAIN: ClassVar = "column"

    column: Parts
    """The parts."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.column
