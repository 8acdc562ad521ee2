"""The outlines of nodes, one file a shape, named as Mermaid names it.

A shape's file has `fit(label, theme, compact)`, the size of the outline for a label's size in
user units, and `outline(rect, label, theme)`, its path; where the shape has inner lines, also
`details(rect, theme)`; where its words stand off the middle, `shift(theme)`, downwards. A shape
without a file is drawn as a box.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

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


@cache
def _module(shape: str | None) -> ModuleType:
    name = (shape or "square").replace("-", "_")
    known = name.isidentifier() and find_spec(f"{__name__}.{name}") is not None
    return import_module(f"{__name__}.{name if known else 'square'}")
