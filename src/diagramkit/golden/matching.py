"""Which primitive of one scene is which of another: by key, and by likeness where keys changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from diagramkit.golden.serial import dump_primitive
from diagramkit.scene import Box, Connector, Primitive, Text

_MOST_LIKENESSES = 250_000
"""Most pairs of boxes that are measured against each other."""


class Pair(NamedTuple):
    """A primitive in both scenes, with its places in their paint orders."""

    before: Primitive
    after: Primitive
    before_place: int
    after_place: int


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs in the paint order of the second scene, and what only one scene has."""

    both: tuple[Pair, ...]
    added: tuple[Primitive, ...]
    removed: tuple[Primitive, ...]


class _Leftovers:
    """Primitives without a partner, by their place."""

    def __init__(self, before: Sequence[Primitive], after: Sequence[Primitive]) -> None:
        self.before = dict(enumerate(before))
        self.after = dict(enumerate(after))
        self.pairs: list[Pair] = []

    def join(self, old: int, new: int) -> None:
        self.pairs.append(Pair(self.before.pop(old), self.after.pop(new), old, new))


def match(before: Sequence[Primitive], after: Sequence[Primitive]) -> Matches:
    """Pair the primitives of two scenes."""
    left = _Leftovers(before, after)
    _by_name(left, {})
    if left.before and left.after:
        names = _renamed_boxes(left, before, after)
        _by_name(left, names)
        lines = [pair for pair in left.pairs if isinstance(pair.before, Connector)]
        _by_name(left, names | {pair.before.key: pair.after.key for pair in lines})
        _by_looks(left)
    return Matches(
        tuple(sorted(left.pairs, key=lambda pair: pair.after_place)),
        tuple(left.after.values()),
        tuple(left.before.values()),
    )


def _by_name(left: _Leftovers, names: Mapping[str, str]) -> None:
    """Pair what has the same key, old keys read with the new names of boxes."""
    places: dict[tuple[type, str], list[int]] = defaultdict(list)
    for place, item in left.after.items():
        places[type(item), item.key].append(place)
    for old, item in list(left.before.items()):
        queue = places.get((type(item), _new_key(item, names)))
        if queue:
            left.join(old, queue.pop(0))


def _new_key(item: Primitive, names: Mapping[str, str]) -> str:
    if not names:
        return item.key
    if isinstance(item, Connector):
        ends = [names.get(end, end) for end in (item.source, item.target)]
        bare = [end.partition(":")[2] for end in ends]
        number = item.key.rpartition(":")[2]
        return f"edge:{bare[0]}->{bare[1]}:{number}"
    if isinstance(item, Text) and item.owner:
        owner = names.get(item.owner) or item.owner
        old, new = item.owner.partition(":")[2], owner.partition(":")[2]
        return item.key.replace(old, new, 1)
    return names.get(item.key, item.key)


def _renamed_boxes(
    left: _Leftovers, before: Iterable[Primitive], after: Iterable[Primitive]
) -> dict[str, str]:
    """Pair boxes that have other keys: those that say the same, or stand in the same place."""
    olds = {place: item for place, item in left.before.items() if isinstance(item, Box)}
    news = {place: item for place, item in left.after.items() if isinstance(item, Box)}
    if not olds or not news or len(olds) * len(news) > _MOST_LIKENESSES:
        return {}
    said_before, said_after = _said(before), _said(after)
    scores = [
        (-score, old, new)
        for old, one in olds.items()
        for new, other in news.items()
        if (score := _likeness(one, other, said_before, said_after)) > 0
    ]
    names: dict[str, str] = {}
    for _, old, new in sorted(scores):
        if old in left.before and new in left.after:
            names[olds[old].key] = news[new].key
            left.join(old, new)
    return names


def _likeness(
    old: Box, new: Box, said_before: Mapping[str, str], said_after: Mapping[str, str]
) -> float:
    """0 for boxes that have nothing to do with each other."""
    words = said_before.get(old.key, "")
    same_words = bool(words) and words == said_after.get(new.key, "")
    distance = old.rect.center.distance(new.rect.center)
    same_place = (
        distance < min(old.rect.width, old.rect.height, new.rect.width, new.rect.height) / 2
    )
    if not (same_words or (same_place and old.role == new.role)):
        return 0.0
    return 2 * same_words + same_place + (old.role == new.role) / 2 + 1 / (1 + distance)


def _said(items: Iterable[Primitive]) -> dict[str, str]:
    """The words of each box, by its key."""
    words: dict[str, str] = defaultdict(str)
    for item in items:
        if isinstance(item, Text) and item.owner:
            words[item.owner] += f"{item.text}\n"
    return words


def _by_looks(left: _Leftovers) -> None:
    """Pair what is the same but for its key."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in left.after.items():
        places[dump_primitive(replace(item, key=""))].append(place)
    for old, item in list(left.before.items()):
        queue = places.get(dump_primitive(replace(item, key="")))
        if queue:
            left.join(old, queue.pop(0))
