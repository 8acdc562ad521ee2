"""Paths to parts: who is called what, and what a connector's end names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal, NamedTuple, get_args

from diagramkit.figure.part import Part, slug

Side = Literal["left", "right", "top", "bottom"]
SIDES: tuple[Side, ...] = get_args(Side)


MOST_PAIRS = 10_000
"""More pairs than these are not counted any further: they are too many anyway."""


class End(NamedTuple):
    """Where a connector begins or ends: the part, and the side if the path names one."""

    part: Part
    side: Side | None


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A part, the names that lead to it from the top, and the parts it is in."""

    part: Part
    path: tuple[str, ...]
    above: tuple[Part, ...]


class PathError(ValueError):
    """A path that names no part, or more than one."""


class Names:
    """The parts of a figure by their paths.

    A path is the names on the way to a part, parted by dots or slashes. Parts without a name do
    not count on the way. Names on the way may be left out; of several parts that a path then leads
    to, the one that is least deep is meant.
    """

    def __init__(self, top: Part) -> None:
        self.entries = list(_entries(top, (), ()))
        self.by_last: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.path and entry.part.called:
                self.by_last.setdefault(entry.path[-1], []).append(entry)

    def ends(self, text: str, scope: Part | None = None) -> list[End]:
        """What an end of a connector names: several parts where it has commas or a `*`.

        `scope` is the container whose connectors they are: names are looked up there first.

        Raises:
            PathError: a path leads to nothing, or to several parts.
        """
        return [end for one in text.split(",") for end in self._ends(one.strip(), scope)]

    def _ends(self, text: str, scope: Part | None) -> list[End]:
        steps = tuple(slug(step) for step in re.split(r"[./]", text))
        side = next((side for side in SIDES if side == steps[-1]), None)
        if side is None or len(steps) < 2 or steps[-1] in self.by_last:
            return [End(part, None) for part in self._parts(steps, text, scope)]
        shorter = re.split(r"[./][^./]*$", text)[0]
        return [End(part, side) for part in self._parts(steps[:-1], shorter, scope)]

    def _parts(self, steps: tuple[str, ...], text: str, scope: Part | None) -> Sequence[Part]:
        if "*" in steps[:-1]:
            raise PathError(f'"{text}": a * stands at the end of a path')
        if steps[-1] == "*":
            holder = self._one(steps[:-1], text, scope) if len(steps) > 1 else scope
            inner = list(_named_below(holder)) if holder else []
            if not inner:
                raise PathError(f'"{text}": there is nothing with a name in it')
            return inner
        return [self._one(steps, text, scope)]

    def _one(self, steps: tuple[str, ...], text: str, scope: Part | None) -> Part:
        found = [entry for entry in self.by_last.get(steps[-1], ()) if _ends_with(entry, steps)]
        if scope is not None and len(found) > 1:
            inside = [entry for entry in found if any(part is scope for part in entry.above)]
            found = inside or found
        if len(found) > 1:
            least = min(len(entry.path) for entry in found)
            nearest = [entry for entry in found if len(entry.path) == least]
            found = nearest if len(nearest) == 1 else found
        if not found:
            raise PathError(f'there is no part "{text}"{self._hint(steps)}')
        if len(found) > 1:
            ways = " or ".join(f'"{".".join(entry.path)}"' for entry in found[:3])
            raise PathError(f'"{text}" names {len(found)} parts: write {ways}, or give a `name`')
        return found[0].part

    def _hint(self, steps: tuple[str, ...]) -> str:
        from difflib import get_close_matches

        known = {".".join(entry.path): entry for entry in self.entries if entry.part.called}
        wanted = ".".join(steps)
        names = [*known, *self.by_last]
        near = get_close_matches(wanted, names[:2000], 1) if len(wanted) <= 120 else []
        return f'; did you mean "{near[0]}"?' if near else ""

    def twins(self) -> Iterator[tuple[Part, Part]]:
        """Parts with a `name` of their own that an earlier part has already, with that part."""
        taken: dict[tuple[str, ...], Part] = {}
        for entry in self.entries:
            first = taken.setdefault(entry.path, entry.part)
            if first is not entry.part and entry.part.name is not None:
                yield entry.part, first


def _entries(part: Part, path: tuple[str, ...], above: tuple[Part, ...]) -> Iterator[Entry]:
    own = (*path, part.called) if part.called else path
    if part.called:
        yield Entry(part, own, above)
    for inner in part.parts:
        yield from _entries(inner, own, (*above, part))


def _ends_with(entry: Entry, steps: tuple[str, ...]) -> bool:
    """Whether a path ends with steps; between them names may be left out."""
    names = iter(reversed(entry.path[:-1]))
    return all(any(name == step for name in names) for step in reversed(steps[:-1]))


def _named_below(holder: Part) -> Iterator[Part]:
    """The parts next below with a name."""
    for part in holder.parts:
        if part.called:
            yield part
        else:
            yield from _named_below(part)


def pairs(sources: Sequence[End], targets: Sequence[End], everyone: bool) -> list[tuple[End, End]]:
    """Who is joined with whom: everyone with every other, or one by one where both ends name as
    many; else the fewer are shared out among the others in groups, equal as far as they go."""
    if everyone:
        return list(islice(product(sources, targets), MOST_PAIRS))
    most = max(len(sources), len(targets))
    return [
        (sources[index * len(sources) // most], targets[index * len(targets) // most])
        for index in range(most)
    ]
