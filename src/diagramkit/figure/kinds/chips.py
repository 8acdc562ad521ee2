"""Chips."""

from __future__ import annotations

from typing import ClassVar

from diagramkit.figure.kinds.cells import CellList
from diagramkit.figure.part import Flow, Part


class Chips(Part):
    """Short words, each in a small rounded frame: tags, states, choices.

    - chips: [math, code, "일반 질문"]
    """

    MAIN: ClassVar = "items"

    items: CellList
    """The chips: words, or mappings with `text`, `role` and `name`."""
    flow: Flow = "row"
    """`row` side by side, `column` below each other."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.items
