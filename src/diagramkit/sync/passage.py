"""Edits of a diagram that touch nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text, and what takes their place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A diagram whose line ends are `\\n`."""

    text: str

    def remove(self, start: int, end: int) -> Edit:
        """Take a statement away, and its whole lines where nothing else stands on them."""
        first, last = self._begin(start), self._end(end - 1)
        rest = self.text[end:last]
        behind = rest.lstrip(" \t;")
        if not behind and not self.text[first:start].strip():
            return self._without_lines(first, last)
        return Edit(start, end + len(rest) - len(behind), "")

    def insert_line(self, offset: int, text: str, *, above: bool = False) -> Edit:
        """Put a line below (or above) the one that `offset` is in, indented like it."""
        begin, end = self._begin(offset), self._end(offset)
        line = self.text[begin:end]
        lead = line[: len(line) - len(line.lstrip())]
        return Edit(begin, begin, f"{lead}{text}\n") if above else Edit(end, end, f"\n{lead}{text}")

    def _begin(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return end if end >= 0 else len(self.text)

    def _without_lines(self, begin: int, end: int) -> Edit:
        if end < len(self.text) or begin == 0:
            return Edit(begin, min(end + 1, len(self.text)), "")
        # The last line has no end of its own: the one before it gives up its.
        return Edit(begin - 1, end, "")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with edits made that do not overlap; insertions at one place keep their order."""
    parts = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        # A line that goes below one that is taken away with its end goes in its place.
        is_below_removed = edit.start < position and edit.text.startswith("\n")
        new = f"{edit.text[1:]}\n" if is_below_removed else edit.text
        parts += [text[position : edit.start], new]
        position = max(position, edit.end)
    return "".join([*parts, text[position:]])
