"""What all parts of a figure share: their fields, how words are taken, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from diagramkit.figure.formula import pieces

Role = Literal["primary", "secondary", "note", "accent"]
Align = Literal["start", "center", "end", "stretch"]
Flow = Literal["row", "column"]

MOST_WORDS = 400


class Written(float):
    """A number of a source that knows how it is written there, such as `1.50` or `1e3`."""

    def __new__(cls, value: float, written: str) -> Written:
        made = super().__new__(cls, value)
        made.written = written
        return made

    written: str


def _words(value: object) -> object:
    """Numbers count as the words they are written with."""
    if isinstance(value, bool) or value is None:
        return value
    return getattr(value, "written", str(value)) if isinstance(value, (int, float)) else value


def _lines(value: object) -> object:
    """One line or several: text is parted at its line breaks."""
    value = _words(value)
    return tuple(value.strip("\n").split("\n")) if isinstance(value, str) else value


def _formulas_read(value: str) -> str:
    pieces(value)
    return value


Words = Annotated[
    str,
    BeforeValidator(_words),
    StringConstraints(max_length=MOST_WORDS),
    AfterValidator(_formulas_read),
]
"""A line of words, at most 400 characters."""
Lines = Annotated[
    tuple[Words, ...], BeforeValidator(_lines, json_schema_input_type=str | list[str])
]
"""A line of words, or a list of lines."""
Count = Annotated[int, Field(ge=1, le=24)]
"""How many, 1 to 24."""
Shift = Annotated[float, Field(ge=-2000, le=2000)]
"""A distance in user units to the right or down, -2000 to 2000."""
Length = Annotated[float, Field(ge=0, le=2000)]
"""A length in user units, 0 to 2000."""
Width = Annotated[float, Field(ge=40, le=2000)]
"""A width in user units, 40 to 2000."""


if TYPE_CHECKING:

    class _Base:
        """What pydantic's models are to a type checker here: what fields take is wider than what
        they hold (a line of words for lines, text for connectors), which only running code tells.
        """

        model_fields: ClassVar[dict[str, Any]]
        model_fields_set: set[str]

        def __init__(self, **fields: Any) -> None: ...
        @classmethod
        def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]: ...

else:
    _Base = BaseModel


class Model(_Base):
    """Frozen, and with no key but the known ones."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
        populate_by_name=True,
    )


class Part(Model):
    """A part of a figure.

    A part can be made with its main field first, `Box("Input", small="token embeddings")`, or with
    the key that a source has for it, `Box(box="Input")`.
    """

    MAIN: ClassVar[str] = ""
    """The field that the value under the kind's own key fills."""
    TITLE: ClassVar[str] = ""
    """The field that a part without a name is called after; empty for parts without one."""

    name: Words | None = None
    """What connectors call it; the words of its title when left out."""
    role: Role | None = None
    """Its look: `primary`, `secondary`, `note` or `accent`."""
    align: Align | None = None
    """Where it stands across the direction of what it is in: `start`, `center`, `end`, or
    `stretch` to fill the room."""
    gap: Length | None = None
    """Space in user units: between the parts of a container, before any other part."""
    span: Count | tuple[Count, Count] = 1
    """How many columns of a grid it takes, or how many columns and rows: `[2, 1]`."""
    at: tuple[Shift, Shift] | None = None
    """A nudge from where it would stand, to the right and down, in user units."""

    def __init__(self, *main: Any, **fields: Any) -> None:
        if main:
            value = main[0] if self._takes_one() else main
            fields = {type(self).MAIN: value, **fields}
        elif (key := type(self).__name__.lower()) in fields and key not in type(self).model_fields:
            fields[type(self).MAIN] = fields.pop(key)
        super().__init__(**fields)

    @classmethod
    def _takes_one(cls) -> bool:
        return True

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in it, in order."""
        return ()

    @property
    def called(self) -> str:
        """The name by which paths find it; empty for a part that has none."""
        if self.name is not None:
            return slug(self.name)
        title = getattr(self, self.TITLE, "") if self.TITLE else ""
        return slug(title if isinstance(title, str) else "")

    @property
    def columns_taken(self) -> int:
        """Columns of a grid that it takes."""
        return self.span if isinstance(self.span, int) else self.span[0]

    @property
    def rows_taken(self) -> int:
        """Rows of a grid that it takes."""
        return 1 if isinstance(self.span, int) else self.span[1]


def slug(words: str) -> str:
    """Words as a name: lower case, everything but letters, digits and `*` a hyphen."""
    return re.sub(r"[^\w*]+", "-", words.lower().replace("$", "")).strip("-_")


def walk(part: Part) -> Iterator[Part]:
    """A part and everything in it, from the top."""
    yield part
    for inner in part.parts:
        yield from walk(inner)


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The models that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)
