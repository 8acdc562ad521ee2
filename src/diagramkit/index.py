"""Which things are near a place, without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Generic, TypeVar

from diagramkit.geometry import Rect

T = TypeVar("T")
Cell = tuple[int, int]

FINEST, COARSER, MOST_CELLS = 128.0, 4.0, 16
MOST_LOOKS = 500_000
"""Things that one index looks at, which is more than any drawing for people needs."""


class TooDenseError(Exception):
    """So many things lie over each other that looking at all pairs would take too long."""


class Index(Generic[T]):
    """Things by where they are: grids from fine to coarse, and each thing in the finest in which
    it covers few cells. The size depends on the number of things alone, never on how large or
    how far apart they are. Once `near` has looked at
    `MOST_LOOKS` things it raises `TooDenseError`.
    """

    def __init__(self, items: Iterable[tuple[Rect, T]]) -> None:
        self._items = list(items)
        self._left = MOST_LOOKS
        self._grids: dict[float, dict[Cell, list[int]]] = {}
        for place, (rect, _) in enumerate(self._items):
            size = FINEST
            while _count(cells := _cells(rect, size)) > MOST_CELLS:
                size *= COARSER
            grid = self._grids.setdefault(size, defaultdict(list))
            for cell in product(*cells):
                grid[cell].append(place)

    def near(self, rect: Rect, within: float = 0) -> Iterator[T]:
        """The things whose rectangles touch `rect` grown by `within`, in the order given."""
        wanted = rect.grown(within) if within else rect
        places: set[int] = set()
        for size, grid in self._grids.items():
            columns, rows = cells = _cells(wanted, size)
            if _count(cells) < len(grid):
                for cell in product(columns, rows):
                    places.update(grid.get(cell, ()))
            else:
                for cell, found in grid.items():
                    if cell[0] in columns and cell[1] in rows:
                        places.update(found)
        self._left -= len(places)
        if self._left < 0:
            raise TooDenseError
        left, top, right, bottom = wanted.x, wanted.y, wanted.right, wanted.bottom
        for place in sorted(places):
            (x, y, width, height), item = self._items[place]
            if x <= right and y <= bottom and x + width >= left and y + height >= top:
                yield item


def _cells(rect: Rect, size: float) -> tuple[range, range]:
    """The columns and rows of a grid that a rectangle touches."""
    return (
        range(int(rect.x // size), int(rect.right // size) + 1),
        range(int(rect.y // size), int(rect.bottom // size) + 1),
    )


def _count(cells: tuple[range, range]) -> int:
    columns, rows = cells
    return (columns.stop - columns.start) * (rows.stop - rows.start)
