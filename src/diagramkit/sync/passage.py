"""A diagram inside its file: where each character stands, and edits that touch nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from diagramkit.markdown import Line


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a file's text, and what takes their place.

    Of insertions at one place, those of a higher `rank` come behind the others.
    """

    start: int
    end: int
    text: str
    rank: int = 0


@dataclass(frozen=True)
class Passage:
    """A diagram of a file.

    `text` is the diagram with line ends `\\n`; `lines` are the lines of the file that it was read
    from, one a line of `text`. What stands before a line of the diagram (indentation, quote marks)
    is in the file alone; both end alike.
    """

    file: str
    text: str
    lines: Sequence[Line]

    @property
    def fits(self) -> bool:
        """Whether the lines of the file are those of the diagram, but for what leads them in."""
        rows = self.text.split("\n")
        if len(rows) != len(self.lines):
            return False
        pairs = zip(rows, self.lines, strict=True)
        return all(
            self.file[at.start : at.end].endswith(row.strip("\r").lstrip()) for row, at in pairs
        )

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return [0, *accumulate(lengths)]

    def place(self, offset: int) -> int:
        """Where the character at `offset` of the diagram stands in the file."""
        number = bisect_right(self._starts, offset) - 1
        # Indentation may have been rewritten in the diagram (tabs): words are counted from the end.
        return self.lines[number].end - (self._starts[number + 1] - 1 - offset)

    def replace(self, start: int, end: int, text: str) -> Edit:
        """Put `text` in the place of characters `start` to `end` of the diagram."""
        begin = self.place(start)
        return Edit(begin, self.place(end - 1) + 1 if end > start else begin, text)

    def remove(self, start: int, end: int) -> Edit:
        """Take a statement away, and its whole lines where nothing else stands on them."""
        first = self.lines[self._number(start)]
        last = self.lines[self._number(end - 1)]
        begin, finish = self.place(start), self.place(end - 1) + 1
        rest = self.file[finish : last.end]
        behind = rest.lstrip(" \t;")
        if not behind and start == self._first_word(self._number(start)):
            return self._without_lines(first, last)
        return Edit(begin, finish + len(rest) - len(behind), "")

    def insert_line(self, offset: int, text: str, *, above: bool = False) -> Edit:
        """Put a line below (or above) the one that `offset` is in, indented like it."""
        number = self._number(offset)
        line = self.lines[number]
        lead = self.file[line.start : self.place(self._first_word(number))]
        if above:
            return Edit(line.start, line.start, lead + text + self._break(number), rank=1)
        if line.after > line.end:
            # Behind the break, so that it stays a line of its own when this one is taken away.
            return Edit(line.after, line.after, lead + text + self._break(number))
        return Edit(line.end, line.end, self._break(number) + lead + text)

    def _number(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _first_word(self, number: int) -> int:
        start, end = self._starts[number], self._starts[number + 1] - 1
        line = self.text[start:end]
        return start + len(line) - len(line.lstrip())

    def _break(self, number: int) -> str:
        """The line end that the file has at this line, or at one before."""
        for line in (self.lines[number], *reversed(self.lines[:number])):
            if line.after > line.end:
                return self.file[line.end : line.after]
        return "\n"

    def _without_lines(self, first: Line, last: Line) -> Edit:
        if last.after > last.end or first.start == 0:
            return Edit(first.start, last.after, "")
        # The last line of the file has no end of its own: the one before it gives up its.
        before = self.file[: first.start]
        cut = 2 if before.endswith("\r\n") else 1
        return Edit(first.start - cut, last.end, "")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with edits made that do not overlap; insertions at one place keep their order."""
    parts = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.rank)):
        parts += [text[position : edit.start], edit.text]
        position = max(position, edit.end)
    return "".join([*parts, text[position:]])
