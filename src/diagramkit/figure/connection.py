"""Connectors: what joins which parts, and how it is drawn."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from diagramkit.figure.part import Model, Role, Words

Line = Literal["solid", "dashed"]
Route = Literal["auto", "straight", "elbow", "curved", "around"]
Heads = Literal["end", "start", "both", "none"]
Join = Literal["even", "all"]

# How a connector is written between two paths: its line, and where its heads are.
ARROWS: dict[str, tuple[Line, Heads]] = {
    "->": ("solid", "end"),
    "<-": ("solid", "start"),
    "<->": ("solid", "both"),
    "--": ("solid", "none"),
    "..>": ("dashed", "end"),
    "<..": ("dashed", "start"),
    "<..>": ("dashed", "both"),
    "..": ("dashed", "none"),
}
_ARROW = re.compile(r"\s+(<->|<\.\.>|->|<-|--|\.\.>|<\.\.|\.\.)\s+")
MOST_LINKS = 200


class Connection(Model):
    """A connector from one part to another, or from several to several.

    A path ends in a side if the connector has to leave or arrive there: `panel.part.left`.
    """

    source: Words = Field(alias="from")
    """The path of the part where it begins; several are separated by commas, and `q/*` is every
    cell or part of `q`."""
    target: Words = Field(alias="to")
    """The path of the part where it ends, or of several."""
    join: Join = "even"
    """Who of several is joined with whom: `even` joins as many on both ends one by one and shares
    fewer out among the others, `all` joins every one with every other: by `straight` lines
    without heads where they are many."""
    label: Words = ""
    """Words beside the line."""
    line: Line = "solid"
    """`solid` or `dashed`; feedback, returns and what is optional are dashed."""
    route: Route = "auto"
    """`straight`, `elbow`, `curved`, or `around` what stands between; `auto` takes the
    simplest way that is free."""
    heads: Heads = "end"
    """Where the arrowheads are: `end`, `start`, `both` or `none`."""
    role: Role | None = None
    """`accent` for the critical path, `secondary` for a thinner line."""


def has_arrow(text: str) -> bool:
    """Whether a text names a connector, with any of the arrows, and no part."""
    return bool(_ARROW.search(text))


def parse(text: str) -> list[Connection]:
    """The connectors that a line such as `a -> b -> c: words` writes; the words go to the last.

    Raises:
        ValueError: it has no arrow, or nothing on one side of it.
    """
    route, _, label = text.partition(": ")
    steps = _ARROW.split(f" {route.strip()} ".replace("\n", " "))
    paths, arrows = [step.strip() for step in steps[::2]], steps[1::2]
    if not arrows:
        raise ValueError('a connector is written "from -> to", with spaces around the arrow')
    if not all(paths):
        raise ValueError("a path is missing beside the arrow")
    found = []
    for place, arrow in enumerate(arrows):
        line, heads = ARROWS[arrow]
        words = label.strip() if place == len(arrows) - 1 else ""
        ends = {"source": paths[place], "target": paths[place + 1]}
        found.append(Connection(**ends, label=words, line=line, heads=heads))
    return found


def _expanded(value: object) -> object:
    """Connectors written as lines of text, alone or in a list, beside others."""
    items: Any = [value] if isinstance(value, (str, dict)) else value
    if not isinstance(items, (list, tuple)):
        return value
    made: list[object] = []
    for item in items:
        made.extend(parse(item) if isinstance(item, str) else [item])
    return tuple(made)


Connections = Annotated[
    tuple[Connection, ...],
    BeforeValidator(_expanded, json_schema_input_type=list[str | Connection]),
    Field(max_length=MOST_LINKS),
]
"""Connectors, each as text or as a mapping."""
