"""Parts that hold other parts, and the connectors between what they hold."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any

from pydantic import Field, SerializeAsAny, model_validator

from diagramkit.figure.connection import Connections
from diagramkit.figure.part import Part

Parts = Annotated[tuple[SerializeAsAny[Part], ...], Field(min_length=1)]


class Container(Part):
    """A part that places other parts, one after the other."""

    connect: Connections = ()
    """Connectors between its parts, as `a -> b: words` or with the keys of a connector."""

    def __init__(self, *main: Any, **fields: Any) -> None:
        super().__init__(*((main,) if main else ()), **fields)


class Holder(Part):
    """A part that may have a row, a column or a grid of others in it."""

    body: SerializeAsAny[Container] | None = None
    """What is in it: a row, a column or a grid."""

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, values: Any) -> Any:
        return gathered(values, cls.model_fields.keys()) if isinstance(values, dict) else values

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.body,) if self.body else ()


def gathered(values: dict[str, Any], own: Collection[str]) -> dict[str, Any]:
    """Fields with a body made of `row`, `column` or `grid` and what belongs to it, so that
    `Panel("MHA", row=[…])` says what a source says. `own` are the fields of the holder."""
    from diagramkit.figure.kinds import kinds

    for name, kind in kinds().items():
        if name in values and issubclass(kind, Container) and "body" not in values:
            inner = values.keys() & body_fields(kind, own)
            body = kind(**{key: values[key] for key in inner})
            return {"body": body, **{key: values[key] for key in values if key not in inner}}
    return values


def body_fields(kind: type[Container], own: Collection[str]) -> set[str]:
    """The fields of a body among those of the part that holds it, whose own fields are `own`:
    the gap is the body's, as it is between parts."""
    return {name for name in kind.model_fields if name not in own or name == "gap"}
