"""Cells."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from diagramkit.figure.part import Count, Flow, Model, Part, Role, Words, slug


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


class Region(Model):
    """A dashed frame over cells that follow each other."""

    start: Count | Words = Field(alias="from")
    """The first cell: its number, counted from 1, or its name or words."""
    end: Count | Words = Field(alias="to")
    """The last cell."""
    label: Words = ""
    """Words beside it: above a row, right of a column."""
    role: Role | None = None
    """`accent` singles it out."""


class Cells(Part):
    """Equal things of one kind, such as heads, tokens or blocks of memory. One cell can stand
    for several places, which shows that it is shared.

        - row: [{cells: [Q1, Q2, Q3, Q4], name: q}, {cells: [KV A, KV B], name: kv, span: 2}]
          connect: ["q/* -> kv/*"]
        - cells: [one, two, three]
          flow: row
          regions: [{from: 1, to: 2, label: cached}]
        - cells: [code, heap, stack]
          flow: column
          borders: ["0x0000", "0x4000", "", "0xffff"]
    """

    MAIN: ClassVar = "items"

    items: CellList
    """The cells: words, or mappings with `text`, `role`, `span` and `name`."""
    flow: Flow | None = None
    """`row` side by side, `column` below each other; across the direction of what they are in
    when left out."""

    regions: Annotated[tuple[Region, ...], Field(max_length=24)] = ()
    """Dashed frames over some of the cells."""
    borders: Annotated[tuple[Words, ...], Field(max_length=201)] = ()
    """What stands at the borders of the places, such as addresses or times: before the first,
    between each two and after the last; left of a column, below a row. Empty words leave one
    out."""

    @model_validator(mode="after")
    def _known(self) -> Cells:
        for region in self.regions:
            self.reach(region)
        places = sum(max(cell.columns_taken, self.columns_taken) for cell in self.items)
        if self.borders and len(self.borders) != places + 1:
            raise ValueError(
                f"{len(self.borders)} borders: {places} places have {places + 1}, the first and "
                "the last included; leave one out with an empty word"
            )
        return self

    def reach(self, region: Region) -> tuple[int, int]:
        """The places of the first and the last cell of a region. Raises ValueError where there is
        no such cell."""
        first, last = (self._place(end) for end in (region.start, region.end))
        if first > last:
            raise ValueError(f'the region from "{region.start}" to "{region.end}" is empty')
        return first, last

    def _place(self, end: int | str) -> int:
        if isinstance(end, int):
            if end > len(self.items):
                raise ValueError(f"there is no cell {end}: there are {len(self.items)}")
            return end - 1
        names = [cell.called for cell in self.items]
        if slug(end) not in names:
            raise ValueError(f'there is no cell "{end}"')
        return names.index(slug(end))

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.items
