"""What is seen of activation bars that lie on each other at one place.

Deep down bars are no longer set off to the side: one covers the other. Painting what is covered
costs a rasteriser time that grows with the square of their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagramkit.geometry import Path, Rect


def seen(rects: Sequence[Rect]) -> list[Path]:
    """The outline of each bar, in the order in which they are painted, without what later bars of
    the same width at the same place cover."""
    outlines: list[Path] = []
    over: dict[tuple[float, float], list[Rect]] = {}
    for rect in reversed(rects):
        others = over.setdefault((rect.x, rect.width), [])
        inside = [other for other in others if _covers(rect, other)]
        outlines.append(_outline(rect, sorted(inside, key=lambda other: other.y)))
        others[:] = [*(other for other in others if not _covers(rect, other)), rect]
    return outlines[::-1]


def _covers(rect: Rect, other: Rect) -> bool:
    return rect.y <= other.y and other.bottom <= rect.bottom


def _outline(rect: Rect, inside: Iterable[Rect]) -> Path:
    """A bar but for those on it; at least its upper end, so that it is still there."""
    pieces: list[Rect] = []
    top = rect.y
    for other in inside:
        if other.y > top or not pieces:
            pieces.append(rect._replace(y=top, height=max(0.0, other.y - top)))
        top = max(top, other.bottom)
    if rect.bottom > top or not pieces:
        pieces.append(rect._replace(y=top, height=rect.bottom - top))
    return Path(
        tuple(command for piece in pieces for command in Path.polygon(piece.corners).commands)
    )
