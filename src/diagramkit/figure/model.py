"""A figure: what it shows, its parts, the connectors between them, the critical path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SerializeAsAny, model_validator

from diagramkit.figure.check import Found, resolve
from diagramkit.figure.connection import Connections
from diagramkit.figure.container import Container, gathered
from diagramkit.figure.part import Lines, Model, Part, Words, walk


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Figure(Model):
    """A figure: a row, a column or a grid of parts, or one part alone."""

    figure: Words = "figure"
    """Marks a file as a figure; a word of your own for what kind of figure it is."""
    title: Annotated[Words, Field(min_length=1)]
    """What it shows, for people who cannot see it; in the picture too where `titled` says so."""
    titled: bool = False
    """Whether the title stands above the picture, for a figure that stands alone."""
    small: Lines = ()
    """A second line below the title, which then stands above the picture."""
    desc: Annotated[Words, Field(min_length=1)]
    """What can be seen in it, for people who cannot see it."""
    body: SerializeAsAny[Container]
    """Its parts: a row, a column or a grid."""
    connect: Connections = ()
    """Connectors between any two parts."""
    critical: Annotated[
        tuple[Words, ...],
        BeforeValidator(_listed, json_schema_input_type=str | list[str]),
        Field(max_length=200),
    ] = ()
    """The critical path: parts by path, connectors as `a -> b` with any arrow. They take the
    accent."""
    caption: Lines = ()
    """Words below the picture."""

    def __init__(self, *body: Any, **fields: Any) -> None:
        if body:
            from diagramkit.figure.kinds.column import Column

            is_alone = isinstance(body[0], Part) and not isinstance(body[0], Container)
            fields = {"body": Column(body[0]) if is_alone else body[0], **fields}
        super().__init__(**fields)

    @cached_property
    def found(self) -> Found:
        """What its paths lead to."""
        return resolve(self.body, self.connect, self.critical)

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, values: Any) -> Any:
        return gathered(values, cls.model_fields.keys()) if isinstance(values, dict) else values

    @property
    def parts(self) -> Iterator[Part]:
        """Every part, from the top."""
        return walk(self.body)
