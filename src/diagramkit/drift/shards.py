"""A plan spread over machines: each draws a part, and the reports are merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")
_WRITTEN = re.compile(r"(\d{1,4})/(\d{1,4})")


@dataclass(frozen=True, slots=True, order=True)
class Shard:
    """Part `number`, from 1, of `count` parts."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def part(self, items: Sequence[Item]) -> Sequence[Item]:
        """Its part of some items: every `count`th, so that parts differ by one item at most."""
        return items[self.number - 1 :: self.count]


def parse_shard(text: str) -> Shard:
    """Read `2/5`. Raises `ValueError`."""
    found = _WRITTEN.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise ValueError(f"{text!r}: expected PART/PARTS, such as 2/5")
    return Shard(int(found[1]), int(found[2]))
