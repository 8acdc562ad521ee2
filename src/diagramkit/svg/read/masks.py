"""What masks hide: the black rectangles in them."""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.geometry import Rect
from diagramkit.svg.read.colors import parse, server
from diagramkit.svg.read.document import Document, Node
from diagramkit.svg.read.matrix import Matrix

MOST = 200
"""Rectangles of a mask that are looked at."""


def holes(document: Document, node: Node, matrix: Matrix) -> tuple[Rect, ...]:
    """The rooms on the canvas that the mask of an element hides; `matrix` maps the element's
    units to the canvas. Masks in other units than the element's hide nothing."""
    found = server(node.attributes.get("mask", ""))
    mask = document.by_id.get(found[0]) if found else None
    if mask is None or mask.tag != "mask" or "maskContentUnits" in mask.attributes:
        return ()
    return tuple(_black(mask, matrix))


def _black(mask: Node, matrix: Matrix) -> Iterator[Rect]:
    for child in mask.children[:MOST]:
        color = parse(child.attributes.get("fill", "black"))
        if child.tag != "rect" or color is None or color.hex != "#000000" or color.alpha < 1:
            continue
        try:
            names = ("x", "y", "width", "height")
            x, y, width, height = (float(child.attributes.get(name, 0)) for name in names)
        except ValueError:
            continue
        corners = Rect(x, y, width, height).corners
        yield Rect.bounding(matrix.apply(*corner) for corner in corners)
