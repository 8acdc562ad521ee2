"""Vectors."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from diagramkit.figure.part import Model, Part, Role, Words


class Vector(Model):
    """An arrow from the origin."""

    label: Words = ""
    """Words at its tip."""
    angle: Annotated[float, Field(ge=-360, le=360)]
    """Its direction in degrees, counterclockwise from the right."""
    length: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How long it is, as a share of the longest there can be."""
    role: Role | None = None
    """`accent` singles it out, `secondary` draws it thin."""


class Turn(Model):
    """An arc from one direction to another."""

    start: Annotated[float, Field(ge=-360, le=360, alias="from")]
    """Where it begins, in degrees."""
    end: Annotated[float, Field(ge=-360, le=360, alias="to")]
    """Where it ends, in degrees."""
    label: Words = ""
    """Words beside it."""
    role: Role | None = None
    """`accent` singles it out."""


class Vectors(Part):
    """Arrows from one origin, and the angles between them.

    - vectors: [{label: q, angle: 25}, {label: rotated, angle: 70, role: accent}]
      turns: [{from: 25, to: 70, label: mθ}]
    """

    MAIN: ClassVar = "vectors"

    vectors: Annotated[tuple[Vector, ...], Field(min_length=1)]
    """The arrows."""
    turns: tuple[Turn, ...] = ()
    """The angles."""
