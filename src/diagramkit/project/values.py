"""Kinds of values that settings have: what is allowed, in words and as JSON Schema.

Each has `check(value)`, which gives the value back in its normal form or raises `ValueError` with
what was expected; `parse(words)` for the command line; `schema()`, the JSON Schema of what a
configuration may say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple, Protocol


class Value(Protocol):
    """A kind of value."""

    def check(self, value: object) -> Any:
        """The value in its normal form. Raises `ValueError` with what was expected."""

    def parse(self, words: str) -> object:
        """What an option of the command line says, to be checked; the words themselves unless told
        otherwise."""
        return words

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of it in a configuration."""


@dataclass(frozen=True, slots=True)
class OneOf(Value):
    """One of a few words."""

    allowed: tuple[str, ...]

    def check(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.allowed:
            *most, last = self.allowed
            raise ValueError(f"expected {', '.join(most)} or {last}")
        return value

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.allowed)}


@dataclass(frozen=True, slots=True)
class Words(Value):
    """Some of a few words in the order given, each once, as a list or separated by commas.

    `alone` cannot be combined with others.
    """

    allowed: tuple[str, ...]
    expected: str
    alone: str | None = None

    def check(self, value: object) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(self._names(value)))
        if not names or not set(names) <= set(self.allowed):
            raise ValueError(f"expected {self.expected}")
        if self.alone in names and len(names) > 1:
            raise ValueError(f"expected {self.expected}")
        return names

    @staticmethod
    def _names(value: object) -> list[str]:
        parts: Sequence[object] = []
        if isinstance(value, str):
            parts = value.split(",")
        elif isinstance(value, list | tuple):
            parts = value
        return [part.strip().lower() if isinstance(part, str) else "" for part in parts]

    def schema(self) -> dict[str, Any]:
        one = {"enum": list(self.allowed)}
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}]}


@dataclass(frozen=True, slots=True)
class Number(Value):
    """A finite number above `above`, at most `most`; `whole` ones only."""

    above: float
    most: float
    whole: bool = False

    def check(self, value: object) -> float:
        kinds = int if self.whole else int | float
        number = isinstance(value, kinds) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or not self.above < value <= self.most:  # type: ignore[arg-type, operator]
            noun = "a whole number" if self.whole else "a number"
            raise ValueError(f"expected {noun} above {self.above:g}, at most {self.most:g}")
        return value  # type: ignore[return-value]

    def parse(self, words: str) -> object:
        try:
            return int(words) if self.whole else float(words)
        except ValueError:
            return words

    def schema(self) -> dict[str, Any]:
        kind = "integer" if self.whole else "number"
        return {"type": kind, "exclusiveMinimum": self.above, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Pattern(Value):
    """A text of a certain form."""

    form: str
    expected: str

    def check(self, value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(self.form, value):
            raise ValueError(f"expected {self.expected}")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.form})$"}


class Flag(Value):
    """Yes or no."""

    def check(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError("expected true or false")
        return value

    def parse(self, words: str) -> object:
        return {"true": True, "false": False}.get(words, words)

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Text(Value):
    """A text that is not blank."""

    def check(self, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise ValueError("expected a text in quotes")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"\S"}


TEXT = Text()


class ThemeReference(Value):
    """A theme: the name of a built-in one, a file, or, in Python, one that is loaded."""

    def check(self, value: object) -> Any:
        from diagramkit.theme.model import Theme

        if isinstance(value, Path | Theme):
            return value
        return TEXT.check(value)

    def schema(self) -> dict[str, Any]:
        return TEXT.schema()


ROLE = OneOf(("primary", "secondary", "note", "accent"))
"""A role of a box."""
MEANING = OneOf((*ROLE.allowed, *(f"category-{place}" for place in range(1, 7))))
"""A role of a box, or a category."""


@dataclass(frozen=True, slots=True)
class ListOf(Value):
    """A list of values of one kind, as a tuple; `example` shows one as it is written."""

    item: Value
    example: str

    def check(self, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"expected a list, as in {self.example}")
        return tuple(dict.fromkeys(map(self.item.check, value)))

    def parse(self, words: str) -> object:
        return [self.item.parse(part.strip()) for part in words.split(",")]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class TableOf(Value):
    """A table of names and values of one kind; `names` limits what they may be called."""

    item: Value
    expected: str
    names: tuple[str, ...] = ()

    def check(self, value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
            raise ValueError(f"expected {self.expected}")
        if self.names and not value.keys() <= set(self.names):
            raise ValueError(f"expected {self.expected}")
        return checked_entries({name: (self.item, each) for name, each in value.items()})

    def parse(self, words: str) -> object:
        return dict(pair.split("=", 1) for pair in words.split(",") if "=" in pair)

    def schema(self) -> dict[str, Any]:
        if self.names:
            properties = dict.fromkeys(self.names, self.item.schema())
            return {"type": "object", "properties": properties, "additionalProperties": False}
        return {"type": "object", "additionalProperties": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Nested(Value):
    """A table of settings: the fields of a dataclass. `short` is a field that may be said alone,
    without a table."""

    model: type
    short: str

    def check(self, value: object) -> Any:
        if isinstance(value, self.model):
            return value
        known = {each.key: (name, each) for name, each in settings_of(self.model)}
        table = {self.short: value} if isinstance(value, str) else value
        if not isinstance(table, Mapping):
            raise ValueError(f"expected a text in quotes or a table of {', '.join(known)}")
        unknown = ", ".join(sorted(map(str, table.keys() - known.keys())))
        if unknown:
            raise ValueError(f"unknown {unknown}: allowed are {', '.join(known)}")
        entries = {key: (known[key][1].value, each) for key, each in table.items()}
        values = checked_entries(entries)
        return self.model(**{known[key][0]: each for key, each in values.items()})

    def schema(self) -> dict[str, Any]:
        known = [each for _, each in settings_of(self.model)]
        short = next(each for each in known if each.key == self.short)
        return {"anyOf": [short.value.schema(), table_schema(known)]}


class Fault(NamedTuple):
    """One entry of a table is wrong: its name, its value, and what was expected."""

    name: str
    value: object
    expected: str

    def __str__(self) -> str:
        return f"{self.name} = {brief(self.value)}: {self.expected}"


class TableError(ValueError):
    """Entries of a table are wrong."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


def checked_entries(entries: Mapping[str, tuple[Value, object]]) -> dict[str, Any]:
    """The values of a table in their normal forms. Raises `TableError` with every fault."""
    values, faults = {}, []
    for name, (kind, value) in entries.items():
        try:
            values[name] = kind.check(value)
        except ValueError as error:
            faults.append(Fault(name, value, str(error)))
    if faults:
        raise TableError(faults)
    return values


def brief(value: object) -> str:
    """A value in few words, for a message."""
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "..."


class Setting(NamedTuple):
    """What is known of a field that users set.

    `description` says in a sentence or two what it does, `key` is its name in the configuration,
    that of the field if left out, `option` its option on the command line (none: there is none),
    `metavar` what that takes.
    `in_scene`: it decides what is drawn, not only how that is written to files. `optional`: it may
    be None, which leaves the choice to the command.
    """

    value: Value
    description: str
    key: str = ""
    option: str = ""
    metavar: str = ""
    in_scene: bool = False
    optional: bool = False


def setting(
    value: Value,
    description: str,
    *,
    default: Any = None,
    make: Callable[[], Any] | None = None,
    **more: Any,
) -> Any:
    """A field of a dataclass that users set; arguments as for `Setting` and `field`."""
    known = {"setting": Setting(value, description, **more)}
    if make is not None:
        return field(default_factory=make, metadata=known)
    return field(default=default, metadata=known)


def settings_of(model: type) -> Iterator[tuple[str, Setting]]:
    """The fields of a dataclass that users set, in order: the name, and what is known of each."""
    for each in fields(model):
        if "setting" in each.metadata:
            known: Setting = each.metadata["setting"]
            yield each.name, known if known.key else known._replace(key=each.name)


def table_schema(known: Iterable[Setting]) -> dict[str, Any]:
    """The JSON Schema of a table of settings."""
    properties = {
        each.key: {"description": each.description, **each.value.schema()} for each in known
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}
