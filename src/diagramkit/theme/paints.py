"""What the paints mean that a theme leaves in sources: read again, they say which role was painted.

A source may have been painted by another theme before. The built-in themes are known whichever one
is in use, so that changing from one to another gives the same as taking the second at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from diagramkit.color import plain
from diagramkit.theme.ground import on_page
from diagramkit.theme.model import MODES, ModeName, Theme
from diagramkit.theme.page import page_colors

CATEGORIES = tuple(f"category-{place}" for place in range(1, 7))
ROLES = ("primary", "secondary", "note", "accent")


Paint = tuple[str, ...]


_WIDTH = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)(?:px)?")
_DASH = re.compile(r"\d{1,2}(?:\.\d{1,3})?(?:px)?(?:[\s,]+\d{1,2}(?:\.\d{1,3})?(?:px)?){0,7}")
Weight = Literal["none", "thin", "normal", "thick"]
THIN, THICK = 1.0, 3.0
"""In pixels: an author's line below the one is thin, from the other on thick. Mermaid's own are 1
and 2 wide."""


class Painted(NamedTuple):
    """A role, and the width and dashes in user units that its paint goes with."""

    role: str
    width: float = 0.0
    dash: tuple[float, ...] = ()


def paint_of(style: Iterable[tuple[str, str]]) -> Paint:
    """What declarations say of the colours of a shape: of its ground and border, else of its
    words; empty where they say nothing."""
    said = {name: plain(value) for name, value in style}
    shape = tuple(said.get(name, "") for name in ("fill", "stroke"))
    return shape if any(shape) else tuple(filter(None, [said.get("color", "")]))


class OwnLine(NamedTuple):
    """What an author says of a line besides its colour: how heavy it is, and its dashes in pixels,
    none for a solid one."""

    weight: Weight = "normal"
    dash: tuple[float, ...] = ()


def own_line(style: Mapping[str, str], known: Mapping[Paint, Painted]) -> OwnLine:
    """What declarations say of a line that no theme says with their colours.

    A width of a theme's stands behind the stroke; an author's that `sync` has kept stands at the
    end.
    """
    paint, order = paint_of(style.items()), list(style)
    before = known.get(paint) or known.get(paint[-1:]) or Painted("")
    width = width_of(style.get("stroke-width", ""))
    is_theme = before.width == width and "stroke,stroke-width" in ",".join(order)
    weight = "normal" if width is None or is_theme else _weight(width)
    dash = dash_of(style.get("stroke-dasharray", ""))
    return OwnLine(weight, () if dash == before.dash else dash)


def width_of(text: str) -> float | None:
    """The width of a line in pixels, below 100; None for anything else."""
    found = _WIDTH.fullmatch(text.strip())
    return float(found[1]) if found else None


def dash_of(text: str) -> tuple[float, ...]:
    """The lengths of dashes and gaps, each below 100; empty for a solid line and anything else."""
    if not _DASH.fullmatch(text.strip()):
        return ()
    lengths = tuple(float(each) for each in re.findall(r"[\d.]+", text))
    return lengths if any(lengths) else ()


def _weight(width: float) -> Weight:
    if THIN <= width < THICK:
        return "normal"
    return "thick" if width >= THICK else "thin" if width else "none"


@lru_cache(maxsize=16)
def known_paints(theme: Theme) -> Mapping[Paint, Painted]:
    """What was painted, by fill and stroke, of lines by the stroke alone; colours as
    `diagramkit.color.plain` has them."""
    from diagramkit.theme.builtin import compiled_values
    from diagramkit.theme.compiled import PAINTS

    first = PAINTS.get(theme.name, {})
    if first and theme.as_dict() == compiled_values(theme.name):
        found = {}  # measuring colours takes a quarter of a second
    else:
        first, found = {}, {**painted(on_page(theme)), **painted(theme)}
    for paints in (first, *PAINTS.values()):
        for key, values in paints.items():
            found.setdefault(tuple(key.split(" ")), Painted(*values))
    return found


def painted(theme: Theme) -> dict[Paint, Painted]:
    """The paints of one theme in both modes; lines that are no accent are primary."""
    found: dict[Paint, Painted] = {}
    for mode in MODES:
        for key, each in _boxes(theme, mode):
            found.setdefault(key, each)
        found |= _lines(theme, mode)
    return found


def _boxes(theme: Theme, mode: ModeName) -> Iterator[tuple[Paint, Painted]]:
    look = theme.mode(mode)
    for role in (*ROLES, *CATEGORIES):
        box = look.box(role)
        each = Painted(role, box.stroke_width, tuple(getattr(box, "dash", ())))
        fill = look.canvas if box.fill == "none" else box.fill
        yield (plain(fill), plain(box.stroke)), each
        if role in CATEGORIES:
            yield (plain(box.stroke),), each


def _lines(theme: Theme, mode: ModeName) -> Iterator[tuple[Paint, Painted]]:
    look, page = theme.mode(mode), page_colors(theme, mode)
    for color, role in zip(page.categories, CATEGORIES, strict=True):
        yield (plain(color),), Painted(role)
    plains = (look.muted, *(line.stroke for name, line in look.edges if name != "accent"))
    for color in (*plains, page.line):
        yield (plain(color),), Painted("primary", look.edges.main.stroke_width)
    for color in (look.accent, look.edges.accent.stroke, page.accent):
        yield (plain(color),), Painted("accent")
