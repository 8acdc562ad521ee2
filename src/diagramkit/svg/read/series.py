"""Long rows of alike elements, as programs write the marks of a plot: the first speak for all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from diagramkit.svg.read.document import Node

LONGEST = 500
"""Alike elements in a row of which each one is read."""
_MARKS = frozenset(["use", "rect", "circle", "ellipse", "line", "path", "polygon"])


def series(children: list[Node]) -> Iterator[tuple[list[Node], bool]]:
    """The children of an element in rows, and whether a row goes on beyond what is read: alike are
    shapes that follow each other, of paths those of one outline, of copies those of one element."""
    if len(children) <= LONGEST:
        yield children, False
        return
    for (tag, _), row in groupby(children, _likeness):
        nodes = list(row)
        yield nodes, tag in _MARKS and len(nodes) > LONGEST


def _likeness(node: Node) -> tuple[str, str]:
    drawn = node.attributes.get("d", "") + node.attributes.get("points", "")
    return node.tag, node.href or drawn
