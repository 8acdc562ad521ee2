"""Built-in themes without the validator.

Building pydantic's validator costs about as much as everything else it takes to load a theme,
and every command loads one. The built-in themes are validated by the tests, so at run time only
their shape is looked at: each token there, none too many, each of the type that the model names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel

from diagramkit.theme.measures import Tokens

Group = TypeVar("Group", bound=Tokens)


class ShapeError(Exception):
    """The values have not the shape of the model."""


def assemble(kind: type[Group], values: object) -> Group:
    """A group of tokens made of values that are known to be within their ranges.

    Raises:
        ShapeError: a key is missing or unknown, or a value is of another type; validate the
            values to learn which.
    """
    fields = kind.model_fields
    if not isinstance(values, Mapping) or not values.keys() <= fields.keys():
        raise ShapeError
    made: dict[str, Any] = {}
    for name, field in fields.items():
        if name in values:
            made[name] = _value(field.annotation, values[name])
        elif field.is_required():
            raise ShapeError
    return cast(Group, kind.model_construct(**made))


def _value(kind: Any, value: object) -> object:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return assemble(kind, value)  # type: ignore[type-var]
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), value)
    if kind is float and type(value) in (int, float):
        return float(value)  # type: ignore[arg-type]
    if type(value) is not kind:
        raise ShapeError
    return value


def _tuple(kinds: tuple[Any, ...], value: object) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        raise ShapeError
    wanted = kinds[:1] * len(value) if kinds[-1] is ... else kinds
    if len(wanted) != len(value):
        raise ShapeError
    pairs = zip(wanted, value, strict=True)
    # The items are annotated with their range; what counts here is the type below.
    return tuple(_value(getattr(kind, "__origin__", kind), item) for kind, item in pairs)
