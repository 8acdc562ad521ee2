"""Cells."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from diagramkit.figure.part import Flow, Part, Words


class Cell(Part):
    """One cell; `span` is how many places it takes."""

    MAIN: ClassVar = "text"
    TITLE: ClassVar = "text"

    text: Words
    """What is in it."""


def cells_of(value: object) -> object:
    """Cells from words, alone or as mappings."""
    if not isinstance(value, (list, tuple)):
        return value
    plain = (str, int, float)
    return tuple(
        {"text": item} if isinstance(item, plain) and not isinstance(item, bool) else item
        for item in value
    )


CellList = Annotated[
    tuple[Cell, ...],
    BeforeValidator(cells_of, json_schema_input_type=list[str | Cell]),
    Field(min_length=1),
]


class Cells(Part):
    """Equal things of one kind, such as heads, tokens or blocks of memory. One cell can stand
    for several places, which shows that it is shared.

        - row: [{cells: [Q1, Q2, Q3, Q4], name: q}, {cells: [KV A, KV B], name: kv, span: 2}]
          connect: ["q/* -> kv/*"]
    """

    MAIN: ClassVar = "items"

    items: CellList
    """The cells: words, or mappings with `text`, `role`, `span` and `name`."""
    flow: Flow | None = None
    """`row` side by side, `column` below each other; across the direction of what they are in
    when left out."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.items
