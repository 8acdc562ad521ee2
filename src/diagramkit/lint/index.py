"""Which things are near a place, without looking at all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from diagramkit.geometry import Rect

T = TypeVar("T")
FAN_OUT = 8


@dataclass(frozen=True, slots=True)
class _Node:
    """Either a branch with parts or, without any, the leaf of the item number `place`."""

    rect: Rect
    parts: Sequence[_Node] = ()
    place: int = -1


class Index(Generic[T]):
    """Things by where they are: a tree of rectangles, packed once (sort-tile-recursive,
    Leutenegger, Lopez and Edgington 1997). Its size depends on the number of things alone, never
    on how large or how far apart they are.
    """

    def __init__(self, items: Iterable[tuple[Rect, T]]) -> None:
        pairs = list(items)
        self._items = [item for _, item in pairs]
        level = [_Node(rect, place=place) for place, (rect, _) in enumerate(pairs)]
        while len(level) > 1:
            level = [_branch(parts) for parts in _tiles(level)]
        self._root = level[0] if level else None

    def near(self, rect: Rect, within: float = 0) -> Iterator[T]:
        """The things whose rectangles touch `rect` grown by `within`, in the order given."""
        places: list[int] = []
        if self._root is not None:
            _collect([self._root], rect.grown(within), places)
        return (self._items[place] for place in sorted(places))


def _tiles(nodes: Sequence[_Node]) -> Iterator[Sequence[_Node]]:
    """Upright slices of about equal number, each cut into tiles of at most `FAN_OUT`."""
    slices = math.ceil(math.sqrt(len(nodes) / FAN_OUT))
    size = math.ceil(len(nodes) / slices)
    by_x = sorted(nodes, key=lambda node: node.rect.x + node.rect.right)
    for start in range(0, len(by_x), size):
        by_y = sorted(by_x[start : start + size], key=lambda node: node.rect.y + node.rect.bottom)
        yield from (by_y[low : low + FAN_OUT] for low in range(0, len(by_y), FAN_OUT))


def _branch(parts: Sequence[_Node]) -> _Node:
    rect = parts[0].rect
    for part in parts[1:]:
        rect = rect.union(part.rect)
    return _Node(rect, parts)


def _collect(nodes: Sequence[_Node], wanted: Rect, places: list[int]) -> None:
    left, top = wanted.x, wanted.y
    right, bottom = wanted.right, wanted.bottom
    for node in nodes:
        x, y, width, height = node.rect
        if x > right or y > bottom or x + width < left or y + height < top:
            continue
        if node.parts:
            _collect(node.parts, wanted, places)
        else:
            places.append(node.place)
