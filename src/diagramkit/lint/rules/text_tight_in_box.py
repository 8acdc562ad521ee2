"""Words almost touch a border.

Why: without air around them words are hard to read, and in another font they would stick out.

Example: a line of words 2 units short of the right side of its box.

Use instead: the theme's `box.padding_x` and `box.padding_y`.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.parts import Owner, Shape
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
# Between words and a straight side; at a slanted one the corner of the words alone comes near.
AIR, AIR_SLANTED = 3.5, 1.0


def check(sheet: Sheet) -> Iterator[Fault]:
    """Look at the borders near each text that do not run through it."""
    for words in sheet.words:
        gaps: dict[Owner, float] = {}
        for stroke in sheet.strokes_at.near(words.rect, AIR):
            if stroke.border:
                gap = words.rect.distance_to_segment(stroke.start, stroke.end)
                gaps[stroke.of] = min(gap, gaps.get(stroke.of, gap))
        for shape, gap in gaps.items():
            if 0 < gap < _air(shape):
                message = f"{sheet.name(words)} is only {gap:.1f} from the border of {shape.key}"
                yield Fault(message, (words.key, shape.key), words.rect)


def _air(owner: Owner) -> float:
    plain = isinstance(owner, Shape) and owner.box.outline is None
    return AIR if plain else AIR_SLANTED
