"""A box is a few units larger or smaller than others that look the same.

Why: boxes of one kind in one row that differ by a little look like a slip.

Example: four boxes 120 wide in a row, one of them 124.

Use instead: one size for one kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Shape
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
SEEN, MEANT, FEWEST = 1.0, 8.0, 4
"""How different sizes are seen to be, how different they are meant to be; boxes in a row."""


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at boxes of one paint whose middles are at one height, or in one column."""
    if sheet.reading is None:
        return
    rows: dict[tuple[object, ...], list[Shape]] = {}
    for shape in sheet.shapes:
        paint = (shape.box.paint, sheet.around(shape), shape.box.role)
        rows.setdefault(("row", *paint, round(shape.rect.center.y)), []).append(shape)
        rows.setdefault(("column", *paint, round(shape.rect.center.x)), []).append(shape)
    found: set[str] = set()
    for shapes in rows.values():
        for shape, by in _odd(shapes):
            if shape.key not in found and not _fits_words(sheet, shape, shapes):
                found.add(shape.key)
                message = f"{sheet.name(shape)} differs by {by:.1f} from the others of its row"
                yield Fault(message, (shape.key,), shape.rect, round(by, 1), "0")


def _fits_words(sheet: Sheet, shape: Shape, row: list[Shape]) -> bool:
    """Whether a box is as wide as it is because no other of its row has as wide words."""
    widths = {
        each: max((words.rect.width for words in sheet.words if words.home is each), default=0.0)
        for each in row
    }
    others = max(width for each, width in widths.items() if each is not shape)
    return shape.rect.width > row[0 if row[0] is not shape else 1].rect.width and (
        widths[shape] > others
    )


def _odd(shapes: list[Shape]) -> Iterator[tuple[Shape, float]]:
    """The one box whose size differs a little from that of all others."""
    if len(shapes) < FEWEST:
        return
    sizes = Counter((round(s.rect.width, 1), round(s.rect.height, 1)) for s in shapes)
    (width, height), count = sizes.most_common(1)[0]
    if count < len(shapes) - 1 or count == len(shapes):
        return
    for shape in shapes:
        by = max(abs(shape.rect.width - width), abs(shape.rect.height - height))
        if SEEN < by < MEANT:
            yield shape, by
