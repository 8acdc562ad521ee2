"""The lines between the regions of a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from diagramkit.geometry import Point, Rect

Segment = tuple[Point, Point]


def dividers(frame: Rect, regions: Iterable[Rect]) -> Iterator[Segment]:
    """Level lines between rows of regions, from side to side of the `frame`, and upright ones
    between the regions of a row. None runs into the strip of the title."""
    rows = _rows(sorted(regions, key=lambda rect: (rect.y, rect.x)))
    bottoms = [max(rect.bottom for rect in row) for row in rows]
    tops = [min(rect.y for rect in row) for row in rows]
    borders = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    for y in borders:
        yield Point(frame.x, y), Point(frame.right, y)
    spans = pairwise([*tops[:1], *borders, frame.bottom])
    for row, (top, bottom) in zip(rows, spans, strict=True):
        for left, right in pairwise(sorted(row)):
            x = (left.right + right.x) / 2
            yield Point(x, top), Point(x, bottom)


def _rows(regions: list[Rect]) -> list[list[Rect]]:
    """Regions that stand beside each other, from the top down."""
    rows: list[list[Rect]] = []
    for rect in regions:
        if rows and rect.y < max(other.bottom for other in rows[-1]):
            rows[-1].append(rect)
        else:
            rows.append([rect])
    return rows
