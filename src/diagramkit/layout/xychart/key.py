"""The names of the series that have no words in the chart: swatches in a row above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.figure.words import Block
from diagramkit.layout.xychart.looks import Look

SWATCH = 12.0
SAMPLE = 24.0
"""Length of the piece of a line that stands for it."""
GAP = 8.0
APART = 20.0
ROW = 24.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A series, its words, and where its swatch begins, from the corner of the key."""

    look: Look
    words: Block
    at: Point

    @property
    def swatch(self) -> float:
        """The width of the swatch."""
        return SAMPLE if self.look.series.form == "line" else SWATCH


@dataclass(frozen=True, slots=True)
class Key:
    """The entries in rows, and how high they are together."""

    entries: tuple[Entry, ...]
    height: float

    @property
    def width(self) -> float:
        """How far the longest row reaches."""
        ends = [one.at.x + one.swatch + GAP + one.words.size.width for one in self.entries]
        return max(ends, default=0.0)

    def paint(self, brush: Brush, corner: Point) -> Iterator[Painted]:
        """The key with its corner at a place."""
        for place, entry in enumerate(self.entries):
            x, middle = corner.x + entry.at.x, corner.y + entry.at.y + SWATCH / 2
            key = f"key:{place + 1}"
            if entry.look.series.form == "line":
                ends = [Point(x, middle), Point(x + SAMPLE, middle)]
                yield entry.look.line(brush, key, ends)
            else:
                square = Rect(x, middle - SWATCH / 2, SWATCH, SWATCH)
                yield entry.look.bar(brush, key, square)
            at = Point(x + entry.swatch + GAP, middle - entry.words.ink_height / 2)
            yield from brush.block(f"text:{key}", "", entry.words, at, "start")


def key_of(looks: Sequence[Look], kit: Kit, width: float) -> Key:
    """The key of some series in rows of at most `width`."""
    entries: list[Entry] = []
    x = y = 0.0
    for look in looks:
        words = kit.block([(" ".join(look.series.name.split()), "label")], width - SAMPLE - GAP)
        entry = Entry(look, words, Point(x, y))
        needed = entry.swatch + GAP + words.size.width
        if x and x + needed > width:
            x, y = 0.0, y + ROW
            entry = Entry(look, words, Point(x, y))
        entries.append(entry)
        x += needed + APART
        y += words.size.height - words.lines[0].rise
    return Key(tuple(entries), y + ROW if entries else 0.0)
