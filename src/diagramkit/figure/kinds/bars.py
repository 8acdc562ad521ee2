"""Bars."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from diagramkit.figure.part import Flow, Length, Model, Part, Role, Words

Amount = Annotated[float, Field(ge=0, le=1e12)]
"""A quantity, 0 to 1e12."""


class Piece(Model):
    """One of the lengths that follow each other in a bar."""

    label: Words = ""
    """Words in it; beside the bar where they have no room in it."""
    value: Amount
    """How long it is, in the unit of all bars."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it hollow; others get the colours of the theme's
    categories in turn."""


class Bar(Model):
    """One bar; `split` parts it into lengths that follow each other."""

    label: Words
    """What it counts."""
    value: Amount = 0.0
    """How long it is, in the unit of all bars; the sum of its pieces when left out."""
    split: Annotated[tuple[Piece, ...], Field(max_length=24)] = ()
    """What it is made of, as in a map of memory: pieces that follow each other."""
    shown: Words = ""
    """The words at its end; its value when left out."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it hollow."""

    @model_validator(mode="after")
    def _measured(self) -> Bar:
        if not ({"value", "split"} & self.model_fields_set):
            raise ValueError("value is missing: a bar has a value, or pieces under split")
        if "value" in self.model_fields_set and self.value < sum(one.value for one in self.split):
            raise ValueError(f"the pieces are more than the whole bar, which is {self.value:g}")
        return self

    @property
    def length(self) -> float:
        """The value, or the sum of the pieces."""
        return self.value or sum(one.value for one in self.split)


class Bars(Part):
    """Quantities side by side, each a bar from the same start.

    - bars:
        - {label: Weights, value: 14, shown: 14 GB}
        - {label: KV cache, value: 8, shown: 8 GB, role: accent}
        - {label: Card, split: [{label: weights, value: 14}, {label: free, value: 10}]}
    """

    MAIN: ClassVar = "bars"

    bars: Annotated[tuple[Bar, ...], Field(min_length=1)]
    """The bars, from the top or from the left."""
    flow: Flow = "column"
    """`column` for level bars below each other, `row` for upright bars side by side."""
    size: Length | None = None
    """How long the longest bar is in user units; as long as the theme says when left out."""
