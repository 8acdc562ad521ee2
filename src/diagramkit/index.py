"""Which things are near a place, without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Generic, TypeVar

from diagramkit.geometry import Rect

T = TypeVar("T")
Cell = tuple[int, int]

FINEST, COARSER, MOST_CELLS = 128.0, 4.0, 16
FEW = 40
"""So many things are looked at one by one in less time than it takes to find their cells."""
MOST_LOOKS, MOST_LOOKS_EACH = 200_000, 30
"""Things that one index looks at, and more for each in it: beyond what drawings for people need."""


class TooDenseError(Exception):
    """So many things lie over each other that looking at all pairs would take too long."""


class Looks:
    """How often a search may look at `count` things: far more often than drawings for people need.
    Once that is spent `TooDenseError` is raised; whoever asks next may look half as often."""

    def __init__(self, count: int) -> None:
        self._most = self._left = MOST_LOOKS + MOST_LOOKS_EACH * count

    def spend(self, count: int) -> None:
        """Look at so many."""
        self._left -= count
        if self._left < 0:
            self._most //= 2
            self._left = self._most
            raise TooDenseError


class Index(Generic[T]):
    """Things by where they are: grids from fine to coarse, and each thing in the finest in which
    it covers few cells. The size depends on the number of things alone, never on how large or
    how far apart they are. Once `near` has looked at far more things than there are it raises
    `TooDenseError`; whoever asks next may look at half as many.
    """

    def __init__(self, items: Iterable[tuple[Rect, T]]) -> None:
        self._items = [(x, y, x + width, y + height, item) for (x, y, width, height), item in items]
        self._looks = Looks(len(self._items))
        self._grids: dict[float, dict[Cell, list[int]]] = {}
        if len(self._items) > FEW:
            self._fill()

    def _fill(self) -> None:
        for place, (left, top, right, bottom, _) in enumerate(self._items):
            size = FINEST
            while True:
                first, last = int(left // size), int(right // size)
                upper, lower = int(top // size), int(bottom // size)
                if (last - first + 1) * (lower - upper + 1) <= MOST_CELLS:
                    break
                size *= COARSER
            grid = self._grids.setdefault(size, defaultdict(list))
            if first == last and upper == lower:
                grid[first, upper].append(place)
            else:
                for cell in product(range(first, last + 1), range(upper, lower + 1)):
                    grid[cell].append(place)

    def near(self, rect: Rect, within: float = 0) -> list[T]:
        """The things whose rectangles touch `rect` grown by `within`, in the order given."""
        x, y, width, height = rect
        left, top, right, bottom = x - within, y - within, x + width + within, y + height + within
        looked_at = self._looked_at(left, top, right, bottom) if self._grids else self._items
        return [
            item
            for its_left, its_top, its_right, its_bottom, item in looked_at
            if its_left <= right and its_top <= bottom and its_right >= left and its_bottom >= top
        ]

    def _looked_at(
        self, left: float, top: float, right: float, bottom: float
    ) -> Iterable[tuple[float, float, float, float, T]]:
        items = self._items
        places = self._places(left, top, right, bottom)
        self._looks.spend(len(places))
        return [items[place] for place in places]

    def _places(self, left: float, top: float, right: float, bottom: float) -> Sequence[int]:
        """The places, in order, of all things in the cells that a rectangle touches."""
        lists: list[Sequence[int]] = []
        for size, grid in self._grids.items():
            columns = range(int(left // size), int(right // size) + 1)
            rows = range(int(top // size), int(bottom // size) + 1)
            count = (columns.stop - columns.start) * (rows.stop - rows.start)
            if count == 1:
                lists.append(grid.get((columns.start, rows.start), ()))
            elif count < len(grid):
                lists += (grid[cell] for cell in product(columns, rows) if cell in grid)
            else:
                lists += (
                    found for cell, found in grid.items() if cell[0] in columns and cell[1] in rows
                )
        if len(lists) == 1:
            return lists[0]
        return sorted({place for places in lists for place in places})
