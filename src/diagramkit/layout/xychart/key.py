"""The names of the series that have no words in the chart: swatches in a row above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagramkit.geometry import Point, Rect, Size
from diagramkit.layout.figure.brush import Brush, Painted
from diagramkit.layout.figure.kit import Kit
from diagramkit.layout.key import GAP, in_rows
from diagramkit.layout.words import Label
from diagramkit.layout.xychart.looks import Look

SWATCH = 12.0
SAMPLE = 24.0
"""Length of the piece of a line that stands for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A series, its words, the width of its swatch, and where that begins, from the corner of the
    key."""

    look: Look
    words: Label
    swatch: float
    at: Point


@dataclass(frozen=True, slots=True)
class Key:
    """The entries in rows, and the room they take together."""

    entries: tuple[Entry, ...]
    size: Size

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
    names = [" ".join(look.series.name.split()) for look in looks]
    words = [kit.block([(name, "label")], width - SAMPLE - GAP) for name in names]
    swatches = [SAMPLE if look.series.form == "line" else SWATCH for look in looks]
    places, size = in_rows(words, swatches, width)
    return Key(tuple(map(Entry, looks, words, swatches, places)), size)
