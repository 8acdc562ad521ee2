"""Things by place: what lies near a rectangle, without asking every one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from diagramkit.geometry import Rect

TILE = 128.0
"""The side of a tile in user units: about the size of a box."""

Item = TypeVar("Item")


class Tiles(Generic[Item]):
    """Items by the square tiles that their rectangles touch."""

    def __init__(self) -> None:
        self.tiles: dict[tuple[int, int], list[tuple[int, Item]]] = {}
        self.count = 0

    def add(self, rect: Rect, item: Item) -> None:
        """File an item under all tiles that `rect` touches."""
        for tile in _touched(rect):
            self.tiles.setdefault(tile, []).append((self.count, item))
        self.count += 1

    def near(self, rect: Rect) -> Iterator[Item]:
        """Every item whose rectangle shares a tile with `rect`, each once."""
        seen: set[int] = set()
        for tile in _touched(rect):
            for number, item in self.tiles.get(tile, ()):
                if number not in seen:
                    seen.add(number)
                    yield item


def _touched(rect: Rect) -> Iterator[tuple[int, int]]:
    for x in range(int(rect.x // TILE), int(rect.right // TILE) + 1):
        for y in range(int(rect.y // TILE), int(rect.bottom // TILE) + 1):
            yield x, y
