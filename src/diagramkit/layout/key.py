"""The key of a drawing: what its classes are called, in a line below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diagramkit.geometry import Path, Point, Size
from diagramkit.layout import ClassLook, Layout
from diagramkit.scene import Mark, Primitive
from diagramkit.theme.model import Mode, Theme

if TYPE_CHECKING:
    from diagramkit.layout.words import Label

SWATCH = Size(24.0, 14.0)
GAP = 8.0
"""Between a swatch and its words."""
APART = 20.0
ROW = 24.0
ABOVE = 12.0
"""From the drawing to the key, beside the drawing's own margin."""


def in_rows(
    words: Sequence[Label], swatches: Sequence[float], width: float
) -> tuple[list[Point], Size]:
    """Where entries of a key begin, each a swatch so wide and its words, and what they take, in
    rows of at most `width`."""
    places: list[Point] = []
    x = y = right = 0.0
    for block, swatch in zip(words, swatches, strict=True):
        needed = swatch + GAP + block.size.width
        if x and x + needed > width:
            x, y = 0.0, y + ROW
        places.append(Point(x, y))
        right = max(right, x + needed)
        x += needed + APART
        y += block.size.height - block.lines[0].rise
    return places, Size(right, y + ROW if words else 0.0)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A look, and what it is called, in its place."""

    look: ClassLook
    words: Label
    at: Point


def keyed(layout: Layout, names: Mapping[str, str]) -> Layout:
    """A drawing with a key of its classes below it, called as `names` says or else by their own
    names; one that is called nothing is left out. Without classes it is as it was."""
    called = [(look, names.get(look.name, look.name)) for look in layout.classes]
    called = [(look, words) for look, words in called if words.strip()]
    if not called:
        return layout
    from diagramkit.layout.charts.chart import chart_kit

    kit, theme = chart_kit(layout.theme), layout.theme
    # A key is one line where a page has room for it, however narrow the drawing is.
    room = max(layout.size.width, theme.page.max_width) - 2 * kit.margin
    blocks = [
        kit.block([(" ".join(words.split()), "label")], room - SWATCH.width - GAP)
        for _, words in called
    ]
    places, size = in_rows(blocks, [SWATCH.width] * len(blocks), room)
    looks = [look for look, _ in called]
    entries = [_Entry(*each) for each in zip(looks, blocks, places, strict=True)]
    corner = Point(kit.margin, layout.size.height - kit.margin + GAP + ABOVE)

    def paint(theme: Theme, mode: Mode, source_colors: bool) -> Iterator[Primitive]:
        painted: Iterable[Primitive] = layout.paint(theme, mode, source_colors)
        yield from painted
        yield from _painted(entries, corner, theme, mode, source_colors)

    width = max(layout.size.width, kit.up(size.width + 2 * kit.margin, 2))
    height = kit.up(corner.y + size.height - (ROW - SWATCH.height) + kit.margin, 2)
    return replace(layout, size=Size(width, height), paint=paint)


def _painted(
    entries: Sequence[_Entry], corner: Point, theme: Theme, mode: Mode, source_colors: bool
) -> Iterator[Primitive]:
    from diagramkit.layout.figure.brush import Brush

    brush = Brush(theme, mode)
    for entry in entries:
        left, top = corner.x + entry.at.x, corner.y + entry.at.y
        right, bottom = left + SWATCH.width, top + SWATCH.height
        corners = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom))
        name = f"key:{entry.look.name}"
        paint = entry.look.paint(theme, mode, source_colors)
        yield Mark(name, "key", Path((*corners, ("Z",))), paint)
        at = Point(right + GAP, (top + bottom - entry.words.ink_height) / 2)
        for one in brush.block(f"text:{name}", "", entry.words, at, "start"):
            yield one.item
