"""Which rectangles are near a place, without looking at all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from diagramkit.geometry import Rect

T = TypeVar("T")
LEAF = 8


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    rect: Rect
    place: int
    item: T


@dataclass(frozen=True, slots=True)
class _Branch(Generic[T]):
    rect: Rect
    parts: Sequence[_Branch[T]] | Sequence[_Entry[T]]


class Index(Generic[T]):
    """Things by where they are: a tree of rectangles packed once (Leutenegger and others 1997,
    sort-tile-recursive). Its size depends on the number of things alone, never on how large or
    far apart they are.
    """

    def __init__(self, items: Iterable[tuple[Rect, T]]) -> None:
        entries = [_Entry(rect, place, item) for place, (rect, item) in enumerate(items)]
        self._root = _pack(entries) if entries else None

    def near(self, rect: Rect, within: float = 0) -> Iterator[T]:
        """Every thing whose rectangle touches `rect` grown by `within`, in the order given."""
        found: list[_Entry[T]] = []
        if self._root is not None:
            _collect(self._root, rect.grown(within), found)
        found.sort(key=lambda entry: entry.place)
        return (entry.item for entry in found)


def _pack(entries: Sequence[_Entry[T]]) -> _Branch[T]:
    level: list[_Branch[T]] = [_branch(part) for part in _tiles(entries)]
    while len(level) > 1:
        level = [_branch(part) for part in _tiles(level)]
    return level[0]


P = TypeVar("P", _Entry[object], _Branch[object])


def _tiles(parts: Sequence[P]) -> Iterator[Sequence[P]]:
    """Vertical slices of about equal number, each cut into tiles of at most `LEAF` parts."""
    slices = math.ceil(math.sqrt(len(parts) / LEAF))
    depth = math.ceil(len(parts) / slices)
    by_x = sorted(parts, key=lambda part: part.rect.x + part.rect.right)
    for start in range(0, len(by_x), depth):
        by_y = sorted(by_x[start : start + depth], key=lambda part: part.rect.y + part.rect.bottom)
        yield from (by_y[low : low + LEAF] for low in range(0, len(by_y), LEAF))


def _branch(parts: Sequence[P]) -> _Branch[object]:
    rect = parts[0].rect
    for part in parts[1:]:
        rect = rect.union(part.rect)
    return _Branch(rect, parts)


def _collect(branch, rect, found):
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    for part in branch.parts:
        x, y, width, height = part.rect
        if x > right or y > bottom or x + width < left or y + height < top:
            continue
        if isinstance(part, _Entry):
            found.append(part)
        else:
            _collect(part, rect, found)
