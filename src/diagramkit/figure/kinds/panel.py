"""A panel."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from diagramkit.figure.container import Holder
from diagramkit.figure.kinds.meter import Filled, Squares
from diagramkit.figure.part import Lines, Part, Words


class Foot(Part):
    """What stands at the foot of a panel: a key number, words beside it, a meter."""

    MAIN: ClassVar = "small"

    key: Words = ""
    """The one number that counts, set large."""
    small: Words = ""
    """Words beside it."""
    meter: tuple[Filled, Squares] | None = None
    """Squares filled, of how many: `[2, 4]`."""

    @property
    def called(self) -> str:
        return "foot"


def _foot(value: object) -> object:
    return {"small": value} if isinstance(value, (str, int, float)) else value


class Panel(Holder):
    """One of several things that are compared, side by side: a heading below a rule, what it
    is about, and a foot.

        - panel: MQA
          small: all query heads share one K, V
          foot: {key: 1/4×, small: "KV cache, low", meter: [1, 4]}
          row: [{cells: [Q1, Q2], name: q}, {cells: [KV], name: kv, span: 2}]
          connect: ["q/* -> kv/*"]
    """

    MAIN: ClassVar = "heading"
    TITLE: ClassVar = "heading"

    heading: Words
    """Its title."""
    small: Lines = ()
    """What it is about, in a line below the title."""
    foot: Annotated[Foot | None, BeforeValidator(_foot, json_schema_input_type=Foot | str)] = None
    """What stands below: words, or a key number, words and a meter."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*super().parts, *((self.foot,) if self.foot else ()))
