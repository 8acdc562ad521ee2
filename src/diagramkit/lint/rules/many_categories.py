"""The drawing tells more kinds apart by colour than the theme has.

Why: beyond half a dozen hues nobody keeps track of what each means.

Example: boxes in nine different fills.

Use instead: the theme's roles, words, and position.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import cells
from diagramkit.lint.sheet import Sheet

SEVERITY: Severity = "warning"
MOST = 8
"""Four roles and what Mermaid's own themes add; categories of charts are six."""


def check(sheet: Sheet) -> Iterator[Fault]:
    """Count the looks of boxes: pairs of fill and border."""
    if sheet.reading is None:
        return
    data = cells(sheet)
    looks = {
        (shape.box.paint.fill, shape.box.paint.stroke): shape
        for shape in sheet.shapes
        if shape.key not in data
    }
    if len(looks) > MOST:
        message = f"boxes have {len(looks)} different looks, more than {MOST}"
        keys = tuple(shape.key for shape in looks.values())
        place = Rect(0, 0, sheet.scene.width, sheet.scene.height)
        yield Fault(message, keys, place, len(looks), f"at most {MOST}")
