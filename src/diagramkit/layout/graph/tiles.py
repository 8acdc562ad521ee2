"""Things by place: what lies near a rectangle, without asking every one."""

from __future__ import annotations

from typing import Generic, TypeVar

from diagramkit.geometry import Rect

TILE = 128.0
"""The side of a tile in user units: about the size of a box."""

Item = TypeVar("Item")


class Tiles(Generic[Item]):
    """Items by the square tiles that their rectangles touch."""

    def __init__(self) -> None:
        self.tiles: dict[tuple[int, int], dict[int, Item]] = {}
        self.count = 0

    def add(self, rect: Rect, item: Item) -> int:
        """File an item under all tiles that `rect` touches. Returns its number."""
        left, top, right, bottom = _touched(rect)
        for x in range(left, right):
            for y in range(top, bottom):
                self.tiles.setdefault((x, y), {})[self.count] = item
        self.count += 1
        return self.count - 1

    def drop(self, rect: Rect, number: int) -> None:
        """Take out the item of a number, which was filed under `rect`."""
        left, top, right, bottom = _touched(rect)
        for x in range(left, right):
            for y in range(top, bottom):
                del self.tiles[x, y][number]

    def near(self, rect: Rect) -> list[Item]:
        """Every item whose rectangle shares a tile with `rect`, each once."""
        left, top, right, bottom = _touched(rect)
        tiles = self.tiles
        if right - left == bottom - top == 1:
            return list(tiles[left, top].values()) if (left, top) in tiles else []
        found: dict[int, Item] = {}
        for x in range(left, right):
            for y in range(top, bottom):
                if items := tiles.get((x, y)):
                    found.update(items)
        return list(found.values())


def _touched(rect: Rect) -> tuple[int, int, int, int]:
    """The first and the last column and row of tiles, each last one excluded."""
    x, y, width, height = rect
    return (
        int(x // TILE),
        int(y // TILE),
        int((x + width) // TILE) + 1,
        int((y + height) // TILE) + 1,
    )
