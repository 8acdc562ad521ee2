"""Groups of tokens: frozen values with typed fields, and the limits of each.

To type checkers and editors a group is a frozen dataclass with keyword arguments. It is none at
run time, because a dataclass is compiled when its module is imported, twenty-five groups cost as
much as all else it takes to load a theme, and every command loads one.

The limits are only looked at when a theme file is validated (`diagramkit.theme.validation`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from typing import Self

Group = TypeVar("Group", bound="Tokens")


class Limits:
    """What a value may be, beside an annotation: `Annotated[float, Limits(gt=0, lt=1000)]`.

    Args:
        limits: `gt`, `ge`, `lt`, `le`, `pattern`, `min_length`, `max_length`, as
            `pydantic.Field` takes them.
    """

    def __init__(self, **limits: Any) -> None:
        self.limits = limits


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Tokens:
    """What all groups of tokens share: made from keywords, one for each field, then frozen.

    A field is an annotated name of the class; one with a value may be left out. Nothing is
    validated here. Groups of one class with equal values are equal.
    """

    __slots__ = ("__dict__", "_hash")

    fields: ClassVar[tuple[str, ...]] = ()
    """The names of the fields, in the order of the class."""
    _hash: int

    def __init_subclass__(cls) -> None:
        shared = "ClassVar"
        cls.fields = tuple(
            name for name, kind in cls.__annotations__.items() if not kind.startswith(shared)
        )

    def __init__(self, **values: Any) -> None:
        cls = type(self)
        given = {name: values.pop(name, getattr(cls, name, ...)) for name in cls.fields}
        wrong = [*values, *(name for name, value in given.items() if value is ...)]
        if wrong:
            raise TypeError(f"{cls.__name__}: missing or unknown: {', '.join(wrong)}")
        self.__dict__.update(given)

    def replace(self, **changes: Any) -> Self:
        """The same with some values changed; nothing is validated.

        Raises:
            TypeError: there is no field of that name.
        """
        return type(self)(**{**dict(self), **changes})

    def as_dict(self) -> dict[str, Any]:
        """The values by name; groups in it are dictionaries as well."""
        return {
            name: value.as_dict() if isinstance(value, Tokens) else value for name, value in self
        }

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return ((name, self.__dict__[name]) for name in self.fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: use replace({name}=…)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tokens):
            return NotImplemented
        return self is other or (type(self) is type(other) and dict(self) == dict(other))

    def __hash__(self) -> int:
        # Kept: themes are keys of caches that a drawing asks for each of its parts.
        try:
            return self._hash
        except AttributeError:
            made = hash((type(self), *(value for _, value in self)))
            object.__setattr__(self, "_hash", made)
            return made

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__  # another process hashes words otherwise

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self)})"


class Named(Tokens):
    """A group whose names the author of a theme chooses; all values are of one kind."""

    values: ClassVar[object]
    """What each value may be, as an annotation."""
    most: ClassVar[int] = 64
    """How many there may be."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self.__dict__.items())


def assemble(kind: type[Group], values: Mapping[str, Any]) -> Group:
    """A group made of valid values, mappings in it made groups too.

    Raises:
        TypeError: the keys are not the fields of the class.
    """
    names = sys.modules[kind.__module__].__dict__
    annotations = kind.__annotations__
    return kind(
        **{
            key: assemble(names[annotations[key]], value)
            if isinstance(value, Mapping) and key in annotations
            else value
            for key, value in values.items()
        }
    )
