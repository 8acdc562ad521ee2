"""More of the drawing is accent than the theme's `budget.accent_share`.

Why: accent singles out the critical path; where a third of all boxes is red, nothing is.

Example: seven of twenty boxes with an accent border.

Use instead: accent for the one path that matters, primary for the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagramkit.diagnostics import Severity
from diagramkit.geometry import Rect
from diagramkit.layout.budget import is_accent_overused
from diagramkit.lint.finding import Fault
from diagramkit.lint.paints import is_accent
from diagramkit.lint.sheet import Sheet
from diagramkit.scene import NO_COLOR

SEVERITY: Severity = "warning"


def check(sheet: Sheet) -> Iterator[Fault]:
    """Count boxes by their border."""
    if sheet.reading is None:
        return
    accent = sheet.theme.mode(sheet.scene.mode).accent
    boxes = [shape for shape in sheet.shapes if shape.box.paint.stroke != NO_COLOR]
    red = [shape for shape in boxes if is_accent(shape.box.paint.stroke, accent)]
    most = sheet.theme.budget.accent_share
    if is_accent_overused(sheet.theme, len(red), len(boxes)):
        share = len(red) / len(boxes)
        message = f"{len(red)} of {len(boxes)} boxes are accent, more than {most:.0%}"
        place = Rect.bounding(corner for shape in red for corner in shape.rect.corners)
        keys = tuple(shape.key for shape in red)
        yield Fault(message, keys, place, round(share, 2), f"at most {most:g}")
