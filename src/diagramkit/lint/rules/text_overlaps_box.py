"""Words stand in a box that they do not belong to.

Why: a reader takes them for part of what the box says. A box's border through words belongs to
`text-overlaps-line`; here they are all inside.

Example: the label of an edge over the lower half of the next box.

Use instead: words in the free room beside their own line.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Line, Shape, Words
from diagramkit.lint.sheet import Sheet


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the boxes around words that have another home."""
    for words in sheet.words:
        if words.home is None:
            continue
        for shape in sheet.shapes_at.near(words.rect):
            if _foreign(sheet, words, shape) and all(map(shape.holds, words.rect.corners)):
                message = f"{sheet.name(words)} stands in {sheet.name(shape)}"
                yield Fault(message, (words.key, shape.key), words.rect)


def _foreign(sheet: Sheet, words: Words, shape: Shape) -> bool:
    if shape is words.home or shape.key in sheet.panels:
        return False
    home = words.home
    if isinstance(home, Line):
        return not shape.rect.contains(home.rect)
    return isinstance(home, Shape) and shape.key not in sheet.around(home)
