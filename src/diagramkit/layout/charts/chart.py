"""What every chart is made with: its words, its page, its layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from diagramkit.diagnostics import Diagnostic
from diagramkit.geometry import Rect, Size
from diagramkit.layout import Layout
from diagramkit.layout.charts.numbers import Notation
from diagramkit.layout.figure.brush import Brush, Painted, in_layers
from diagramkit.layout.figure.kit import Kit, Variant
from diagramkit.layout.shifted import shifted
from diagramkit.layout.words import LineKind
from diagramkit.scene import Primitive
from diagramkit.theme.model import Mode, Theme

CURE = "split this chart, or shorten its words"
"""What to do about a chart that is too wide."""


class Titled(Protocol):
    """A chart that has a name for readers who cannot see it, and a heading."""

    @property
    def title(self) -> str: ...
    @property
    def heading(self) -> str: ...


Paint = Callable[[Brush], Iterable[Painted]]
"""Everything of a chart in the paints of a mode; its coordinates are those of the page."""


def chart_layout(
    theme: Theme,
    size: Size,
    paint: Paint,
    model: Titled,
    description: str,
    warnings: tuple[Diagnostic, ...],
) -> Layout:
    """A placed chart, which its heading says the subject of. Most charts are drawn in the theme's
    colours alone, whatever their source sets; the brush says what is asked for."""

    def primitives(theme: Theme, mode: Mode, source_colors: bool) -> Iterable[Primitive]:
        return in_layers(paint(Brush(theme, mode, source_colors=source_colors)))

    return Layout(
        theme, warnings, model.title, description, size, primitives, model.heading, is_chart=True
    )


def chart_kit(theme: Theme) -> Kit:
    """What the words of a chart are set with; a dollar is a dollar."""
    variant = Variant(compact=False, equal=True, wrap=theme.box.wrap)
    return Kit(theme, variant, (), frozenset())


def notation_of(theme: Theme) -> Notation:
    """How a theme writes numbers."""
    return Notation(theme.figure.thousands, theme.figure.decimal)


def worded(words: str, kind: LineKind) -> list[tuple[str, LineKind]]:
    """Words as lines of a kind, parted where the source parts them; none for no words."""
    return [(line, kind) for line in words.split("\n")] if words else []


def page_size(kit: Kit, ink: Rect) -> Size:
    """The size of a page around what begins a margin from its corner."""
    return Size(kit.up(ink.right + kit.margin, 2), kit.up(ink.bottom + kit.margin, 2))


def around(kit: Kit, ink: Rect, paint: Paint) -> tuple[Size, Paint]:
    """The page around what is painted inside of `ink`, wherever that is, and the same painted in
    its place there."""
    dx, dy = kit.up(kit.margin - ink.x, 2), kit.up(kit.margin - ink.y, 2)

    def moved(brush: Brush) -> Iterator[Painted]:
        for layer, item in paint(brush):
            yield Painted(layer, shifted(item, dx, dy))

    return page_size(kit, ink.moved(dx, dy)), moved
