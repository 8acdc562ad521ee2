"""Figures: parts in rows, columns and grids, joined by lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from diagramkit.diagnostics import Diagnostic, DiagramError, Location
from diagramkit.figure.formula import plain
from diagramkit.figure.model import Figure
from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout import Layout
from diagramkit.layout.budget import SPLIT, accent_overused, too_wide
from diagramkit.layout.figure.brush import TOP, Brush, Painted, in_layers
from diagramkit.layout.figure.caption import Caption
from diagramkit.layout.figure.connectors import connectors
from diagramkit.layout.figure.kit import Kit, Variant
from diagramkit.layout.figure.labels import Spot, place_labels
from diagramkit.layout.figure.node import Node, make
from diagramkit.layout.figure.obstacles import Obstacles
from diagramkit.layout.figure.wires import Wire, route_all, wires_of
from diagramkit.scene import Primitive
from diagramkit.theme.model import Mode, Theme

__all__ = ["lay_out", "place"]


STEEPER = (32.0, 64.0, 96.0, 128.0, 160.0)
"""What is tried as further room before frames that straight lines would run through."""


@dataclass(slots=True)
class Placed:
    """A figure whose parts all stand where they belong; `struck` is how often straight lines
    run through frames that they do not lead to."""

    top: Node
    wires: list[Wire]
    spots: dict[str, Spot]
    caption: Caption
    size: Size
    struck: int

    def paint(self, theme: Theme, mode: Mode, _: bool) -> Iterable[Primitive]:
        """Its primitives in the paints of a mode; a figure's source sets no colours."""
        return in_layers(self._painted(Brush(theme, mode)))

    def _painted(self, brush: Brush) -> Iterator[Painted]:
        for node in self.top.walk():
            yield from node.paint(brush)
        yield from connectors(self.wires, brush)
        for wire in self.wires:
            if wire.key in self.spots:
                spot = self.spots[wire.key]
                key = f"label:{wire.key.removeprefix('edge:')}"
                at = Point(spot.x, spot.rect.y)
                yield from brush.block(key, "", spot.block, at, spot.anchor, wire.key, TOP)
        yield from self.caption.paint(brush)


def lay_out(figure: Figure, theme: Theme, *, path: str = "<figure>") -> Layout:
    """Place a figure.

    Args:
        figure: what to draw.
        theme: its sizes and distances decide the geometry; its modes must not.
        path: the source's name for warnings about the drawing as a whole.

    Raises:
        DiagramError: a path of the figure leads to nothing.
    """
    placed = place(figure, theme)
    warnings = tuple(_budget(placed, theme, Location(path)))
    return Layout(
        theme,
        warnings,
        figure.title,
        figure.desc,
        placed.size,
        placed.paint,
        heading=plain(figure.title),
        is_chart=figure.titled or bool(figure.small),
        subtitle=tuple(map(plain, figure.small)),
    )


def place(figure: Figure, theme: Theme) -> Placed:
    """Put every part of a figure where it belongs: the widest way that fits the page, else the
    narrowest. Raises DiagramError where a path of the figure leads to nothing."""
    found = figure.found
    if found.faults:
        raise DiagramError(Diagnostic("figure-path", told) for _, told in found.faults)
    for variant in _variants(theme):
        placed = _steep(figure, Kit(theme, variant, found.links, found.critical, formula="$"))
        if placed.size.width <= theme.page.max_width:
            break
    return placed


def _variants(theme: Theme) -> Iterator[Variant]:
    """Ways to set a figure, the widest first."""
    wrap = theme.box.wrap
    yield Variant(compact=False, equal=True, wrap=wrap)
    yield Variant(compact=False, equal=False, wrap=wrap)
    yield Variant(compact=False, equal=False, wrap=0.8 * wrap)
    for share in (0.8, 0.66, 0.56):
        yield Variant(compact=True, equal=False, wrap=share * wrap)


def _steep(figure: Figure, kit: Kit) -> Placed:
    """A figure whose straight lines pass the frames that they do not lead to, as far as more room
    before these lets them."""
    best = _placed(figure, kit)
    for steep in STEEPER:
        if not best.struck:
            break
        placed = _placed(figure, replace(kit, nodes={}, paths={}, steep=steep))
        best = placed if placed.struck < best.struck else best
    return best


def _placed(figure: Figure, kit: Kit) -> Placed:
    top = make(figure.body, kit, "")
    width, height = top.size
    if any(node.PAGE_WIDE for node in _first(top)):
        width = max(width, kit.theme.page.max_width - 2 * kit.margin)
    top.place(Rect(0, 0, width, height))
    wires = wires_of(kit.links, kit.nodes)
    obstacles = Obstacles(top, kit.theme)
    route_all(wires, obstacles, kit.theme)
    obstacles.clear_words(wires)
    struck = obstacles.struck(wires)
    spots = place_labels(wires, obstacles, kit)
    ink = _ink(top, wires, spots)
    caption = Caption(figure.caption, kit, ink)
    ink = ink.union(caption.rect) if caption.block.lines else ink
    margin = kit.margin
    offset = Point(round(margin - ink.x), round(margin - ink.y))
    _move(top, wires, spots, offset)
    caption.rect = caption.rect.moved(*offset)
    size = Size(kit.up(ink.width + 2 * margin, 2), kit.up(ink.height + 2 * margin, 2))
    return Placed(top, wires, spots, caption, size, struck)


def _first(top: Node) -> Iterator[Node]:
    """The outermost parts."""
    for child in top.children:
        yield child
        if not child.IS_FRAME and not child.FILLS[0]:
            yield from _first(child)


def _ink(top: Node, wires: list[Wire], spots: dict[str, Spot]) -> Rect:
    rect = top.rect
    for node in top.walk():
        rect = rect.union(node.ink)
    for wire in wires:
        if wire.points:
            rect = rect.union(Rect.bounding(wire.points))
    for spot in spots.values():
        rect = rect.union(spot.rect)
    return rect


def _move(top: Node, wires: list[Wire], spots: dict[str, Spot], by: Point) -> None:
    top.place(top.rect.moved(*by))
    for wire in wires:
        wire.points = [point.moved(*by) for point in wire.points]
    for key, spot in spots.items():
        spots[key] = spot._replace(rect=spot.rect.moved(*by), x=spot.x + by.x)


def _budget(placed: Placed, theme: Theme, whole: Location) -> Iterator[Diagnostic]:
    """What the theme's budgets are exceeded by."""
    boxes = [node for node in placed.top.walk() if node.IS_BOX]
    accent = sum(node.role == "accent" for node in boxes)
    yield from accent_overused(theme, accent, len(boxes), "boxes", whole)
    yield from too_wide(theme, placed.size.width, whole, SPLIT)
