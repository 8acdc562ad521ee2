"""What a drawing is painted with: colours in use, what is below words, the theme's palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diagramkit.color import difference
from diagramkit.geometry import Point, Rect
from diagramkit.index import Index
from diagramkit.lint.parts import Drawn, Line, Shape, Words
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR, Paint
from diagramkit.theme.model import tokens

SAME_AS_ACCENT = 12.0
"""How different a colour may be from the accent that still passes for it (CIEDE2000)."""
FEWEST_SHADES, CELL_GAP = 3, 4.0
Thing = Words | Shape | Line | Drawn


class Use(NamedTuple):
    """One thing painted in a colour: as `fill`, `stroke` or `words`."""

    item: Thing
    what: str
    color: str


def paint_of(item: Shape | Line | Drawn) -> Paint:
    """How a thing is painted."""
    if isinstance(item, Shape):
        return item.box.paint
    return item.connector.paint if isinstance(item, Line) else item.mark.paint


def things(sheet: Sheet) -> list[Thing]:
    """Everything that is painted, in paint order."""
    found: list[Thing] = [*sheet.words, *sheet.shapes, *sheet.painted_lines, *sheet.marks]
    return sorted(found, key=lambda item: item.order)


def uses(sheet: Sheet) -> Iterator[Use]:
    """Every use of a colour in paint order; gradients, patterns and pictures have none of their
    own, those of the cells of a heat map are data."""
    data = cells(sheet)
    for item in things(sheet):
        if item.key in data:
            continue
        if isinstance(item, Words):
            yield Use(item, "words", item.text.color.lower())
            continue
        source = sheet.reading.sources.get(item.key) if sheet.reading else None
        if source and source.effects & {"gradient", "pattern", "image"}:
            continue
        paint = paint_of(item)
        if paint.fill != NO_COLOR and not (source and source.fill_alpha < 1):
            yield Use(item, "fill", paint.fill.lower())
        if paint.stroke != NO_COLOR:
            yield Use(item, "stroke", paint.stroke.lower())


def palette(sheet: Sheet) -> dict[str, str]:
    """The colours of the theme in the drawing's mode, with the name of a token of each; those of
    its palette stand behind."""
    mode = f"{sheet.scene.mode}."
    found: dict[str, str] = {}
    every = tokens(sheet.theme).items()
    for path, value in sorted(every, key=lambda token: token[0].startswith("palette.")):
        is_own = path.startswith((mode, "palette."))
        if is_own and isinstance(value, str) and value.startswith("#"):
            found.setdefault(value.lower(), path.removeprefix(mode))
    return found


def cells(sheet: Sheet) -> frozenset[str]:
    """The keys of boxes and marks of one size, side by side in at least three shades: the cells of
    a heat map, whose colours are data."""
    sizes: dict[tuple[int, int], list[Shape | Drawn]] = {}
    items: tuple[Shape | Drawn, ...] = (*sheet.shapes, *sheet.marks)
    for item in items:
        room = item.ink
        if paint_of(item).fill != NO_COLOR:
            sizes.setdefault((round(room.width), round(room.height)), []).append(item)
    found: set[str] = set()
    for alike in sizes.values():
        if len({paint_of(item).fill for item in alike}) >= FEWEST_SHADES:
            own = Index((item.ink, item) for item in alike)
            if all(_has_neighbours(item, own) for item in alike):
                found.update(item.key for item in alike)
    return frozenset(found)


def _has_neighbours(item: Shape | Drawn, alike: Index[Shape | Drawn]) -> bool:
    return any(other is not item for other in alike.near(item.ink, CELL_GAP))


def ground_below(sheet: Sheet, point: Point, order: int) -> str:
    """The colour below a point before a place in paint order; `none` for that of the page."""
    spot = Rect(*point, 0, 0)
    below = [
        shape
        for shape in sheet.shapes_at.near(spot)
        if shape.order < order and shape.opaque and shape.holds(point)
    ]
    below += [mark for mark in sheet.fills_at.near(spot) if mark.order < order]  # type: ignore[misc]
    if not below:
        return sheet.scene.background
    return paint_of(max(below, key=lambda item: item.order)).fill


def is_accent(color: str, accent: str) -> bool:
    """Whether a colour passes for the theme's accent."""
    return color != NO_COLOR and difference(color, accent) < SAME_AS_ACCENT
