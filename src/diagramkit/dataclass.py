"""Dataclasses that cost a tenth to define: the standard library's decorator, its methods not
compiled class by class.

For each class `dataclasses.dataclass` compiles six methods from text. That was a third of the time
of a first picture, which defines about ninety of them. Here `__init__` alone is compiled; what
compares, hashes, shows and freezes is shared by all classes. Fields, slots, patterns, defaults,
`replace`, `fields` and `asdict` are the standard library's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from functools import partial
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        cls: type | None = None,
        /,
        *,
        frozen: bool = False,
        eq: bool = True,
        order: bool = False,
        slots: bool = False,
    ) -> Any:
        """As `dataclasses.dataclass`, to type checkers the very same."""
        if cls is None:
            return partial(dataclass, frozen=frozen, eq=eq, order=order, slots=slots)
        if any(map(dataclasses.is_dataclass, cls.__bases__)):
            # Whether a class may be frozen depends on those it inherits from: seldom, so as ever.
            options = {"frozen": frozen, "eq": eq, "order": order, "slots": slots}
            return dataclasses.dataclass(cls, **options)
        own = set(cls.__dict__)
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
        fields = dataclasses.fields(made)
        methods = {"__init__": _init(made, fields, frozen), "__repr__": _repr(fields)}
        if eq:
            methods |= _comparing(fields, frozen, order)
        if frozen:
            methods |= _FREEZING
            made.__dataclass_params__.frozen = True
        for name, method in methods.items():
            if name not in own or (name == "__hash__" and cls.__hash__ is None):
                setattr(made, name, method)
        return made


def _init(cls: type, fields: tuple[Any, ...], frozen: bool) -> Callable[..., None]:
    """`__init__` of a class, written as its author would."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    arguments = ["self"]
    keywords: list[str] = []
    body: list[str] = []
    for field in fields:
        name, value = field.name, field.name
        argument = name
        if field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            argument = f"{name}=_MISSING"
            value = f"_make_{name}() if {name} is _MISSING else {name}"
            value = value if field.init else f"_make_{name}()"
        elif field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            argument = f"{name}=_default_{name}"
            value = name if field.init else f"_default_{name}"
        elif not field.init:
            continue
        if field.init:
            (keywords if field.kw_only else arguments).append(argument)
        body.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    if keywords:
        arguments += ["*", *keywords]
    text = f"def __init__({', '.join(arguments)}):\n " + "\n ".join(body or ["pass"])
    exec(text, known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    made.__annotations__ = {f.name: f.type for f in fields if f.init} | {"return": None}
    return made


def _repr(fields: tuple[Any, ...]) -> Callable[[Any], str]:
    names = [field.name for field in fields if field.repr]

    @recursive_repr()
    def show(self: Any) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({values})"

    return show


def _comparing(fields: tuple[Any, ...], frozen: bool, order: bool) -> dict[str, Any]:
    compared = _values([field.name for field in fields if field.compare])
    hashed = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
    hashed_values = _values(hashed)

    def equal(self: Any, other: Any) -> Any:
        return compared(self) == compared(other) if type(self) is type(other) else NotImplemented

    def less(self: Any, other: Any) -> Any:
        return compared(self) < compared(other) if type(self) is type(other) else NotImplemented

    def hashing(self: Any) -> int:
        return hash(hashed_values(self))

    methods = {"__eq__": equal, "__hash__": hashing if frozen else None}
    return methods | {"__lt__": less} if order else methods


def _values(names: list[str]) -> Callable[[Any], Any]:
    """What reads the values of these fields off an instance, to compare them with others."""
    return attrgetter(*names) if names else lambda _: ()


def _refuse_to_set(self: object, name: str, value: object) -> None:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_FREEZING: dict[str, Any] = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
