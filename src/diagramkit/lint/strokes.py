"""What is painted as a line, by where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diagramkit.geometry import Rect
from diagramkit.index import FEW, Index, Looks
from diagramkit.lint.parts import Line, Owner, Shape, Stroke, painted

_USUAL = 12
"""Strokes of a box with round corners."""


class Strokes:
    """The pieces of everything that is painted as a line, by where they are.

    Most things are far from what is asked about: they are taken to pieces when something is near.
    Once `near` has looked at far more pieces than drawings for people need it raises
    `TooDenseError`, as an `Index` does.
    """

    def __init__(self, owners: Sequence[Owner]) -> None:
        self._pieces: dict[Owner, list[Stroke]] = {}
        self._indices: dict[Owner, Index[Stroke]] = {}
        self._owners = Index((room, owner) for owner in owners if (room := self._room(owner)))
        self._looks = Looks(_USUAL * len(owners))

    def of(self, owner: Owner) -> list[Stroke]:
        """The pieces of one thing."""
        if owner not in self._pieces:
            self._pieces[owner] = painted(owner)
        return self._pieces[owner]

    def near(self, rect: Rect, within: float = 0) -> Iterator[Stroke]:
        """The pieces whose rectangles touch `rect` grown by `within`, in paint order of the kinds
        of things given."""
        x, y, width, height = rect
        left, top, right, bottom = x - within, y - within, x + width + within, y + height + within
        for owner in self._owners.near(rect, within):
            if isinstance(owner, Shape) and _is_inside(owner, left, top, right, bottom):
                continue
            pieces = self.of(owner)
            self._looks.spend(min(FEW, len(pieces)))
            if len(pieces) > FEW:
                yield from self._index(owner).near(rect, within)
                continue
            for piece in pieces:
                (ax, ay), (bx, by) = piece[:2]
                if (
                    (ax <= right or bx <= right)
                    and (ay <= bottom or by <= bottom)
                    and (ax >= left or bx >= left)
                    and (ay >= top or by >= top)
                ):
                    yield piece

    def _index(self, owner: Owner) -> Index[Stroke]:
        if owner not in self._indices:
            self._indices[owner] = Index((piece.rect, piece) for piece in self.of(owner))
        return self._indices[owner]

    def _room(self, owner: Owner) -> Rect | None:
        """Where the pieces of a thing are; None where it has none."""
        if isinstance(owner, Line):
            return owner.ink
        if isinstance(owner, Shape) and _is_plain(owner):
            return owner.rect
        pieces = self.of(owner)
        ends = [end for piece in pieces for end in (piece.start, piece.end)]
        return Rect.bounding(ends) if ends else None


def _is_plain(shape: Shape) -> bool:
    """Whether a box is a rectangle with a border and nothing else."""
    return shape.box.outline is None and not shape.box.details


def _is_inside(shape: Shape, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a room lies in a plain box, away from its border and its corners."""
    if not _is_plain(shape):
        return False
    x, y, width, height = shape.rect
    radius = max(shape.box.radius, 0.0)
    if not (x < left and y < top and right < x + width and bottom < y + height):
        return False
    level = x + radius < left and right < x + width - radius
    return level or (y + radius < top and bottom < y + height - radius)
