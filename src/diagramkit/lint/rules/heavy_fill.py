"""A box is filled with a strong colour.

Why: filled cards shout each other down; line and white space carry a technical drawing. A bar in
an ink of the theme, no higher than a line of words, is no card: it is a quantity, or a badge.

Example: a pyramid of four saturated bands.

Use instead: the fill of the role, and a border.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.color import difference
from diagramkit.diagnostics import Severity
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import cells, palette
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR

SEVERITY: Severity = "warning"
STRONG, LARGE = 25.0, 1200.0
"""How different from the ground (CIEDE2000), and how large in square units."""
BAR = 32.0
"""How high, in user units, a bar may be."""


def check(sheet: Sheet) -> Iterator[Fault]:
    """Compare the fills of boxes with the ground."""
    if sheet.reading is None:
        return
    ground = sheet.scene.background
    ground = sheet.theme.mode(sheet.scene.mode).canvas if ground == NO_COLOR else ground
    known, data = palette(sheet), cells(sheet)
    for shape in sheet.shapes:
        fill = shape.box.paint.fill
        if fill == NO_COLOR or shape.area < LARGE or shape.key in data:
            continue
        token = known.get(fill.lower(), "")
        if token.endswith("fill") or (token and shape.rect.height <= BAR):
            continue
        strength = difference(fill, ground)
        if strength > STRONG:
            message = f"{sheet.name(shape)} is filled with {fill}, {strength:.0f} off its ground"
            yield Fault(
                message, (shape.key,), shape.rect, round(strength, 1), f"at most {STRONG:g}"
            )
