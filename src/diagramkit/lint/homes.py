"""What words belong to.

Words that name an owner are believed. Others, as in drawings of other programs, belong to the
smallest box that they are in. Words over a border belong to the box under their middle as long
as it has no words of its own, or where they continue those: then they have outgrown it. So have
lines below a box that go on at the pitch of two lines in it. Other words only lie across it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagramkit.geometry import Rect
from diagramkit.index import Index
from diagramkit.lint.parts import Line, Shape, Words

# How far apart the anchors of aligned lines of words may be.
ALIGNED = 1.0
# How far lines of one text are apart at most, in sizes of their font.
_MOST_PITCH = 1.8


def settled(
    texts: Sequence[Words], owners: Mapping[str, Shape | Line], by_place: Index[Shape]
) -> tuple[Words, ...]:
    """The texts with their homes."""
    under = {words: _under(words, by_place) for words in texts if not words.text.owner}
    taken: dict[Shape, list[Words]] = {}
    for words, shapes in under.items():
        if shapes and _in(words, shapes[0]):
            taken.setdefault(shapes[0], []).append(words)
    homes: dict[Words, Shape | Line | None] = {
        words: next(
            (
                shape
                for shape in shapes
                if _in(words, shape) or shape not in taken or _continues(words, shape, taken[shape])
            ),
            None,
        )
        for words, shapes in under.items()
    }
    if any(len(inside) > 1 for inside in taken.values()):
        _run_over([words for words in texts if words in homes], homes)
    found = (homes.get(words, owners.get(words.text.owner)) for words in texts)
    return tuple(
        Words(words.text, words.rect, home, words.order)
        for words, home in zip(texts, found, strict=True)
    )


def _run_over(texts: Sequence[Words], homes: dict[Words, Shape | Line | None]) -> None:
    """Give words that stand free, below two lines of a box at the distance of those, the box."""
    columns: dict[tuple[object, ...], list[Words]] = {}
    for words in texts:
        text = words.text
        look = (round(text.x), text.anchor, text.size, text.weight, text.color, text.turn)
        columns.setdefault(look, []).append(words)
    for column in columns.values():
        column.sort(key=lambda words: words.text.y)
        for one, two, three in zip(column, column[1:], column[2:], strict=False):
            home, pitch = homes[two], two.text.y - one.text.y
            goes_on = abs(
                three.text.y - two.text.y - pitch
            ) <= ALIGNED and 0 < pitch < _MOST_PITCH * (two.text.size)
            if home and homes[one] is home and homes[three] is None and goes_on:
                homes[three] = home


def _under(words: Words, by_place: Index[Shape]) -> list[Shape]:
    """The boxes under the middle of words, the smallest first, of equals the last painted."""
    middle = words.rect.center
    near = by_place.near(Rect(*middle, 0, 0))
    under = (shape for shape in near if shape.holds(middle))
    return sorted(under, key=lambda shape: (shape.area, -shape.order))


def _continues(words: Words, shape: Shape, others: Sequence[Words]) -> bool:
    """Whether words are a further line of those in a box: aligned with them, above or below."""
    room, box = words.rect, shape.rect
    if room.center.y < box.y or room.center.y > box.bottom:
        return False
    if any(room.overlaps(other.rect) for other in others):
        return False
    return any(
        words.text.anchor == other.text.anchor and abs(words.text.x - other.text.x) <= ALIGNED
        for other in others
    )


def _in(words: Words, shape: Shape) -> bool:
    return all(map(shape.holds, words.rect.corners))
