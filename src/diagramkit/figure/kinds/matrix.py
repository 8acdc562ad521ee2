"""A matrix."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from diagramkit.figure.part import Model, Part, Role, Words

Number = Annotated[float, Field(strict=True, ge=0, le=1)]
Written = Annotated[str, StringConstraints(strict=True, max_length=40)]
Entry = Annotated[Number | Written, Field(union_mode="left_to_right")]
Count32 = Annotated[int, Field(ge=1, le=32)]
EntryRow = tuple[Entry, ...]


class Tile(Model):
    """A dashed frame over a rectangle of cells."""

    rows: tuple[Count32, Count32]
    """The first and the last row, counted from 1."""
    columns: tuple[Count32, Count32]
    """The first and the last column, counted from 1."""
    label: Words = ""
    """Words right of the matrix, level with it."""
    role: Role | None = None
    """`accent` singles it out."""


class Matrix(Part):
    """Numbers from 0 to 1 as heat cells, or words, in rows and columns; a mask hides cells.

    - matrix: [[1, 0, 0], [0.6, 0.4, 0], [0.2, 0.5, 0.3]]
      mask: causal
      columns: [the, cat, sat]
      rows: [the, cat, sat]
      regions: [{rows: [2, 3], columns: [1, 2], label: one tile}]
    """

    MAIN: ClassVar = "matrix"

    matrix: Annotated[tuple[EntryRow, ...], Field(min_length=1, max_length=32)]
    """The rows, each a list of entries: numbers from 0 to 1 are shown as heat."""
    columns: tuple[Words, ...] = ()
    """Words above the columns."""
    rows: tuple[Words, ...] = ()
    """Words beside the rows."""
    mask: Literal["none", "causal"] = "none"
    """`causal` hides what stands right of the diagonal."""
    numbers: bool = False
    """Whether numbers are written into their cells."""
    regions: Annotated[tuple[Tile, ...], Field(max_length=24)] = ()
    """Dashed frames over some of the cells."""

    @model_validator(mode="after")
    def _even(self) -> Matrix:
        widths = {len(row) for row in self.matrix}
        if len(widths) > 1 or not 1 <= max(widths) <= 32:
            raise ValueError("every row needs the same number of entries, 1 to 32")
        for words, count, what in (
            (self.columns, max(widths), "columns"),
            (self.rows, len(self.matrix), "rows"),
        ):
            if words and len(words) != count:
                raise ValueError(f"{len(words)} words for {count} {what}")
        for tile in self.regions:
            pairs = ((tile.rows, len(self.matrix)), (tile.columns, max(widths)))
            if any(not first <= last <= count for (first, last), count in pairs):
                raise ValueError(
                    f"rows {list(tile.rows)}, columns {list(tile.columns)} are no region of a "
                    f"matrix of {len(self.matrix)} × {max(widths)}"
                )
        return self
