"""Bars."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from diagramkit.figure.part import Model, Part, Role, Words


class Bar(Model):
    """One bar; `split` parts it into lengths that follow each other."""

    label: Words
    """What it counts."""
    value: Annotated[float, Field(ge=0, le=1e9)]
    """How long it is, in the unit of all bars."""
    shown: Words = ""
    """The words at its end; its value when left out."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it hollow."""


class Bars(Part):
    """Quantities side by side, each a bar from the same start.

    - bars:
        - {label: Weights, value: 14, shown: 14 GB}
        - {label: KV cache, value: 8, shown: 8 GB, role: accent}
    """

    MAIN: ClassVar = "bars"

    bars: Annotated[tuple[Bar, ...], Field(min_length=1)]
    """The bars, from the top."""
