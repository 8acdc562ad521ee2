"""The outlines of nodes, one file a shape, named as Mermaid names it.

A shape's file has `fit(label, theme, compact)`, the size of the outline for a label's size in
user units, and `outline(rect, label, theme)`, its path; where the shape has inner lines, also
`details(rect, theme)`; where its words stand off the middle, `shift(theme)`, downwards.
`ALIASES` are the other names that Mermaid has for it. `WORDLESS = True` says that it bears no
words, `SOLID = True` that it is filled with the colour of its border, `FRAMELESS = True` that it
has neither border nor ground, `UNFILLED = True` that it has no ground, `ACROSS = True` that its
longer side lies across the flow. A file with `named(shape)` gives what has these for each of its
names instead. A shape without a file is drawn as a box.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

from diagramkit.geometry import Path, Rect, Size
from diagramkit.theme.model import Theme


def fit(shape: str | None, label: Size, theme: Theme, compact: bool) -> Size:
    """The size of a node's outline around a label of the given size, before rounding."""
    size: Size = _module(shape).fit(label, theme, compact)
    return size


def outline(shape: str | None, rect: Rect, label: Size, theme: Theme) -> Path | None:
    """The outline of a shape that fills `rect` around a label; None for a plain box."""
    path: Path | None = _module(shape).outline(rect, label, theme)
    return path


def details(shape: str | None, rect: Rect, theme: Theme) -> tuple[Path, ...]:
    """The lines inside the outline."""
    draw = getattr(_module(shape), "details", None)
    return draw(rect, theme) if draw else ()


def shift(shape: str | None, theme: Theme) -> float:
    """How far below the middle of the outline its words stand, in user units."""
    move = getattr(_module(shape), "shift", None)
    return move(theme) if move else 0.0


def is_plain(shape: str | None) -> bool:
    """Whether a shape is a plain box."""
    return _name(shape) == "square"


def is_decision(shape: str | None) -> bool:
    """Whether a shape, by any of its names, is the diamond of a decision."""
    return _name(shape) in ("diamond", "choice")


def is_wordless(shape: str | None) -> bool:
    """Whether the words of a node of this shape are not shown, as for the dot of a start."""
    return bool(getattr(_module(shape), "WORDLESS", False))


def is_solid(shape: str | None) -> bool:
    """Whether a shape is filled with the colour of its border, as the dot of a start is."""
    return bool(getattr(_module(shape), "SOLID", False))


def is_frameless(shape: str | None) -> bool:
    """Whether nothing of a shape is seen but its words."""
    return bool(getattr(_module(shape), "FRAMELESS", False))


def is_unfilled(shape: str | None) -> bool:
    """Whether a shape is lines beside its words, with no ground of its own."""
    return bool(getattr(_module(shape), "UNFILLED", False))


def lies_across(shape: str | None) -> bool:
    """Whether a shape is turned with the flow, as the bar of a fork is."""
    return bool(getattr(_module(shape), "ACROSS", False))


@cache
def _module(shape: str | None) -> Any:
    module = import_module(f"{__name__}.{_name(shape)}")
    return module.named(shape) if hasattr(module, "named") else module


@cache
def _name(shape: str | None) -> str:
    """The file that draws a shape."""
    name = (shape or "square").replace("-", "_")
    if name.isidentifier() and not name.startswith("_") and _exists(name):
        return name
    return _aliases().get(shape or "", "square")


def _exists(name: str) -> bool:
    return find_spec(f"{__name__}.{name}") is not None


@cache
def _aliases() -> dict[str, str]:
    """The file of each other name, from the files themselves."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    return {
        alias: name
        for name in names
        for alias in getattr(import_module(f"{__name__}.{name}"), "ALIASES", ())
    }
