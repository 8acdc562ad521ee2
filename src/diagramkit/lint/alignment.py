"""Rows and columns of boxes that are meant to be in line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from diagramkit.lint.parts import Shape
from diagramkit.lint.sheet import Sheet

FEWEST = 3
SEEN, MEANT = 1.5, 10.0
"""How far off a box can be seen to be, and how far off it is meant to be."""


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes of one size beside each other (`row`) or below each other (`column`)."""

    name: str
    shapes: tuple[Shape, ...]

    def strays(self) -> Iterator[tuple[Shape, float]]:
        """The boxes out of line, with how far, where all others are in line."""
        places = [self._place(shape) for shape in self.shapes]
        line = median(places)
        strays = [
            (shape, abs(place - line))
            for shape, place in zip(self.shapes, places, strict=True)
            if abs(place - line) > SEEN
        ]
        if len(strays) == 1 and strays[0][1] < MEANT:
            yield from strays

    def _place(self, shape: Shape) -> float:
        return shape.rect.center.y if self.name == "row" else shape.rect.center.x


def rows(sheet: Sheet) -> Iterator[Row]:
    """Rows, then columns, of at least three boxes of one size in one frame."""
    groups: dict[tuple[object, ...], list[Shape]] = {}
    for shape in sheet.shapes:
        if shape.box.role != "plate":
            size = (round(shape.rect.width), round(shape.rect.height))
            groups.setdefault((sheet.around(shape), *size), []).append(shape)
    for alike in groups.values():
        if len(alike) >= FEWEST:
            yield from _split(alike, "row")
            yield from _split(alike, "column")


def _split(alike: list[Shape], name: str) -> Iterator[Row]:
    """The boxes that overlap in one direction, one after another."""
    across = name == "row"
    ordered = sorted(alike, key=lambda shape: shape.rect.y if across else shape.rect.x)
    run: list[Shape] = []
    for shape in ordered:
        start = shape.rect.y if across else shape.rect.x
        size = shape.rect.height if across else shape.rect.width
        first = (run[0].rect.y if across else run[0].rect.x) if run else 0.0
        if run and start - first > min(MEANT, size / 2):
            yield from _row(run, name)
            run = []
        run.append(shape)
    yield from _row(run, name)


def _row(run: list[Shape], name: str) -> Iterator[Row]:
    if len(run) >= FEWEST:
        yield Row(name, tuple(run))
